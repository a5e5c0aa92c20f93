// The desk's server as typed calls: what is asked and what comes back, or why not. Knows HTTP; knows no screen.
import type {
  DeskAnswer,
  DeskBody,
  DeskOperationId,
  DeskOperations,
  DeskQuery,
} from '../../../src/desk-api/contract.ts';
import { type Route, routes } from './routes.ts';

export interface Problem {
  readonly title: string;
  readonly detail: string;
}

/** `lost`: no answer came, or none from the desk itself. `refused` with 409 has in `body` what the contract calls conflict. */
export type Outcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem; readonly body: unknown }
  | { readonly kind: 'lost' };

type Known = keyof typeof routes & DeskOperationId;
type Query<Id extends DeskOperationId> = DeskOperations[Id] extends { query: unknown }
  ? { query: DeskQuery<Id> }
  : object;
type Body<Id extends DeskOperationId> = DeskOperations[Id] extends { body: unknown } ? { body: DeskBody<Id> } : object;
type Path<Id extends DeskOperationId> = DeskOperations[Id]['path'] extends `${string}{id}${string}`
  ? { id: string }
  : object;
type Ask<Id extends DeskOperationId> = Query<Id> & Body<Id> & Path<Id>;

export interface Api {
  call<Id extends Known>(operation: Id, ask: Ask<Id>): Promise<Outcome<DeskAnswer<Id>>>;
  /** The path of an operation, for what is sent later. */
  pathOf(operation: Known, id?: string): string;
  /** Sends a body to a path of before: the outbox's way. */
  post(path: string, body: unknown): Promise<Outcome<unknown>>;
  /** The secret that every writing request carries; null without a session. */
  setCsrf(csrf: string | null): void;
}

/** How long an answer may take, in milliseconds. */
const answerMsMax = 20_000;

/** `signedOut` is told when the server no longer knows the session. */
export function createApi(signedOut: () => void, root = '/api/desk'): Api {
  let secret: string | null = null;

  async function send(method: string, path: string, body: unknown): Promise<Outcome<unknown>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (method !== 'GET' && secret !== null) headers['x-csrf-token'] = secret;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      const answer = await fetch(root + path, {
        method,
        headers,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(answerMsMax),
        // Items are given back while the page closes.
        keepalive: method === 'DELETE',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.status === 401 && path !== '/session') signedOut();
      return await readAnswer(answer);
    } catch {
      return { kind: 'lost' };
    }
  }

  return {
    call: (operation, ask) => {
      const { method, path } = routes[operation] as Route;
      const { query, body, id } = ask as { query?: object; body?: unknown; id?: string };
      return send(method.toUpperCase(), fill(path, id) + searchOf(query), body) as Promise<Outcome<never>>;
    },
    pathOf: (operation, id) => fill((routes[operation] as Route).path, id),
    post: (path, body) => send('POST', path, body),
    setCsrf: (csrf) => {
      secret = csrf;
    },
  };
}

/** Answers of something between us and the desk count as lost: the desk itself always answers JSON. */
async function readAnswer(answer: Response): Promise<Outcome<unknown>> {
  const isJson = /^application\/(?:problem\+)?json\b/.test(answer.headers.get('content-type') ?? '');
  if (!isJson || [502, 503, 504].includes(answer.status)) return { kind: 'lost' };
  const body: unknown = await answer.json();
  if (answer.ok) return { kind: 'done', answer: body };
  const { title = `Refused (${answer.status})`, detail = '' } = (body ?? {}) as Partial<Problem>;
  return { kind: 'refused', status: answer.status, problem: { title, detail }, body };
}

function fill(path: string, id: string | undefined): string {
  return path.replace('{id}', encodeURIComponent(id ?? ''));
}

function searchOf(query: object | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search}`;
}
