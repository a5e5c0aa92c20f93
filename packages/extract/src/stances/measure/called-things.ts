// Sentences without a phrase of their own that decide on or judge a thing told of before: by its noun, by an echo of its first telling, by any name.
// Knows which thing is meant where; what a sentence says of it is judged as for any other phrase.
import type { Document } from '../../document.ts';
import { foldedAt, sentenceRange } from '../../reading/reading.ts';
import type { Grammar } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext, SentenceReader } from '../sentence-context.ts';
import type { Agenda } from './agenda.ts';
import { findCallBacks } from './call-backs.ts';
import { type Echoes, echoesOf, findEchoes } from './echoes.ts';
import type { Instrument } from './instruments.ts';
import { findObjects, mayHaveObject, speaksOfElse } from './objects.ts';
import type { Business } from './other-business.ts';
import { isPassed, type Passing } from './passing-measures.ts';
import { asToldLast } from './that-one.ts';

/** A story, and how its sentences are read and judged. */
export interface Story {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly sentences: SentenceReader;
  readonly all: (context: SentenceContext) => readonly Analysis[];
}

/** Nouns that mean whatever was told last. */
const generalNouns = 'idea effort push request approach concept proposal plan change changes'.split(' ');

/** What sentences say of things told of before (`instruments`), and of the story's measure. */
export function calledBack(
  story: Story,
  analyses: readonly Analysis[],
  instruments: readonly Instrument[],
  agenda: Agenda | null,
  passing: readonly Passing[],
  business: readonly Business[],
): readonly Analysis[] {
  const { document, grammar } = story;
  const { reading } = document;
  const result: Analysis[] = [];
  const echoes = agenda === null ? null : echoesOf(agenda, reading);
  const taken = takenBy(analyses);
  const plain = instruments.filter(({ noun, named }) => noun !== 'it' && (named || !generalNouns.includes(noun)));
  const others = instruments.filter(({ rule }) => rule.source.issue !== agenda?.rule.source.issue);
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    if (taken.has(reading.sentenceStarts[s] ?? 0)) continue;
    const away = business[s] === 'item';
    const passed = isPassed(s, passing) || business[s] === 'aside';
    const things = away ? others : passed ? plain : instruments;
    const named = outsideFrames(story, s, findCallBacks(grammar, reading, s, things)).flatMap(
      (hit) => asToldLast(reading, hit, [...analyses, ...result]) ?? [],
    );
    const callBacks =
      named.length > 0 || away || !agenda || !echoes ? named : echoesIn(story, s, agenda, echoes, !passed);
    const meant = callBacks.filter(({ rule }) => !isAskedOfOther(story, s, rule.source.issue));
    if (meant.length > 0) result.push(...judged(story, s, meant));
  }
  return result;
}

/** What sentences say of a measure told of in passing right before them. */
export function calledInPassing(
  story: Story,
  analyses: readonly Analysis[],
  instruments: readonly Instrument[],
  passing: readonly Passing[],
): readonly Analysis[] {
  const { document, grammar } = story;
  const { reading } = document;
  const taken = takenBy(analyses);
  const isNamed = (noun: string, by: number): boolean =>
    instruments.some((item) => item.noun === noun && item.named && item.from <= by);
  return passing.flatMap(({ agenda, until, asked }) => {
    const result: Analysis[] = [];
    const echoes = echoesOf(agenda, reading);
    const own = [...echoes.nouns, ...(agenda.undoes ? [] : (agenda.rule.source.called ?? []))];
    const things = [...generalNouns, ...own]
      // "Changes" are to what the story is about, not to what it tells in passing.
      .filter((noun) => !noun.startsWith('change') && ((asked && own.includes(noun)) || !isNamed(noun, agenda.from)))
      .map((noun) => ({
        noun,
        rule: agenda.rule,
        from: agenda.from,
        until: reading.count,
        loose: true as const,
        ...(asked && own.includes(noun) ? { open: true as const } : {}),
      }));
    for (let s = agenda.sentence + 1; s < until; s++) {
      if (taken.has(reading.sentenceStarts[s] ?? 0)) continue;
      const named = findCallBacks(grammar, reading, s, things);
      const callBacks = named.length > 0 ? named : echoesIn(story, s, agenda, echoes, false);
      const meant = callBacks.filter(({ rule }) => !isAskedOfOther(story, s, rule.source.issue));
      const found = meant.length === 0 ? [] : judged(story, s, meant);
      if (found.length > 0) taken.add(reading.sentenceStarts[s] ?? 0);
      result.push(...found);
    }
    return result;
  });
}

/** "Asked about body cameras, all three said the program works": a program of what was asked about. */
function isAskedOfOther({ document: { reading }, sentences: { framesOf } }: Story, s: number, issue: string): boolean {
  const [from] = sentenceRange(reading, s);
  if (foldedAt(reading, from) !== 'asked' || !/^(?:about|whether|if)$/.test(foldedAt(reading, from + 1))) return false;
  const { frames } = framesOf(s);
  return frames.length > 0 && !frames.some(({ rule }) => rule.source.issue === issue);
}

/** "asked that the cameras remain off": words of a phrase that says what is to become of the thing are judged as that phrase. */
function outsideFrames({ sentences }: Story, s: number, hits: readonly FrameHit[]): readonly FrameHit[] {
  if (hits.length === 0) return hits;
  const { frames, cancelled } = sentences.framesOf(s);
  const phrases = [...frames, ...cancelled.map(({ hit }) => hit)];
  return hits
    .filter(({ from, to }) => !phrases.some((phrase) => phrase.from === from && to < phrase.to))
    .map((hit) => {
      // "a petition to take the cameras down": the phrase turns the sense, and what it lacked to be one of its issue the story has told.
      const whole = cancelled.find(
        ({ hit: phrase, because }) =>
          because.startsWith('nothing of <') &&
          phrase.from < hit.from &&
          hit.to <= phrase.to &&
          phrase.rule.source.kind === 'verb' &&
          phrase.rule.source.issue === hit.rule.source.issue &&
          phrase.rule.source.sign !== hit.rule.source.sign,
      );
      return whole ? whole.hit : hit;
    });
}

function takenBy(analyses: readonly Analysis[]): Set<number> {
  return new Set(analyses.filter(({ judgement }) => 'stances' in judgement).map(({ context }) => context.start));
}

function judged({ sentences, all }: Story, s: number, callBacks: readonly FrameHit[]): readonly Analysis[] {
  return all(sentences.read(s, callBacks)).filter((analysis) => 'stances' in analysis.judgement);
}

/** Where a sentence means the measure by a noun of its first telling, or by one that no rule knows; only then is it read in full. */
function echoesIn(
  { document: { reading }, grammar, sentences: { read, framesOf, operatorsOf } }: Story,
  s: number,
  agenda: Agenda,
  echoes: Echoes,
  anyObject: boolean,
): readonly FrameHit[] {
  const [from] = sentenceRange(reading, s);
  if (from < agenda.from) return [];
  const found = findEchoes(grammar, reading, s, agenda, echoes);
  if (found.length > 0 || !echoes.anyObject || !anyObject || framesOf(s).frames.length > 0) return found;
  if (!operatorsOf(s).some(mayHaveObject) || speaksOfElse(reading, s)) return found;
  return findObjects(read(s), agenda);
}
