// Where the claims behind a number are: the desk’s queue, narrowed to them. Knows the desk’s address; knows no chart.
import type { DeskFilter } from '../../../src/desk-api/contract.ts';
import { filterSearch } from '../desk/address.ts';
import { root } from '../screens/pages.ts';

/** The desk with exactly the claims that a filter lists. */
export function claimsAddress(filter: DeskFilter): string {
  return `${root}${filterSearch(filter)}`;
}

/** The desk with one claim open. */
export function claimAddress(id: string): string {
  return `${root}?show=all&item=${id}`;
}
