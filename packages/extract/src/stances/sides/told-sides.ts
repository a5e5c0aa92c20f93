// Which position of a speaker, told elsewhere in the story, words can argue for. Knows where it was told and what stands between; not what the words mean.
import type { Quote, Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, sentenceRange } from '../../reading/reading.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import type { Agenda } from '../measure/agenda.ts';
import { findCallBacks } from '../measure/call-backs.ts';
import type { Instrument } from '../measure/instruments.ts';
import { isThing, type SentenceContext } from '../sentence-context.ts';

/** A position that the story has told, and where. */
export interface Told {
  readonly analysis: Analysis;
  readonly stance: Stance;
  readonly sentence: number;
}

/** What the sentences of a story are to this rule. */
export interface Story {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly instruments: readonly Instrument[];
  /** The context of a sentence. */
  readonly read: (s: number) => SentenceContext;
  /** The story's one measure; null when it has none. */
  readonly agenda: Agenda | null;
}

/** The plain positions of an analysis: held by the holder itself, without a condition. */
export function toldBy(document: Document, analysis: Analysis): readonly Told[] {
  const { judgement, context } = analysis;
  if (!('stances' in judgement)) return [];
  const sentence = document.reading.sentenceOf[context.from] ?? 0;
  // "She had voted to sign it in 2022.": what she says today may be for the other side.
  const [first] = judgement.chain.links;
  // "can live with the ban": what such a speaker argues for is something else.
  if (judgement.chain.links.some(({ hit }) => hit.rule.id === 'open-to')) return [];
  const before = first !== undefined && foldedAt(document.reading, first.hit.from - 1) === 'had';
  return judgement.stances
    .filter(({ attributedBy, basis }) => attributedBy === null && basis === 'position')
    .filter(({ act }) => !(before && act === 'vote'))
    .map((stance) => ({ analysis, stance, sentence }));
}

/** The one position of a speaker that words in sentence s can argue for: told beside them, or spoken of in them. */
export function beside(
  story: Story,
  s: number,
  own: readonly Told[],
  argued: ReadonlyMap<number, Told>,
  quote: Quote,
): Told | null {
  const near = own.filter(({ sentence }) => sentence === s - 1 || (sentence === s + 1 && sameParagraph(story, s)));
  if (near.length > 0) return plain(near, own);
  // “She would add officers. The force is short.” and, in a paragraph of its own, “‘You can't do more with less,’ she said.”
  const above = own.filter(({ sentence }) => sentence === s - 2 && isSameParagraph(story, sentence, s - 1));
  if (quote.kind === 'direct' && above.length > 0) return plain(above, own);
  // In a story about one measure whoever is quoted speaks of it.
  const onIt = (issue: string): boolean =>
    quote.kind === 'direct' &&
    issue === issueOf(story) &&
    s > 0 &&
    (argued.has(s - 1) || speaksOf(story, s - 1, issue));
  const topical = own.filter(({ stance }) => onIt(stance.issue) || speaksOf(story, s, stance.issue));
  return topical.length > 0 ? plain(topical, own) : null;
}

/** The one position, told before, of somebody who speaks in quotation marks of the story's one measure: “Lee voted no. … ‘If we pass it, we lose the grant,’ Lee said.” Whatever turns there are in the words, they are chosen for it. */
export function inOwnWords(story: Story, s: number, quote: Quote, own: readonly Told[], goesOn: boolean): Told | null {
  const issue = issueOf(story);
  if (quote.kind === 'indirect' || issue === null || own.some(({ stance }) => stance.issue !== issue)) return null;
  // “We were never told,” Lee said. “A cap is wrong.”: told in the same breath.
  const breath = own.filter(({ sentence, stance }) => sentence === s + 1 && isPartOf(story, quote, stance));
  const before = own.filter(({ sentence }) => sentence < s);
  const side = plain([...before, ...breath], own);
  if (side === null) return null;
  const within = (sentences: number): boolean => before.some(({ sentence }) => s - sentence <= sentences);
  const near = goesOn || breath.length > 0 || within(sentencesNear);
  return near || (within(sentencesOn) && isStillOn(story, s)) ? side : null;
}

