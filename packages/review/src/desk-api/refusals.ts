// Refusals that say more than a problem does: both versions of an item, or who holds it. Knows shapes; knows no endpoint.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ProblemError } from '../api/problem.ts';

/** Thrown by a handler to answer with a whole body. */
export class AnsweredError extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  constructor(status: ContentfulStatusCode, body: { readonly detail: string }) {
    super(body.detail);
    this.name = 'AnsweredError';
    this.status = status;
    this.body = body;
  }
}

/** 409 with more than its words. */
export function conflictWith(detail: string, more: Readonly<Record<string, unknown>>): AnsweredError {
  return new AnsweredError(409, { type: 'about:blank', title: 'Not as expected', status: 409, detail, ...more } as {
    readonly detail: string;
  });
}

/** 404 for an id that names nothing. */
export function notFound(what: string, id: string): ProblemError {
  return new ProblemError(404, `${what} ${id}: there is none; expected an id as the desk gave it`);
}
