// The words for kinds, statuses, values and times on every screen. Knows no screen.
import type { DeskItem, DeskQueueRow } from '../../../src/desk-api/contract.ts';

export type Kind = DeskItem['kind'];
export type Status = DeskItem['status'];
export type Verdict = 'accept' | 'reject' | 'edit';

/** `letter` marks the kind where colour alone would not do. */
export const kindWords: Readonly<
  Record<Kind, { readonly one: string; readonly many: string; readonly letter: string }>
> = {
  city: { one: 'City', many: 'Cities', letter: 'C' },
  official: { one: 'Official', many: 'Officials', letter: 'O' },
  quote: { one: 'Quote', many: 'Quotes', letter: 'Q' },
  stance: { one: 'Stance', many: 'Stances', letter: 'S' },
};
export const kinds = Object.keys(kindWords) as readonly Kind[];

export const statusWords: Readonly<Record<Status, string>> = {
  pending: 'To review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  edited: 'Edited',
  superseded: 'No longer found',
};

export const verdictWords: Readonly<Record<Verdict | 'undo', string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Edited',
  undo: 'Taken back',
};

/** The status that a verdict gives. */
export const statusOf: Readonly<Record<Verdict, Status>> = { accept: 'accepted', reject: 'rejected', edit: 'edited' };

/** Needs a person's word: nobody has given one, or the machine disagrees with it. */
export function needsReview({ status, reopened }: Pick<DeskQueueRow, 'status' | 'reopened'>): boolean {
  return status === 'pending' || reopened;
}

/** A value as words; null when there is none. */
export function valueWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** "attributed_by" → "attributed by". */
export function plainWords(name: string): string {
  return name.replaceAll(/[_-]/g, ' ');
}

const numbers = new Intl.NumberFormat('en-US');

/** "1,204". */
export function numberWords(count: number): string {
  return numbers.format(count);
}

/** "1 item", "2 items". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** "80 %". */
export function percentWords(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The day that a page names, in the page's own zone: "18 June 2025". What is no date stays as it is. */
export function dayWords(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '';
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : days.format(at);
}

/** A time of the store, in the reader's zone: "4 Mar 2026, 12:00". */
export function momentWords(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : moments.format(at);
}

/** How long ago or ahead, to one unit: "3 minutes ago", "in 2 hours". */
export function distanceWords(time: string, nowMs: number): string {
  const seconds = (new Date(time).getTime() - nowMs) / 1000;
  const size = Math.abs(seconds);
  if (Number.isNaN(size)) return time;
  if (size < 60) return seconds <= 0 ? 'just now' : 'in a moment';
  const [count, unit] =
    size < 3600 ? [size / 60, 'minute'] : size < 172_800 ? [size / 3600, 'hour'] : [size / 86_400, 'day'];
  const words = countWords(Math.round(count), unit);
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}
