// Ten thousand outlets that do not exist, and what each prints in a day: the same for every run. Knows papers and times; no
// network and no store.
import { hash } from 'node:crypto';
import { seededRandom } from '@civicwire/store/testing';

export interface Outlet {
  readonly id: string;
  readonly host: string;
  readonly feedUrl: string;
  /** Times of its stories, milliseconds since the beginning of the day, rising; those before it are negative. */
  readonly printedMs: readonly number[];
  /** Share of its answers that are failures of its own server. */
  readonly failing: number;
}

const dayMs = 86_400_000;

/**
 * What we take local news to be: six tenths are weeklies of 6 to 15 stories a week, three tenths small dailies of 4 to 12 a
 * day, one tenth larger papers and stations of 15 to 45 a day. On average 5.8 stories a day each.
 */
const kinds = [
  { share: 0.6, storiesMin: 6 / 7, storiesMax: 15 / 7 },
  { share: 0.3, storiesMin: 4, storiesMax: 12 },
  { share: 0.1, storiesMin: 15, storiesMax: 45 },
] as const;
/** One server in fifty answers a twentieth of the requests with 503 or not at all. */
const flakyOutlets = 0.02;
const flakyAnswers = 0.05;
/** How far back feeds reach when the day begins. */
const daysBefore = 14;
/** Stories that a feed lists. */
const feedEntries = 15;

/** The first `count` outlets, over a day of `hours`. */
export function createOutlets(count: number, hours: number): readonly Outlet[] {
  return Array.from({ length: count }, (_, at) => createOutlet(at, hours * 3_600_000));
}

function createOutlet(at: number, untilMs: number): Outlet {
  const random = seededRandom(at + 1);
  const pick = random();
  let from = 0;
  const kind =
    kinds.find(({ share }) => {
      from += share;
      return pick < from;
    }) ?? kinds[0];
  const aDay = kind.storiesMin + random() * (kind.storiesMax - kind.storiesMin);
  const printedMs: number[] = [];
  for (let atMs = -daysBefore * dayMs; atMs < untilMs; ) {
    // Papers print by day: at night the same gap takes three times as long.
    const hour = (((atMs / 3_600_000) % 24) + 24) % 24;
    const slow = hour < 6 || hour > 22 ? 3 : 0.8;
    atMs += (-Math.log(1 - random()) * dayMs * slow) / aDay;
    printedMs.push(Math.round(atMs));
  }
  const host = `outlet-${at}.example`;
  return {
    id: `outlet-${at}`,
    host,
    feedUrl: `https://${host}/feed.xml`,
    printedMs: printedMs.filter((ms) => ms < untilMs),
    failing: random() < flakyOutlets ? flakyAnswers : 0,
  };
}

/** Numbers of the stories that its feed lists at a time, newest first. */
export function listedAt({ printedMs }: Outlet, nowMs: number): readonly number[] {
  let end = printedMs.length;
  while (end > 0 && (printedMs[end - 1] ?? 0) > nowMs) end -= 1;
  return Array.from({ length: Math.min(feedEntries, end) }, (_, at) => end - 1 - at);
}

export const storyUrl = ({ host }: Outlet, story: number): string => `https://${host}/story/${story}`;

/** The feed as bytes. `dayStart` is the beginning of the day, milliseconds since 1970. */
export function feedBytes(outlet: Outlet, stories: readonly number[], dayStart: number): Uint8Array {
  const items = stories.map((story) => {
    const date = new Date(dayStart + (outlet.printedMs[story] ?? 0)).toUTCString();
    const url = storyUrl(outlet, story);
    return `<item><title>${titleOf(outlet, story)}</title><link>${url}</link><guid>${url}</guid><pubDate>${date}</pubDate><description>The council heard item ${story} and put the vote off until the engineers have been heard.</description></item>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${outlet.host}</title><link>https://${outlet.host}/</link><description>News</description>${items.join('')}</channel></rss>`,
  );
}

export function titleOf({ id }: Outlet, story: number): string {
  return `Council of ${id} weighs item ${story} of its agenda`;
}

const words =
  'council road bridge water school budget vote hearing mayor sheriff county library park station police chief board permit meeting plan report money year week street house bill court judge clerk'.split(
    ' ',
  );

/** The paragraphs of a story, about 3,400 characters; no two stories share one. */
export function paragraphsOf(outlet: Outlet, story: number): readonly string[] {
  const seed = Number.parseInt(hash('sha256', `${outlet.id}/${story}`, 'hex').slice(0, 8), 16);
  const random = seededRandom(seed);
  const sentence = (): string =>
    `The ${Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)]).join(' ')}.`;
  return [
    `MESA, Ariz. — The Mesa City Council voted on item ${story} at ${outlet.id} after a hearing that lasted most of the evening.`,
    `“We will not renew item ${story},” Mayor Dana Ortega said.`,
    ...Array.from({ length: 8 }, () => Array.from({ length: 4 }, sentence).join(' ')),
  ];
}

/** Bytes of a page beyond its story: what sites put around it. Smaller than real pages, see docs/SCALE.md. */
const furnitureBytes = 20_000;
const furniture = Array.from({ length: furnitureBytes / 40 }, (_, at) => `<a href="/section/${at}">Section ${at}</a>`)
  .join('\n')
  .slice(0, furnitureBytes);

export function pageBytes(outlet: Outlet, story: number): Uint8Array {
  const body = paragraphsOf(outlet, story)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
  const title = titleOf(outlet, story);
  return new TextEncoder().encode(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>${furniture}</nav><article><h1>${title}</h1>${body}</article></body></html>`,
  );
}
