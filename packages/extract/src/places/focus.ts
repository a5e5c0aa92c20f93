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
  const totals = Array.from(tally(weighed, title), ([key, each]) => ({ key, total: weigh(each) }));
  totals.sort((a, b) => b.total - a.total);
  const most = totals[0]?.total ?? 0;
  const inFocus = totals.slice(0, citiesMax).filter(({ total }) => total >= most * shareMin);
  const focal = inFocus.reduce((sum, { total }) => sum + total, 0);
  const all = totals.reduce((sum, { total }) => sum + total, 0);
  return new Map(
    inFocus.map(({ key, total }) => [key, Math.round((focal / all) * (total / (total + halfWeight)) * 100) / 100]),
  );
}

/** How often, and where, a city is named. */
interface Tally {
  mentions: number;
  leads: number;
  datelines: number;
  inOrg: number;
  inTitle: boolean;
}

/** The tally of each city and township, by `focusKey`, in the order of first mentions. */
function tally(weighed: readonly Weighed[], title: string): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const seen = new Map<string, boolean>();
  const isInTitle = (name: string): boolean => {
    let found = seen.get(name);
    if (found === undefined) {
      found = title.includes(name.toLowerCase());
      seen.set(name, found);
    }
    return found;
  };
  for (const { mention, paragraph } of weighed) {
    if (mention.type !== 'city' && mention.type !== 'county-subdivision') continue;
    const key = focusKey(mention);
    let city = tallies.get(key);
    if (!city) {
      city = { mentions: 0, leads: 0, datelines: 0, inOrg: 0, inTitle: false };
      tallies.set(key, city);
    }
    city.mentions++;
    if (paragraph < leadParagraphs) city.leads++;
    if (mention.rule === 'places.dateline') city.datelines++;
    if (mention.inOrg) city.inOrg++;
    if (title !== '' && !city.inTitle) city.inTitle = isInTitle(mention.text);
  }
  return tallies;
}

function weigh({ mentions, leads, datelines, inOrg, inTitle }: Tally): number {
  if (mentions === 1 && datelines === 1 && !inTitle) return weights.datelineAlone;
  return (
    Math.min(mentions, weights.bodyMax) * weights.body +
    Math.min(leads, weights.leadMax) * weights.lead +
    (datelines > 0 ? weights.dateline : 0) +
    Math.min(inOrg, weights.bodyMax) * weights.inOrg +
    (inTitle ? weights.title : 0)
  );
}

/** What makes two mentions the same place. */
export function focusKey(mention: PlaceMention): string {
  return mention.geoid ?? `${mention.name}|${mention.state ?? ''}`;
}
