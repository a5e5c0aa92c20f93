// THE list of what the desk's server does, for its server and its page alike: `/api/desk` + path, with who may, what is sent
// and what is answered. Requests but GET carry `x-csrf-token`; refusals are problem+json. Knows shapes alone, no HTTP.
import type { z } from 'zod';
import type { conflictSchema } from './contract/decisions.ts';
import type { itemSchema } from './contract/item.ts';
import type { filterSchema, orderSchema, queueRowSchema } from './contract/queue.ts';
import { teamOperations } from './contract/team-operations.ts';
import { workOperations } from './contract/work-operations.ts';

export { type DeskOperation, type DeskRole, deskRoles } from './contract/operation.ts';

export const deskOperations = { ...workOperations, ...teamOperations };

export type DeskOperations = typeof deskOperations;
export type DeskOperationId = keyof DeskOperations;

type Of<Id extends DeskOperationId, Part extends 'query' | 'body' | 'answer'> =
  DeskOperations[Id] extends Readonly<Record<Part, infer Schema extends z.ZodType>> ? Schema : never;

/** What is sent and answered, by operation: `DeskAnswer<'get_item'>`. */
export type DeskQuery<Id extends DeskOperationId> = z.input<Of<Id, 'query'>>;
export type DeskBody<Id extends DeskOperationId> = z.input<Of<Id, 'body'>>;
export type DeskAnswer<Id extends DeskOperationId> = z.output<Of<Id, 'answer'>>;
/** 409 of `decide_item` and `adjudicate_item`. */
export type DeskConflict = z.output<typeof conflictSchema>;
export type DeskItem = z.output<typeof itemSchema>;
export type DeskQueueRow = z.output<typeof queueRowSchema>;
export type DeskFilter = z.output<typeof filterSchema>;
export type DeskOrder = z.output<typeof orderSchema>;
