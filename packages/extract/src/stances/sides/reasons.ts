// What a holder says right beside a position of its own: “Lee voted no. ‘It ruins the block,’ he said.” Such words argue for the position.
// Knows who speaks and what the story told of the speaker; not what the words mean, so it abstains wherever they could turn.
import type { Quote, Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange, tokenAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import { findCallBacks } from '../measure/call-backs.ts';
import type { Instrument } from '../measure/instruments.ts';
import { isThing, type SentenceContext } from '../sentence-context.ts';

/** A position that the story has told, and where. */
interface Told {
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
  /** The issue of the story's one measure; null when it has none. */
  readonly issue: string | null;
}

/** Fewer words than these are no reason: told in the story's own words, a few are but a link to the rest of its sentence. */
const wordsMin = { direct: 4, mixed: 5, indirect: 6 };

/** The stances of speakers whose position the story has told, in the words with which they argue for it. */
export function findReasons(story: Story, analyses: readonly Analysis[]): readonly Analysis[] {
  const { document } = story;
  const told = analyses.flatMap((analysis) => toldBy(document, analysis));
  if (told.length === 0) return [];
  const found: Analysis[] = [];
  /** Sentence → who spoke there, in order: a run of one speaker's sentences is one argument. */
  const argued = new Map<number, Told>();
  /** Who has spoken so far. */
  const heard = new Set<string>();
  /** A quotation in parts (“…,” Lee said. “…”) is one reason. */
  const spoken = new Set<string>();
  for (const quote of document.quotes) {
    const s = document.reading.sentenceOf[tokenAt(document.reading, quote.start)] ?? 0;
    const name = speakerOf(story, quote);
    if (name === null) continue;
    const isFirst = !heard.has(name);
    heard.add(name);
    if (mayTurn(story, s, quote)) continue;
    const own = told.filter(({ stance }) => stance.holder === name);
    const here = own.filter(({ sentence }) => sentence === s);
    if (here.length > 0 && !here.every(({ stance }) => standsAside(story, stance, quote))) continue;
    const before = argued.get(s - 1);
    const goesOn = before?.stance.holder === name ? before : null;
    const reason =
      goesOn ??
      (here.length > 0
        ? plain(here, own)
        : own.length > 0
          ? (beside(story, s, own, argued, quote) ??
            (isFirst && !tellsOwnDeed(story, quote) ? behindVote(story, s, own) : null))
          : inherited(story, s, quote, told));
    // Last, for it reads the sentence in full.
    if (reason === null || speaksOfOther(story, s, reason.stance.issue)) continue;
    // "Lee, who wrote the measure, said a board without files is no board"
    if (here.length === 0 && hasPhrase(story, s, quote)) continue;
    argued.set(s, { ...reason, stance: { ...reason.stance, holder: name } });
    if (spoken.has(quote.group)) continue;
    spoken.add(quote.group);
    found.push(reasonOf(story, s, quote, name, reason));
  }
  return found;
}

/** The plain positions of an analysis: held by the holder itself, without a condition. */
function toldBy(document: Document, analysis: Analysis): readonly Told[] {
  const { judgement, context } = analysis;
  if (!('stances' in judgement)) return [];
  const sentence = document.reading.sentenceOf[context.from] ?? 0;
  return judgement.stances
    .filter(({ attributedBy, basis }) => attributedBy === null && basis === 'position')
    .map((stance) => ({ analysis, stance, sentence }));
}

/** "Lee, who wrote the measure, said landlords will walk away": what the speaker did for it is told in an aside, and these words are a second thing. */
function standsAside(story: Story, { act, evidence }: Stance, quote: Quote): boolean {
  const { reading } = story.document;
  if (act === 'statement' || (quote.start < evidence.end && evidence.start < quote.end)) return false;
  // "voted no, saying …", "voted for it and said …": one act and its words.
  const cue = quote.cue && tokenAt(reading, quote.cue.start);
  if (!cue || /ing$/.test(foldedAt(reading, cue)) || isOf(story.grammar, reading, cue - 1, 'conjunction')) return false;
  return !isNoReason(story, quote);
}

/** "said she has no plans to change it", "said he was not surprised by the suit" */
function isNoReason(story: Story, quote: Quote): boolean {
  const { reading } = story.document;
  const first = tokenAt(reading, quote.start);
  for (let i = first; i < first + 6; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:surprised|shocked)$/.test(word)) return true;
    // "has heard from families": what was seen is a reason.
    if (/^(?:heard|seen|watched|met)$/.test(word)) return false;
  }
  return tellsOwnDeed(story, quote);
}

