// Whether a page is a live blog: many entries under one address, each with its own time. Knows no status and no body.
import { readBlocks } from './blocks.ts';
import type { PageDocument } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
import { isProse } from './precision.ts';

/** Entries that a page must show, beside words that call it live: three times are a timetable or an agenda as well. */
const entriesMin = 4;
/** More paragraphs a page are not looked at. */
const blocksMax = 4_000;

const liveHeadline =
  /\blive[ -](?:updates?|blog|coverage|report(?:ing|s)?|feed)\b|^(?:live|updates?)\s*[:|–—-]|[:|–—-]\s*live$|\bas it happen(?:s|ed)\b|\bminute[ -]by[ -]minute\b/i;
const liveAddress =
  /\/(?:live|live-?blogs?|live-?updates?|live-?coverage)(?:\/|$)|\blive-?(?:blog|updates?|coverage)(?:[-/.]|$)/i;
/** "8:15 p.m.", "Updated 10:02 a.m. EDT, March 4", "Tuesday, 8 PM": all that stands in the line, or what it begins with before a dash. */
const stamp =
  /^(?:(?:[Uu]pdated|UPDATED|[Pp]osted|[Pp]ublished)(?: at)?:? )?(?:[A-Z][a-z]{2,8}\.?,? (?:\d{1,2}(?:, 20\d\d)?,? )?(?:at |[-–—|] )?)?\d{1,2}(?::\d\d)? ?[AaPp]\.?[Mm]\b\.?/;
const stampLineMax = 50;

/**
 * Why a page is a live blog, in words; null for any other page. Its own data say so (schema.org LiveBlogPosting), or its
 * headline or address does and it shows entries that are told with their times. Words alone prove nothing: stories tell of
 * live updates, and are moved to addresses that speak of them.
 */
export function readLiveBlog(
  document: PageDocument,
  linked: LinkedArticle,
  page: { readonly title: string | null; readonly url: string | null },
): string | null {
  if (linked.isLiveBlog) return 'its data call it a LiveBlogPosting';
  const isCalledLive = liveHeadline.test((page.title ?? '').slice(0, 500));
  const isAtLive = liveAddress.test((page.url ?? '').slice(0, 500).replace(/[?#].*$/, ''));
  if (!isCalledLive && !isAtLive) return null;
  const entries = countEntries(document);
  if (entries < entriesMin) return null;
  return `its ${isCalledLive ? 'headline' : 'address'} says that it is live, and it has ${entries} entries with times`;
}

/** Times, each on a line of its own or at the head of a paragraph, that full paragraphs follow before the next one. */
function countEntries(document: PageDocument): number {
  let entries = 0;
  let isOpen = false;
  for (const block of document.body ? readBlocks(document.body).slice(0, blocksMax) : []) {
    const time = stamp.exec(block.text)?.[0];
    const rest = time === undefined ? '' : block.text.slice(time.length);
    const isStamp = time !== undefined && (block.text.length <= stampLineMax || /^ ?[-–—:|]/.test(rest));
    if (isStamp) isOpen = true;
    if (isOpen && isProse(block)) {
      entries++;
      isOpen = false;
    }
  }
  return entries;
}
