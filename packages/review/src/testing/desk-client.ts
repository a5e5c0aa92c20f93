// Somebody at the desk as its page is: keeps the cookie, sends origin and secret, and holds every answer to the contract. For
// tests only.
import { expect } from 'vitest';
import type { DeskAnswer, DeskBody, DeskOperation, DeskOperationId, DeskQuery } from '../desk-api/contract.ts';
import { deskOperations } from '../desk-api/contract.ts';
import { createVisitor, type Visitor } from './visitor.ts';

interface Ask<Id extends DeskOperationId> {
  readonly id?: string;
  readonly query?: DeskQuery<Id>;
  readonly body?: DeskBody<Id>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnyAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: refusals have many shapes
  readonly json: any;
}

export interface DeskClient {
  readonly visitor: Visitor;
  readonly csrf: () => string | null;
  /** The answer, which must be 200 and what the contract says. */
  call<Id extends DeskOperationId>(operation: Id, ask?: Ask<Id>): Promise<DeskAnswer<Id>>;
  /** Any answer. */
  ask<Id extends DeskOperationId>(operation: Id, ask?: Ask<Id>): Promise<AnyAnswer>;
  signIn(name: string, password: string): Promise<void>;
}

/** A client that has not come in. */
export function createDeskClient(port: number): DeskClient {
  const visitor = createVisitor(port);
  let csrf: string | null = null;
  const ask: DeskClient['ask'] = async (operation, { id = '', query, body, headers = {} } = {}) => {
    const { method, path }: DeskOperation = deskOperations[operation];
    const search = new URLSearchParams(
      Object.entries(query ?? {}).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    ).toString();
    const answer = await visitor.send(
      method.toUpperCase(),
      `/api/desk${path.replace('{id}', id)}${search === '' ? '' : `?${search}`}`,
      {
        ...(method === 'get' ? {} : { origin: `http://127.0.0.1:${port}` }),
        ...(method === 'get' || csrf === null ? {} : { 'x-csrf-token': csrf }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body === undefined ? undefined : JSON.stringify(body),
    );
    return { status: answer.status, json: answer.body === '' ? null : JSON.parse(answer.body) };
  };
  return {
    visitor,
    csrf: () => csrf,
    ask,
    call: async (operation, given) => {
      const { status, json } = await ask(operation, given);
      expect(status, `${operation}: ${JSON.stringify(json).slice(0, 400)}`).toBe(200);
      const { answer }: DeskOperation = deskOperations[operation];
      const parsed = answer.parse(json);
      if (operation === 'get_session' || operation === 'sign_in') ({ csrf } = json);
      return parsed as never;
    },
    async signIn(name, password) {
      await this.call('sign_in', { body: { name, password } });
    },
  };
}

/** A client in the session of the one-time address. */
export async function enterDesk(port: number, url: string): Promise<DeskClient> {
  const client = createDeskClient(port);
  await client.visitor.enter(url);
  await client.call('get_session');
  return client;
}
