// Resolves he and she to somebody named. Knows who spoke before, subjects of sentences and gender as the text tells it.
// A pronoun goes to the previous named speaker that fits, or to a later subject of a sentence, never to the nearest name.
import { paragraphRange, sentenceRange } from '../reading/reading.ts';
import {
  foldedWord,
  isAmong,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  type TokenRange,
} from './context.ts';
import type { Scene, Voice } from './mentions.ts';
import { isPersonNoun } from './person-nouns.ts';

/** A speaker so far: `voice` is null for one without a record ("a spokeswoman"). */
export interface Spoken {
  readonly voice: Voice | null;
  readonly token: number;
  /** The words, for notes. */
  readonly words: string;
}

/** A pronoun: its token, its gender, and what it is said to have said (nobody speaks of himself by name). */
export interface SpeakingPronoun {
  readonly token: number;
  readonly gender: 'female' | 'male';
  readonly content: readonly TokenRange[];
}

/** The voice, or why there is none. */
export interface Resolution {
  readonly voice: Voice | null;
  readonly why: string | null;
}

/** `fits` tells whether a voice can be meant; speakers are in text order. */
export function resolvePronoun(
  scene: Scene,
  pronoun: SpeakingPronoun,
  spoken: readonly Spoken[],
  fits: (voice: Voice | null) => boolean,
): Resolution {
  const word = foldedWord(scene.context, pronoun.token);
  const previous = spoken.findLast((entry) => entry.token < pronoun.token && fits(entry.voice));
  const { paragraphOf } = scene.context.reading;
  // "Ruiz will vote no, he said" is about himself, unless somebody else spoke before in the paragraph.
  const others = previous !== undefined && paragraphOf[previous.token] === paragraphOf[pronoun.token];
  const searched = others ? pronoun : { ...pronoun, content: [] };
  const subject = latestSubject(scene, searched, previous?.token ?? -1, fits);
  if (subject && subject !== 'nobody') return { voice: subject, why: null };
  const nameless = spoken.findLast((entry) => entry.voice === null && entry.token < pronoun.token);
  if (nameless && nameless.token > (previous?.token ?? -1) && isNear(scene, nameless.token, pronoun.token))
    return { voice: null, why: `“${word}” may be ${nameless.words}` };
  if (subject === 'nobody') return { voice: null, why: `“${word}” may be somebody without a record` };
  return previous?.voice
    ? { voice: previous.voice, why: null }
    : { voice: null, why: `no earlier speaker fits “${word}”` };
}

/** In the same paragraph or the one before. */
function isNear({ context: { reading } }: Scene, token: number, later: number): boolean {
  return (reading.paragraphOf[later] ?? 0) - (reading.paragraphOf[token] ?? 0) <= 1;
}

/** The latest subject of a sentence in this paragraph or the one before it, behind the last speaker; 'nobody' where that has no record, null where there is none. */
function latestSubject(
  scene: Scene,
  pronoun: SpeakingPronoun,
  after: number,
  fits: (voice: Voice | null) => boolean,
): Voice | 'nobody' | null {
  const { reading } = scene.context;
  const paragraph = reading.paragraphOf[pronoun.token] ?? 0;
  const [floor] = paragraphRange(reading, Math.max(0, paragraph - 1));
  const sentence = reading.sentenceOf[pronoun.token] ?? 0;
  for (let s = sentence; s >= Math.max(0, sentence - 12); s--) {
    const [start, end] = sentenceRange(reading, s);
    if (start < floor || end <= after) return null;
    const found = start > after ? subjectWithin(scene, start, Math.min(end, pronoun.token), pronoun) : null;
    if (found === 'nobody') return found;
    if (found !== 'same' && fits(found)) return found;
  }
  return null;
}

/** The first person named outside of quotations that nothing makes an object; 'same' when the pronoun itself stands first, 'nobody' for "a lawyer". */
function subjectWithin(
  scene: Scene,
  from: number,
  to: number,
  pronoun: SpeakingPronoun,
): Voice | 'same' | 'nobody' | null {
  const { context, mentionAt } = scene;
  const limit = Math.min(to, from + 60);
  // "A spokeswoman for Noble, Dana Smith, denied it": her, where there is a record, and not Noble.
  const unnamed = isOneOf(context, from, 'a', 'an', 'his', 'her', 'its', 'their') && isPersonNoun(context, from + 1);
  // "The congressman left. “No,” he said": the one before, told by his office.
  if (isOneOf(context, from, 'the') && isPersonNoun(context, from + 1)) return 'same';
  for (let i = from; i < limit; i++) {
    const span = spanAt(context, i);
    if (span) i = span.to - 1;
    else i = behindContent(i, pronoun.content);
    if (span || i >= limit) continue;
    if (isOneOf(context, i, pronoun.gender === 'male' ? 'he' : 'she')) return 'same';
    const mention = mentionAt(i);
    if (!mention) continue;
    const served = unnamed && isOneOf(context, mention.from - 1, 'for', 'of');
    if (mention.voice.person && !served && !isObject(scene, mention)) return mention.voice;
    i = mention.to - 1;
  }
  return unnamed ? 'nobody' : null;
}

/** Behind the content that covers token i; i itself when none does. */
function behindContent(i: number, content: readonly TokenRange[]): number {
  for (const { from, to } of content) if (from <= i && i < to) return to;
  return i;
}

/** "with Ruiz", "Ruiz's road", "the Ruiz administration", "his wife, Ana Ruiz,": named, but no subject. */
function isObject({ context }: Scene, { from, to }: TokenRange): boolean {
  let lead = from - 1;
  while (lead > from - 5 && isTitleWord(context, lead)) lead--;
  if (isWord(context, lead, 'preposition') && !isOneOf(context, lead, 'for')) return true;
  if (isOneOf(context, to, "'s", "'") || isAmong(context, to, bodies)) return true;
  if (isCapitalWord(context, to) && !isMark(context, to)) return true;
  if (!isOneOf(context, from - 1, ',') || !isOneOf(context, from - 3, 'his', 'her')) return false;
  // "Her brother, Mike Tate, called …": whoever so opens a sentence is what it tells of.
  return context.reading.sentenceOf[from - 4] === context.reading.sentenceOf[from];
}

/** "Secretary of State" before a name. */
function isTitleWord(context: QuoteContext, i: number): boolean {
  return isOneOf(context, i, 'of') || (isCapitalWord(context, i) && !isWord(context, i, 'preposition'));
}

const bodies: ReadonlySet<string> = new Set([
  'administration',
  'campaign',
  'camp',
  'team',
  'family',
  'supporters',
  'supporter',
  'aides',
  'aide',
  'spokesman',
  'spokeswoman',
  'voters',
]);
