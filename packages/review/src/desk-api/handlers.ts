// What every handler of the desk is given and gives back: held to the contract by types. Knows no endpoint.
import type { Clock, Logger } from '@civicwire/shared';
import type { DeskWho, DoubleReviewPolicy, Store } from '@civicwire/store';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Door } from '../access/door.ts';
import type { Entrance } from '../access/entrance.ts';
import type { Session } from '../access/person.ts';
import type { DeskAnswer, DeskOperationId, DeskOperations } from './contract.ts';
import type { NearRules } from './item/near-rules.ts';
import type { Remembered } from './remembered.ts';

/** What handlers work with. */
export interface DeskServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly door: Door;
  readonly entrance: Entrance | null;
  readonly policy: DoubleReviewPolicy;
  readonly describeRule: (ruleId: string) => string | null;
  readonly describeIssue: (issue: string) => string | null;
  readonly nearRules: NearRules;
  readonly placesNamed: PlacesNamed;
  readonly remembered: Remembered;
}

/** Cities of a name, the most populous first; empty for none. */
export type PlacesNamed = (name: string) => readonly NamedPlace[];

export interface NamedPlace {
  readonly name: string;
  readonly state: string;
  readonly geoid: string;
  readonly lat: number;
  readonly lon: number;
}

type Parsed<Id extends DeskOperationId, Part extends 'query' | 'body'> =
  DeskOperations[Id] extends Readonly<Record<Part, infer Schema extends z.ZodType>> ? z.output<Schema> : undefined;

/** A request whose parameters, session and role were checked. */
export interface Asked<Id extends DeskOperationId> {
  readonly context: Context;
  readonly id: string;
  readonly query: Parsed<Id, 'query'>;
  readonly body: Parsed<Id, 'body'>;
  /** Null where nobody needs one. */
  readonly session: DeskOperations[Id]['role'] extends 'nobody' ? Session | null : Session;
}

export type Handler<Id extends DeskOperationId> = (asked: Asked<Id>) => Promise<DeskAnswer<Id>>;
export type Handlers<Id extends DeskOperationId> = { readonly [One in Id]: Handler<One> };

/** The session as the store knows people. */
export function whoOf({ editor, id }: Session): DeskWho {
  return { editor, sessionId: id };
}
