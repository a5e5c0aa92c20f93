// What an operation of the desk is: who may, what is sent, what is answered. Knows shapes alone, no HTTP.
import type { z } from 'zod';

/** What a session must be to do it. A role may do all that those before it may; `nobody` needs no session. */
export const deskRoles = ['nobody', 'viewer', 'editor', 'admin'] as const;
export type DeskRole = (typeof deskRoles)[number];

export interface DeskOperation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI: /items/{id}. Every path parameter is an id. */
  readonly path: string;
  readonly role: DeskRole;
  readonly about: string;
  /** Of the address, with GET. */
  readonly query?: z.ZodObject;
  /** JSON, with the other methods. */
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Of a 409 that says more than a problem. */
  readonly conflict?: z.ZodType;
}
