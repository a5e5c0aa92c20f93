// The words for kinds, statuses, fields and times on every page. Knows no finding and no markup.
import type { FindingKind, FindingStatus } from '@civicwire/store';

/** `letter` marks the kind in running text, where colour alone would not do. */
export const kindWords: Readonly<
  Record<FindingKind, { readonly one: string; readonly many: string; readonly letter: string }>
> = {
  city: { one: 'City', many: 'Cities', letter: 'C' },
  official: { one: 'Official', many: 'Officials', letter: 'O' },
  quote: { one: 'Quote', many: 'Quotes', letter: 'Q' },
  stance: { one: 'Stance', many: 'Stances', letter: 'S' },
};

export const statusWords: Readonly<Record<FindingStatus, string>> = {
  pending: 'To review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  edited: 'Edited',
  superseded: 'No longer found',
};

export const verdictWords = { accept: 'Accepted', reject: 'Rejected', edit: 'Edited', undo: 'Taken back' } as const;

const ownFieldWords: Readonly<Record<string, string>> = {
  geoid: 'Census GEOID',
  jurisdiction_id: 'OCD division id',
  lat: 'Latitude',
  lon: 'Longitude',
  focus: 'The story is about it',
  speaker_name: 'Speaker',
  kind: 'Kind of quote',
  holder_type: 'Holder is',
};

/** "attributed_by" → "Attributed by". */
export function fieldWords(field: string): string {
  const words = field.replaceAll('_', ' ');
  return ownFieldWords[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const fieldOrder: Readonly<Record<FindingKind, readonly string[]>> = {
  city: ['name', 'state', 'focus', 'geoid', 'lat', 'lon'],
  official: ['name', 'title', 'role', 'organization', 'jurisdiction', 'tenure', 'jurisdiction_id'],
  quote: ['speaker_name', 'kind'],
  stance: ['holder', 'holder_type', 'position', 'issue', 'basis', 'act', 'modality', 'target', 'attributed_by'],
};

/** All fields of a value with the telling ones first. */
export function inReadingOrder(kind: FindingKind, value: object): [field: string, value: unknown][] {
  const order = fieldOrder[kind];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b));
}

/** A value of a finding as words; null when there is none. */
export function valueWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const numbers = new Intl.NumberFormat('en-US');

/** "1,204". */
export function numberWords(count: number): string {
  return numbers.format(count);
}

/** "80 %"; words for null. */
export function confidenceWords(confidence: number | null): string {
  return confidence === null ? 'not measured' : `${Math.round(confidence * 100)} %`;
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** The day that a page names, in the page's own zone: "18 June 2025". What is no date stays as it is. */
export function dayWords(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '';
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : days.format(at);
}

/** A time of the store: "4 Mar 2026, 12:00 UTC". */
export function momentWords(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${moments.format(at)} UTC`;
}

/** How long ago or ahead, to one unit: "3 minutes ago", "in 2 hours". */
export function distanceWords(time: string, nowMs: number): string {
  const seconds = (new Date(time).getTime() - nowMs) / 1000;
  const size = Math.abs(seconds);
  if (Number.isNaN(size)) return time;
  if (size < 60) return seconds <= 0 ? 'just now' : 'in a moment';
  const [count, unit] =
    size < 3600 ? [size / 60, 'minute'] : size < 172_800 ? [size / 3600, 'hour'] : [size / 86_400, 'day'];
  const whole = Math.round(count);
  const words = `${numberWords(whole)} ${unit}${whole === 1 ? '' : 's'}`;
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}
