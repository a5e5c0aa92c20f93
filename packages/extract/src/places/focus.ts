// Tells which cities a story is about. Knows where and how often they are named; not what the story says.

import type { PlaceMention } from '@civicwire/shared';
import type { Document } from '../document.ts';

/** A mention with what its place in the story weighs. */
export interface Weighed {
  readonly mention: PlaceMention;
  /** Paragraph number, from 0. */
  readonly paragraph: number;
}

const weights = { title: 3, dateline: 3, lead: 2, inOrg: 0.7, body: 1, bodyMax: 6 } as const;

/** A story has at most this many focus cities, each with at least this share of the first one's weight. */
const citiesMax = 4;
const shareMin = 0.6;

/**
 * Keys (`focusKey`) of the cities that the story is about: the one with the most weight, and others that come close to
 * it. Empty when no city is named. A name in a dateline alone says where a reporter sat, and is outweighed by a lead.
 */
export function findFocus(document: Document, weighed: readonly Weighed[]): ReadonlySet<string> {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { mention, paragraph } of weighed) {
    if (mention.type !== 'city' && mention.type !== 'county-subdivision') continue;
    const key = focusKey(mention);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    let weight = count <= weights.bodyMax ? weights.body : 0;
    if (paragraph <= 2) weight += weights.lead;
    if (mention.rule === 'places.dateline') weight += weights.dateline;
    if (mention.inOrg) weight += weights.inOrg;
    totals.set(key, (totals.get(key) ?? 0) + weight);
  }
  const title = (document.title ?? '').toLowerCase();
  for (const { mention } of weighed) {
    const key = focusKey(mention);
    const total = totals.get(key);
    if (total !== undefined && title !== '' && title.includes(mention.text.toLowerCase()) && counts.has(key)) {
      totals.set(key, total + weights.title);
      counts.delete(key);
    }
  }
  const most = Math.max(0, ...totals.values());
  const ordered = [...totals].sort(([, a], [, b]) => b - a);
  return new Set(
    ordered
      .filter(([, total]) => total > 0 && total >= most * shareMin)
      .slice(0, citiesMax)
      .map(([key]) => key),
  );
}

/** What makes two mentions the same place. */
export function focusKey(mention: PlaceMention): string {
  return mention.geoid ?? `${mention.name}|${mention.state ?? ''}`;
}
