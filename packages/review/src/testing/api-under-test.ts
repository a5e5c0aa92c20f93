// A review server over a filled store of one database for each test, with tokens, and a program that asks it. For tests only.
import { type ApiScope, apiScopes } from '@civicwire/store';
import type { TestDatabase, TestDialect } from '@civicwire/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ReviewServer, serveReview } from '../serve-review.ts';
import { type FilledStore, fillStore } from './filled-store.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface ApiUnderTest {
  filled: FilledStore;
  server: ReviewServer;
  url: string;
  /** A token with these scopes alone. */
  token(...scopes: readonly ApiScope[]): Promise<string>;
  /** Asks with a token that may do everything, unless another one (or null for none) is given. */
  ask(path: string, options?: AskOptions): Promise<ApiAnswer>;
}

export interface AskOptions {
  readonly token?: string | null;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Starts and stops a server around each test of the group, or with `shared` around all of them, which then only read. */
export function useApi(dialect: TestDialect, { shared = false }: { readonly shared?: boolean } = {}): ApiUnderTest {
  const api = {} as ApiUnderTest;
  let database: TestDatabase;
  let everything: string;
  (shared ? beforeAll : beforeEach)(async () => {
    database = await dialect.create();
    api.filled = await fillStore(database.url);
    const { store, clock } = api.filled;
    api.server = await serveReview({ store, editor: 'kim', port: 0, clock });
    api.url = `http://127.0.0.1:${api.server.port}/api/v1`;
    everything = await api.token(...apiScopes);
  });
  (shared ? afterAll : afterEach)(async () => {
    await api.server.close();
    await api.filled.remove();
    await database.remove();
  });
  api.token = async (...scopes) => {
    const name = scopes.join(' ');
    return (await api.filled.store.createToken({ name, scopes: [...scopes], requestsPerMinute: 1_000_000 })).text;
  };
  api.ask = async (path, { token = everything, method = 'GET', headers = {}, body } = {}) => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${api.url}${path}`, {
      method,
      headers: { ...authorization, ...type, ...headers },
      ...sent,
      // A stream of events has no end: its first part will do.
      redirect: 'manual',
    });
    const isStream = answer.headers.get('content-type') === 'text/event-stream';
    const text = isStream ? await firstPart(answer) : await answer.text();
    const isJson =
      answer.headers.get('content-type')?.includes('json') && !answer.headers.get('content-type')?.includes('jsonl');
    return {
      status: answer.status,
      headers: answer.headers,
      body: text,
      json: isJson && text !== '' ? JSON.parse(text) : null,
    };
  };
  return api;
}

async function firstPart(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const part = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(part?.value);
}
