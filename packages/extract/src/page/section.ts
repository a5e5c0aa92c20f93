// A page → the section of the paper that its story stands in. Knows no body and no dates.
import type { PageDocument } from './dom.ts';
import { tidyLine } from './lines.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Stated } from './metadata.ts';
import { dropTags, undoReferences } from './references.ts';

const sectionCharsMax = 60;
/** What systems write where nobody chose a section, and the first crumb of every trail. */
const saysNothing =
  /^(?:uncategori[sz]ed|none|null|undefined|default|all|topics?|home ?page|front page|home|articles?|stories|story|posts?|\S+\.(?:com|org|net))$/i;

/**
 * The section in the outlet's own words, without markup: JSON-LD `articleSection`, else meta, else the last crumb before
 * the story, else a word of the address that is a section of nearly every paper. Null when none of them gives one; a guess
 * from any other word of the address would be a guess.
 */
export function readSection(
  document: PageDocument,
  linked: LinkedArticle,
  meta: ReadonlyMap<string, string>,
  page: { readonly url: string | null; readonly title: string | null; readonly site: string | null },
): Stated | null {
  const fromMeta = ['article:section', 'parsely-section', 'og:section', 'sailthru.section', 'section'];
  return (
    firstOf(linked.sections, 'json-ld') ??
    firstOf(
      fromMeta.flatMap((name) => meta.get(name) ?? []),
      'meta',
    ) ??
    firstOf(crumbs(linked.crumbs, page), 'breadcrumb') ??
    firstOf(crumbs(shownCrumbs(document), page), 'breadcrumb') ??
    firstOf(sectionOfPath(page.url), 'url')
  );
}

function firstOf(candidates: readonly string[], method: string): Stated | null {
  for (const candidate of candidates) {
    const value = tidySection(candidate);
    if (value !== null) return { value, method };
  }
  return null;
}

function tidySection(text: string): string | null {
  const value = tidyLine(dropTags(undoReferences(text.slice(0, 300))));
  const isName = /\p{L}/u.test(value) && value.length <= sectionCharsMax && !/^https?:|^\//i.test(value);
  return isName && !saysNothing.test(value) ? value : null;
}

/** The trail from its end, without the story itself and the name of the site. */
function crumbs(
  trail: readonly string[],
  { title, site }: { readonly title: string | null; readonly site: string | null },
): string[] {
  const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const story = plain(title);
  return trail
    .filter((crumb) => {
      const words = plain(undoReferences(crumb));
      const isStory = story !== '' && (words === story || (words.length > 20 && story.startsWith(words)));
      return words !== '' && !isStory && words !== plain(site);
    })
    .toReversed();
}

const trailSelector =
  'nav[aria-label*="breadcrumb" i], [itemtype*="BreadcrumbList"], .breadcrumb, .breadcrumbs, [id="breadcrumbs"]';

/** Words of the links of the page's first trail; the story itself is seldom a link there. */
function shownCrumbs(document: PageDocument): string[] {
  const trail = document.querySelector(trailSelector);
  if (!trail) return [];
  return [...trail.querySelectorAll('a')].slice(0, 8).map((link) => tidyLine((link.textContent ?? '').slice(0, 300)));
}

/** Sections that go by the same word at nearly every paper; the more special ones come last, for they say more. */
const sectionWords: readonly string[] = [
  'news',
  'local',
  'local-news',
  'sports',
  'opinion',
  'opinions',
  'editorials',
  'letters',
  'columns',
  'business',
  'politics',
  'government',
  'crime',
  'courts',
  'public-safety',
  'education',
  'schools',
  'health',
  'environment',
  'elections',
  'housing',
  'immigration',
  'transportation',
  'weather',
  'obituaries',
  'entertainment',
  'lifestyle',
  'arts',
  'food',
  'community',
];
const rankOf = new Map(sectionWords.map((word, rank) => [word, rank]));
const pathPartsMax = 8;

/** "/news/public-safety/2026/03/…" → "public safety". The last part of a path is the story's own name and is left out. */
function sectionOfPath(url: string | null): string[] {
  const path = /^https?:\/\/[^/?#]+(\/[^?#]*)/i.exec((url ?? '').slice(0, 1000))?.[1];
  const parts = (path ?? '').replace(/\/$/, '').toLowerCase().split('/').slice(1, -1).slice(0, pathPartsMax);
  const known = parts.flatMap((part) => {
    const rank = rankOf.get(part);
    return rank === undefined ? [] : [{ part, rank }];
  });
  const best = known.sort((one, other) => other.rank - one.rank)[0];
  return best ? [best.part.replaceAll('-', ' ')] : [];
}