function speakerOf({ document, read }: Story, quote: Quote): string | null {
  if (quote.speakerName) return quote.speakerName;
  if (!quote.speaker) return null;
  const token = tokenAt(document.reading, quote.speaker.end - 1);
  const context = read(document.reading.sentenceOf[token] ?? 0);
  const speaker = context.candidates.find((item) => item.from <= token && token < item.to);
  return speaker && !speaker.members ? speaker.name : null;
}

/** Whether the words could mean the contrary, ask, or are too few. */
function mayTurn({ document: { reading }, grammar }: Story, s: number, quote: Quote): boolean {
  const [from, to] = sentenceRange(reading, s);
  const first = tokenAt(reading, quote.start);
  const last = tokenAt(reading, quote.end - 1);
  let words = 0;
  for (let i = first; i <= last; i++) if (!hasShape(reading, i, shape.mark)) words++;
  // "Internal affairs does its job, he said": a whole clause.
  const least = quote.kind === 'indirect' && first === from ? wordsMin.direct : wordsMin[quote.kind];
  if (words < least || to - from > 80) return true;
  for (let i = from; i < to; i++) if (isOf(grammar, reading, i, 'turns')) return true;
  return quote.kind === 'indirect' && (isOthersWish(reading, first, last) || isSafeguard(reading, first, last));
}

