// Tells which cities a story is about. Knows where and how often they are named; not what the story says.

import type { PlaceMention } from '@civicwire/shared';
import type { Document, LocatedPlace } from '../document.ts';

/** A mention with what its place in the story weighs. */
export interface Weighed {
  readonly mention: LocatedPlace;
  /** Paragraph number, from 0. */
  readonly paragraph: number;
}

/** `leadMax`, `bodyMax`: mentions that count; more of them add nothing. */
const weights = {
  title: 3,
  dateline: 3,
  datelineAlone: 1.5,
  lead: 2,
  leadMax: 2,
  inOrg: 0.7,
  body: 1,
  bodyMax: 6,
} as const;
const leadParagraphs = 3;

/** A story has at most this many focus cities, each with at least this share of the first one's weight. */
const citiesMax = 4;
const shareMin = 0.6;

/** Weight of a city on which a story's focus rests half: one mention in the body has 1, a lead of two mentions 6. */
const halfWeight = 2;

/**
 * Keys (`focusKey`) of the cities that the story is about: the one with the most weight, and others that come close to
 * it, each with a confidence: the share of its weight in that of all cities, less for a weight of a mention or two. Empty when no city is named. A name in a dateline alone says where a reporter sat, and is outweighed by a lead.
 */
export function findFocus(document: Document, weighed: readonly Weighed[]): ReadonlyMap<string, number> {
  const title = (document.title ?? '').toLowerCase();
  const cities = weighed.filter(({ mention }) => mention.type === 'city' || mention.type === 'county-subdivision');
  const totals = [...Map.groupBy(cities, ({ mention }) => focusKey(mention))].map(
    ([key, mentions]) => [key, weigh(mentions, title)] as const,
  );
  const most = Math.max(0, ...totals.map(([, total]) => total));
  const inFocus = totals
    .sort(([, a], [, b]) => b - a)
    .filter(([, total]) => total >= most * shareMin)
    .slice(0, citiesMax);
  const focal = inFocus.reduce((sum, [, total]) => sum + total, 0);
  const all = totals.reduce((sum, [, total]) => sum + total, 0);
  return new Map(
    inFocus.map(([key, total]) => [key, Math.round((focal / all) * (total / (total + halfWeight)) * 100) / 100]),
  );
}

function weigh(mentions: readonly Weighed[], title: string): number {
  const isDateline = ({ mention }: Weighed): boolean => mention.rule === 'places.dateline';
  const inTitle = mentions.some(({ mention }) => title.includes(mention.text.toLowerCase()));
  if (mentions.length === 1 && mentions.every(isDateline) && !inTitle) return weights.datelineAlone;
  const leads = mentions.filter(({ paragraph }) => paragraph < leadParagraphs).length;
  return (
    Math.min(mentions.length, weights.bodyMax) * weights.body +
    Math.min(leads, weights.leadMax) * weights.lead +
    (mentions.some(isDateline) ? weights.dateline : 0) +
    Math.min(mentions.filter(({ mention }) => mention.inOrg).length, weights.bodyMax) * weights.inOrg +
    (inTitle ? weights.title : 0)
  );
}

/** What makes two mentions the same place. */
export function focusKey(mention: PlaceMention): string {
  return mention.geoid ?? `${mention.name}|${mention.state ?? ''}`;
}
