// What a holder says right beside a position of its own: “Lee voted no. ‘It ruins the block,’ he said.” Such words argue for the position.
// Knows who speaks and what the story told of the speaker; not what the words mean, so it abstains wherever they could turn.
import type { Quote, Stance } from '@civicwire/shared';
import { foldedAt, sentenceRange, tokenAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import {
  hasPhrase,
  isBareFact,
  isBeforeBut,
  isBeside,
  isGladOfIt,
  judgesIt,
  mayTurn,
  speaksOfOther,
  standsAside,
  tellsOwnDeed,
} from './reason-doubts.ts';
import { behindVote, beside, inOwnWords, isFor, issueOf, plain, type Story, type Told, toldBy } from './told-sides.ts';
import { isBehindTurn, isTurning } from './turned-minds.ts';

/** The stances of speakers whose position the story has told, in the words with which they argue for it. `argued`: positions that but an argument tells. */
export function findReasons(
  story: Story,
  analyses: readonly Analysis[],
  argued: readonly Analysis[],
): readonly Analysis[] {
  const { document } = story;
  const told = analyses.flatMap((analysis) => toldBy(document, analysis));
  if (told.length === 0) return [];
  const hinted = argued.flatMap((analysis) => toldBy(document, analysis));
  const found: Analysis[] = [];
  /** Sentence → who spoke there, in order: a run of one speaker's sentences is one argument. */
  const run = new Map<number, Told>();
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
    const own = told.filter(({ stance }) => stance.holder === name);
    const here = own.filter(({ sentence }) => sentence === s);
    if (here.length > 0 && !here.every(({ stance }) => standsAside(story, stance, quote))) continue;
    const before = run.get(s - 1);
    const goesOn = before?.stance.holder === name ? before : null;
    // What an argument tells of its speaker is less sure: no more than the sentence beside it goes with it.
    const hints = hinted.filter(({ stance, sentence }) => stance.holder === name && Math.abs(sentence - s) <= 1);
    const all = [...own, ...hints];
    const { reading } = story.document;
    if (isTurning(reading, s) || isBehindTurn(reading, sentenceRange(reading, s)[0])) continue;
    const frank = inOwnWords(story, s, quote, all, goesOn !== null);
    if (frank === null && mayTurn(story, s, quote)) continue;
    const reason =
      goesOn ??
      frank ??
      (here.length > 0
        ? plain(here, own)
        : own.length > 0
          ? (beside(story, s, own, run, quote) ??
            (isFirst && !tellsOwnDeed(story, quote) ? behindVote(story, s, own) : null))
          : inherited(story, s, quote, told));
    if (reason === null) continue;
    if (speaksOfOther(story, s, reason.stance.issue) || isBareFact(story, quote, reason)) continue;
    if (isGladOfIt(story, quote)) continue;
    // Last, for it reads the sentence in full. "Lee, who wrote the measure, said a board without files is no board"
    if (here.length === 0 && hasPhrase(story, s, quote, frank && reason.stance.issue)) continue;
    // On the story's measure each sentence counts, elsewhere a quotation once.
    const each = reason.stance.issue === issueOf(story);
    // "She wants higher pay. She is against buying drones": what somebody says before another thing comes up.
    if (!each && quote.kind === 'indirect' && reason.sentence > s && !judgesIt(story, quote)) continue;
    if (isBeside(story, quote, isFor(story, reason)) || (each && isBeforeBut(story, quote))) {
      // What is granted first goes on with a “But”.
      run.set(s, { ...reason, stance: { ...reason.stance, holder: name } });
      continue;
    }
    const saying = each ? `${quote.group} ${s}` : quote.group;
    const since = each ? lastSaid(name, s, all, run) : -1;
    run.set(s, { ...reason, stance: { ...reason.stance, holder: name } });
    if (spoken.has(saying)) continue;
    spoken.add(saying);
    found.push(reasonOf(story, quote, name, reason, [since, each ? s : Number.POSITIVE_INFINITY]));
  }
  return found;
}

/** The last sentence before s that told a position of the speaker, or argued for it; -1 without one. */
function lastSaid(name: string, s: number, own: readonly Told[], run: ReadonlyMap<number, Told>): number {
  let n = s - 1;
  while (n >= 0 && run.get(n)?.stance.holder !== name && !own.some(({ sentence }) => sentence === n)) n--;
  return n;
}

function speakerOf({ document, read }: Story, quote: Quote): string | null {
  if (quote.speakerName) return quote.speakerName;
  if (!quote.speaker) return null;
  const token = tokenAt(document.reading, quote.speaker.end - 1);
  const context = read(document.reading.sentenceOf[token] ?? 0);
  const speaker = context.candidates.find((item) => item.from <= token && token < item.to);
  // "a spokesman for the sheriff said"
  const mouth = speaker?.role === 'official' && foldedAt(document.reading, speaker.from - 1) === 'for';
  return speaker && !speaker.members && !mouth ? speaker.name : null;
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

/** The stance of a quotation, in its parts of the sentences behind the first of the two up to the second. */
function reasonOf(
  { document: { text, quotes, reading }, read }: Story,
  quote: Quote,
  name: string,
  { stance, analysis }: Told,
  [since, until]: readonly [number, number],
): Analysis {
  const sentenceAt = (offset: number): number => reading.sentenceOf[tokenAt(reading, offset)] ?? 0;
  const parts = quotes.filter(
    ({ group, start }) => group === quote.group && sentenceAt(start) > since && sentenceAt(start) <= until,
  );
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
    context: read(sentenceAt(quote.start)),
    frame: analysis.frame,
    judgement: { stances: [own], chain: analysis.judgement.chain },
  };
}
