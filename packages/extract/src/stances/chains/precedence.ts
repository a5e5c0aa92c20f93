// Which of several matches at one place counts, and where one ends for another. Knows ranges, ranks and verbs of barring; no issue.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { overlaps } from '../tables.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Ranked extends Range {
  readonly rule: { readonly rank: number; readonly type: string };
}

interface OfPack extends Range {
  readonly rule: { readonly pack: string };
}

/** "[cut off [ICE's access to plate readers]]": one pack's phrase has the verb in it, another's stands behind the verb and needs it. */
export function reachesInside(hit: Range, covers: readonly OfPack[], frames: readonly OfPack[]): boolean {
  return frames.some(
    (inner) =>
      inner.from >= hit.to &&
      covers.every((cover) => cover.rule.pack !== inner.rule.pack && cover.from <= hit.from && hit.to <= cover.to) &&
      covers.some((cover) => overlaps(cover, inner)),
  );
}

/** An operator whose gap runs into a frame ends where the frame begins: it must never get lost. */
export function beforeFrames<Found extends Range>(hit: Found, frames: readonly Range[]): Found {
  const frame = frames.find((item) => hit.from < item.from && item.from < hit.to);
  return frame ? { ...hit, to: frame.from } : hit;
}

/** The longer match wins, then the act over the negator, then the pack's priority, then the order in the file. */
export function beats(a: Ranked, b: Ranked, earlier: boolean): boolean {
  const longer = a.to - a.from - (b.to - b.from);
  if (a.rule.rank !== b.rule.rank && Math.min(a.rule.rank, b.rule.rank) < 1000) return a.rule.rank < b.rule.rank;
  if (longer !== 0) return longer > 0;
  if (a.rule.type !== b.rule.type) return a.rule.type === 'act';
  return earlier;
}

/** One passage may speak of issues of two packs: giving federal agents what plate readers saw. */
export function beatsInPack(a: Ranked & OfPack, b: Ranked & OfPack, earlier: boolean): boolean {
  return a.rule.pack === b.rule.pack && beats(a, b, earlier);
}

interface OfIssue extends Range {
  readonly rule: { readonly source: { readonly issue: string; readonly sign: number } };
}

/** "[bars cities from [limiting rents]]": what stands behind "from" or "to" has the sign of the whole by itself, so that the verb before it turns it. */
export function withoutOuterBars<Found extends OfIssue>(reading: Reading, hits: readonly Found[]): readonly Found[] {
  if (hits.length < 2) return hits;
  const turned = (outer: Found): boolean =>
    hits.some(
      (inner) =>
        inner.from > outer.from + 1 &&
        inner.from < outer.to &&
        inner.rule.source.issue === outer.rule.source.issue &&
        inner.rule.source.sign === outer.rule.source.sign &&
        (isBarred(reading, outer, inner) || endsBefore(reading, outer.from + 1, inner.from)),
    );
  return hits.some(turned) ? hits.filter((hit) => !turned(hit)) : hits;
}

function isBarred(reading: Reading, outer: Range, inner: Range): boolean {
  return (
    barring.test(foldedAt(reading, outer.from)) &&
    /^(?:from|to)$/.test(foldedAt(reading, inner.from - 1)) &&
    limiting.test(foldedAt(reading, inner.from))
  );
}

/** "[a proposal to ban [facial recognition]]": the verb between has a sign of its own. */
function endsBefore(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (ending.test(word) && (/ing$/.test(word) || /^(?:to|would|not)$/.test(foldedAt(reading, i - 1)))) return true;
  }
  return false;
}

const ending =
  /^(?:bann?|barr?|limit|restrict|end|stopp?|curb|prohibit|outlaw|repeal|scrapp?|cancel|block|dropp?|remov|halt|paus|suspend|forbidd?|prevent|terminat|abolish|kill)(?:e|ing)?$/;
const barring =
  /^(?:bar|ban|prohibit|prevent|forbid|forbad|stop|keep|kept|block|restrict)(?:s|[a-z]?ed|[a-z]?ing|e|den|ding)?$/;
const limiting =
  /^(?:bar|ban|prohibit|forbid|outlaw|limit|restrict|curb|curtail|cap|regulate|tighten|control|freeze|clear|sweep|stop)(?:n?ning|r?ring|p?ping|b?bing|d?ding|ing)?$/;

/** "keep a rule that [bars deputies from …]": the "from" of what is kept stands in the phrase, and nothing is kept from it. */
export function isKeptWhole(reading: Reading, hit: Range, cut: Range): boolean {
  return (
    cut.to < hit.to &&
    /^(?:keep|keeps|kept|keeping|leave|leaves|left|leaving)$/.test(foldedAt(reading, hit.from)) &&
    foldedAt(reading, hit.to - 1) === 'from' &&
    !/^(?:the|its|their|a|an|any|all|these|those)$/.test(foldedAt(reading, cut.to - 1))
  );
}