function isPartOf({ document: { quotes } }: Story, { group }: Quote, { evidence }: Stance): boolean {
  return quotes.some((part) => part.group === group && part.start < evidence.end && evidence.start < part.end);
}

/** So many sentences behind a position nothing else is spoken of yet; so many while the story is still on the measure. */
const sentencesNear = 1;
const sentencesOn = 5;

export function issueOf({ agenda }: Story): string | null {
  return agenda?.rule.source.issue ?? null;
}

/** Whether a position is one for the story's measure, or for its own issue where that is another. */
export function isFor({ agenda }: Story, { stance }: Told): boolean {
  const sign = agenda?.rule.source.issue === stance.issue ? agenda.rule.source.sign : 1;
  return (stance.position === 'supports') === sign > 0;
}

/** So many sentences from a member's vote the member's reasons for it may stand. */
const sentencesFromVote = 12;

/** The vote on the story's one measure that what its member says first is about: “Lee and Park voted no. … Lee said the money is gone.” Null where none is told. */
export function behindVote(story: Story, s: number, own: readonly Told[]): Told | null {
  const votes = own.filter(
    ({ stance, sentence }) =>
      /^(?:vote|policy-proposal|decision|agreement-signed)$/.test(stance.act) &&
      /^(?:council-member|mayor|person|official|state-official)$/.test(stance.holderType) &&
      stance.issue === issueOf(story) &&
      Math.abs(sentence - s) <= sentencesFromVote,
  );
  return votes.length > 0 && isStillOn(story, s) ? plain(votes, own) : null;
}

/** Whether the sentence before still tells of the measure: by what somebody says, a vote, or a noun for it; else the story may have gone on to other business. */
function isStillOn(story: Story, s: number): boolean {
  const { reading, quotes } = story.document;
  const [from, to] = sentenceRange(reading, Math.max(0, s - 1));
  for (let i = from; i < to; i++) if (isOf(story.grammar, reading, i, 'ballot', 'decides')) return true;
  const [start, end] = [reading.starts[from] ?? 0, reading.ends[to - 1] ?? 0];
  if (quotes.some((quote) => quote.start < end && start < quote.end)) return true;
  const issue = issueOf(story);
  return issue !== null && speaksOf(story, Math.max(0, s - 1), issue);
}

/** The one direction of what is told near, unless the same holder is elsewhere of another mind. */
export function plain(near: readonly Told[], own: readonly Told[]): Told | null {
  const [first] = near;
  if (!first || (first.stance.position !== 'supports' && first.stance.position !== 'opposes')) return null;
  const { issue, position } = first.stance;
  const one = near.every(({ stance }) => stance.issue === issue);
  const steady = own.every(({ stance }) => stance.issue !== issue || stance.position === position);
  return one && steady ? first : null;
}

function isSameParagraph({ document: { reading } }: Story, one: number, other: number): boolean {
  return reading.paragraphOf[sentenceRange(reading, one)[0]] === reading.paragraphOf[sentenceRange(reading, other)[0]];
}

function sameParagraph({ document: { reading } }: Story, s: number): boolean {
  const [from, to] = sentenceRange(reading, s);
  return reading.paragraphOf[from] === reading.paragraphOf[to];
}

/** Whether a sentence speaks of the issue: by a phrase of it, or by a noun that the story uses for its thing. */
function speaksOf({ document, grammar, instruments, read }: Story, s: number, issue: string): boolean {
  const called = findCallBacks(grammar, document.reading, s, instruments);
  if (called.some(({ rule }) => rule.source.issue === issue)) return true;
  const { frames, cancelled } = read(s).hits;
  return [...frames, ...cancelled.map(({ hit }) => hit)].some((hit) => isThing(hit) && hit.rule.source.issue === issue);
}
