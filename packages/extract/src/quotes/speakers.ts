// Resolves the phrases that speak, in text order, to voices of the story. Knows who spoke so far; grammar is in
// named-speakers.ts and pronouns.ts.
import { type PronounFit, pronounFit } from '../pronoun-fit.ts';
import { paragraphRange } from '../reading/reading.ts';
import { foldedWord, isAmong, isWord, type QuoteContext, type TokenRange } from './context.ts';
import { type Scene, setScene, type Voice } from './mentions.ts';
import { nameSpeaker } from './named-speakers.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { isPersonNoun } from './person-nouns.ts';
import { type Resolution, resolvePronoun, type Spoken } from './pronouns.ts';

/** Resolves a phrase; `content` is what it is said to have said. To be called in text order. */
export type ResolveSpeaker = (phrase: NounPhrase, content: readonly TokenRange[]) => Resolution;

/** A resolver for one story. It remembers speakers, and the gender that a pronoun beside its speaker shows. */
export function createSpeakerResolver(context: QuoteContext): ResolveSpeaker {
  const scene = setScene(context);
  const spoken: Spoken[] = [];
  const shown = new Map<string, 'female' | 'male'>();
  const remember = (voice: Voice | null, { from, to }: NounPhrase): void => {
    spoken.push({ voice, token: from, words: `“${wordsOf(context, from, to)}”` });
  };
  return (phrase, content) => {
    if (!phrase.pronoun) {
      const voice = nameSpeaker(scene, phrase);
      if (voice || isSomebody(context, phrase)) remember(voice, phrase);
      return { voice, why: null };
    }
    const word = foldedWord(context, phrase.from);
    if (word !== 'he' && word !== 'she') return { voice: null, why: `“${word}” names nobody` };
    const gender = word === 'he' ? 'male' : 'female';
    const fitOf = (voice: Voice | null): PronounFit =>
      voice?.person
        ? pronounFit({ ...voice.person, gender: voice.person.gender ?? shown.get(voice.person.name) ?? null }, word)
        : 'no';
    const pronoun = { token: phrase.from, gender, content } as const;
    const first = resolvePronoun(scene, pronoun, spoken, (voice) => fitOf(voice) !== 'no');
    // "Ana Ruiz met Jo Lee. “No,” he said": hardly hers.
    const doubtful = first.voice !== null && fitOf(first.voice) === 'unusual';
    const resolution = doubtful ? surely(scene, phrase.from, fitOf) : first;
    const last = spoken.at(-1);
    const { voice } = resolution;
    if (voice?.person && last?.voice?.person === voice.person) shown.set(voice.person.name, gender);
    if (voice) remember(voice, phrase);
    return resolution;
  };
}

/** Whom the pronoun means where the order tells somebody with whom it hardly goes: the one that its paragraph names with whom it does, else nobody. */
function surely(scene: Scene, at: number, fitOf: (voice: Voice | null) => PronounFit): Resolution {
  const { reading } = scene.context;
  const [start] = paragraphRange(reading, reading.paragraphOf[at] ?? 0);
  const named = new Map<string, Voice>();
  let open = false;
  for (let i = start; i < at; i++) {
    const mention = scene.mentionAt(i);
    if (!mention) continue;
    i = mention.to - 1;
    const { voice } = mention;
    const fit = fitOf(voice);
    if (fit === 'open') open = true;
    else if (voice.person && fit !== 'no' && fit !== 'unusual') named.set(voice.person.name, voice);
  }
  const [voice] = named.values();
  if (voice && named.size === 1 && !open) return { voice, why: null };
  return { voice: null, why: `“${foldedWord(scene.context, at)}” hardly goes with whom the order tells` };
}

const ofOne: ReadonlySet<string> = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their', 'our', 'one', 'another']);

/** "the judge", "a spokeswoman", "its president": one person, though without a record. */
function isSomebody(context: QuoteContext, { from, headTo }: NounPhrase): boolean {
  if (isWord(context, from, 'determiner') && !isAmong(context, from, ofOne)) return false;
  let end = from + 1;
  while (end < headTo && !isWord(context, end, 'preposition', 'subordinate')) end++;
  return isPersonNoun(context, end - 1);
}

function wordsOf({ reading: { text, starts, ends } }: QuoteContext, from: number, to: number): string {
  return text.slice(starts[from], ends[Math.min(to, from + 8) - 1]);
}
