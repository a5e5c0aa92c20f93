// What taking and giving back a row writes into it. Knows columns of a lease; decides nothing.
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Context, isoTime } from '../writing.ts';

/** Nobody has the row any more. */
export const givenBack = { leasedUntil: null, leasedBy: null } as const;

/** The row has gone a step on: what the step before had come to is forgotten. */
export const stepDone = { ...givenBack, deaths: 0, attempts: 0, lastError: null } as const;

/**
 * Nobody has it, or not any more. A lease that ends later than two leases of this length from now was given by a clock that
 * has been set back since: it binds nobody. (Clocks of several machines differ by less.)
 */
export function notLeased({ clock }: Context, leaseMs: number): Expression<SqlBool> {
  const nowMs = clock.nowMs();
  return freeAt(isoTime(nowMs), isoTime(nowMs + 2 * leaseMs));
}

/** As `notLeased`: free at `now`, where no lease is believed that ends after `tooLate`. */
export function freeAt(now: string, tooLate: string): Expression<SqlBool> {
  return sql`(leased_until is null or leased_until <= ${now} or leased_until > ${tooLate})`;
}

/** Who has a row, and until when. */
export interface LeaseHolder {
  readonly leasedUntil: string;
  readonly leasedBy: string;
}

/** A lease for the caller. A row with a lease that was not given back has seen its holder go away: one more death. */
export function leaseTo({ clock, owner }: Context, leaseMs: number) {
  return leaseFor({ leasedUntil: isoTime(clock.nowMs() + leaseMs), leasedBy: owner });
}

/** As `leaseTo`. */
export function leaseFor({ leasedUntil, leasedBy }: LeaseHolder) {
  return {
    leasedUntil,
    leasedBy,
    deaths: sql<number>`deaths + case when leased_until is null or leased_by = ${leasedBy} then 0 else 1 end`,
  };
}

/** Nobody has it, or the caller himself, who could not write down how it ended and begins anew. */
export function notLeasedToOthers(context: Context, leaseMs: number): Expression<SqlBool> {
  return sql`(${notLeased(context, leaseMs)} or leased_by = ${context.owner})`;
}

/** One more try, unless the last one never came to an end. */
export const oneMoreTry = sql<number>`attempts + case when leased_until is null then 1 else 0 end`;

/**
 * Beside what a statement gives, on PostgreSQL: it is not waited for until the lease is on the disk. A lease that a crash of the
 * server forgets is a row that nobody has, with one try less: it is given to another, and who comes second with what it gave
 * finds it done. What is written after it is never kept without it.
 */
export const commitsLater = sql<string>`set_config('synchronous_commit', 'off', true)`.as('commits');