/** "(said) the family still wants to see the video": what others want may be another thing. */
function isOthersWish(reading: Reading, first: number, last: number): boolean {
  const begin = foldedAt(reading, first) === 'that' ? first + 1 : first;
  if (/^(?:he|she|they|we|i)$/.test(foldedAt(reading, begin))) return false;
  for (let i = begin + 1; i <= Math.min(last, begin + 5); i++)
    if (/^(?:wants?|wanted|hopes?|seeks?)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "(said) detectives would need a sergeant's approval": a limit on the thing, by whoever is for it. */
function isSafeguard(reading: Reading, first: number, last: number): boolean {
  let must = false;
  for (let i = first; i <= last; i++) {
    const word = foldedAt(reading, i);
    // "had no quarrel with the officers": granted to the other side.
    if (word === 'no' && /^(?:quarrel|problem|objection|issue|complaint)s?$/.test(foldedAt(reading, i + 1)))
      return true;
    if (/^(?:needs?|must|requires?|required|only)$/.test(word)) must = true;
    else if (must && safeguards.test(word)) return true;
  }
  return false;
}

const safeguards = /^(?:approval|permission|consent|warrants?|audits?|supervisor|supervisors|sign-off|authorization)$/;

/** Whether an issue phrase stands in the words: then the calculus has judged them, and what it leaves open stays open. */
function hasPhrase({ document, read }: Story, s: number, quote: Quote): boolean {
  const first = tokenAt(document.reading, quote.start);
  const last = tokenAt(document.reading, quote.end - 1);
  return read(s).hits.frames.some((frame) => isThing(frame) && first <= frame.from && frame.from <= last);
}

/** The one position of a speaker that words in sentence s can argue for: told beside them, or spoken of in them. */
function beside(
  story: Story,
  s: number,
  own: readonly Told[],
  argued: ReadonlyMap<number, Told>,
  quote: Quote,
): Told | null {
  const near = own.filter(({ sentence }) => sentence === s - 1 || (sentence === s + 1 && sameParagraph(story, s)));
  if (near.length > 0) return plain(near, own);
  // In a story about one measure whoever is quoted speaks of it.
  const onIt = (issue: string): boolean =>
    quote.kind === 'direct' && issue === story.issue && s > 0 && (argued.has(s - 1) || speaksOf(story, s - 1, issue));
  const topical = own.filter(({ stance }) => onIt(stance.issue) || speaksOf(story, s, stance.issue));
  return topical.length > 0 ? plain(topical, own) : null;
}

/** "Lee said he had asked for advice", "she would bring it back": what the speaker did or will do is no reason. */
function tellsOwnDeed({ document: { reading } }: Story, quote: Quote): boolean {
  const first = tokenAt(reading, quote.start);
  const own = [first, first + 1].find((i) => /^(?:he|she|i)$/.test(foldedAt(reading, i)));
  return (
    own !== undefined && /^(?:had|has|would|will|plans|wants|hopes|intends|'d|'ll)$/.test(foldedAt(reading, own + 1))
  );
}

/** So many sentences from a member's vote the member's reasons for it may stand. */
const sentencesFromVote = 12;

/** The vote on the story's one measure that what its member says first is about: “Lee and Park voted no. … Lee said the money is gone.” Null where none is told. */
function behindVote(story: Story, s: number, own: readonly Told[]): Told | null {
  const votes = own.filter(
    ({ stance, sentence }) =>
      /^(?:vote|policy-proposal|decision|agreement-signed)$/.test(stance.act) &&
      /^(?:council-member|mayor|person|official|state-official)$/.test(stance.holderType) &&
      stance.issue === story.issue &&
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
  return story.issue !== null && speaksOf(story, Math.max(0, s - 1), story.issue);
}

/** The one direction of what is told near, unless the same holder is elsewhere of another mind. */
function plain(near: readonly Told[], own: readonly Told[]): Told | null {
  const [first] = near;
  if (!first || (first.stance.position !== 'supports' && first.stance.position !== 'opposes')) return null;
  const { issue, position } = first.stance;
  const one = near.every(({ stance }) => stance.issue === issue);
  const steady = own.every(({ stance }) => stance.issue !== issue || stance.position === position);
  return one && steady ? first : null;
}

function sameParagraph({ document: { reading } }: Story, s: number): boolean {
  const [from, to] = sentenceRange(reading, s);
  return reading.paragraphOf[from] === reading.paragraphOf[to];
}

/** Whether a sentence speaks of a thing of another issue: “I'm all for the cameras” argues for no limit on them. */
function speaksOfOther({ document, grammar, instruments }: Story, s: number, issue: string): boolean {
  return findCallBacks(grammar, document.reading, s, instruments).some(({ rule }) => rule.source.issue !== issue);
}

/** Whether a sentence speaks of the issue: by a phrase of it, or by a noun that the story uses for its thing. */
function speaksOf({ document, grammar, instruments, read }: Story, s: number, issue: string): boolean {
  const called = findCallBacks(grammar, document.reading, s, instruments);
  if (called.some(({ rule }) => rule.source.issue === issue)) return true;
  const { frames, cancelled } = read(s).hits;
  return [...frames, ...cancelled.map(({ hit }) => hit)].some((hit) => isThing(hit) && hit.rule.source.issue === issue);
}

const offices =
  /^(?:president|director|chairman|chairwoman|chair|lawyer|attorney|spokesman|spokeswoman|spokesperson|lobbyist|founder|co-founder|organizer|leader|head|vice|executive|policy|manager)$/;

/** "Its president, Roy Tipton, said …" behind what the association wants: he speaks for it. Null for anybody else. */
function inherited(story: Story, s: number, quote: Quote, told: readonly Told[]): Told | null {
  const { reading } = story.document;
  if (!quote.speaker) return null;
  const [from, to] = sentenceRange(reading, s);
  let office = false;
  for (let i = from; i < to; i++) {
    const own = foldedAt(reading, i) === 'its' || foldedAt(reading, i) === 'their';
    if (own && (offices.test(foldedAt(reading, i + 1)) || offices.test(foldedAt(reading, i + 2)))) office = true;
  }
  if (!office) return null;
  const near = told.filter(
    ({ sentence, stance }) => sentence === s - 1 && /^(?:nonprofit|union|business|activists)$/.test(stance.holderType),
  );
  return new Set(near.map(({ stance }) => stance.holder)).size === 1 ? plain(near, near) : null;
}

function reasonOf(story: Story, s: number, quote: Quote, name: string, reason: Told): Analysis {
  const { stance, analysis } = reason;
  const { text, quotes } = story.document;
  const parts = quotes.filter(({ group }) => group === quote.group);
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  const own: Stance = {
    ...stance,
    holder: name,
    act: 'statement',
    modality: 'asserted',
    target: null,
    evidence: { start, end, text: text.slice(start, end) },
    trace: `“${words}” argues for what the story tells of ${stance.holder} (${stance.trace})`,
    confidence: Math.max(0.3, Math.round((stance.confidence - 0.3) * 100) / 100),
  };
  return {
    context: story.read(s),
    frame: analysis.frame,
    judgement: { stances: [own], chain: analysis.judgement.chain },
  };
}
