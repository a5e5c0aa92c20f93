// "Weiss favors the review board. Park opposes it.": "it" behind a sentence that tells of one thing is that thing, whatever else the story is about.
// Knows the one thing that a sentence names; what is said of it is judged as for any other phrase.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';
import { findCallBacks } from './call-backs.ts';
import type { Story } from './called-things.ts';
import { described } from './descriptions.ts';

/** What sentences say of "it", where the one before them tells of a single thing. */
export function calledLast(story: Story, analyses: readonly Analysis[]): readonly Analysis[] {
  const { reading } = story.document;
  const tellings = new Map<number, Analysis[]>();
  for (const analysis of analyses) {
    if (analysis.frame.rule.source.argues) continue;
    const s = reading.sentenceOf[analysis.context.from] ?? 0;
    tellings.set(s, [...(tellings.get(s) ?? []), analysis]);
  }
  const found: Analysis[] = [];
  let thing: FrameRule | null = null;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const own: readonly Analysis[] = tellings.get(s) ?? [];
    if (own.length > 0) {
      thing = thingOf(own);
      continue;
    }
    const told: readonly Analysis[] = thing === null ? [] : toldOfIt(story, s, thing);
    if (told.length > 0) found.push(...told);
    else thing = null;
  }
  return found;
}

/** The one thing, with its sign, that the phrases of a sentence name; null where they name none or two. */
function thingOf(own: readonly Analysis[]): FrameRule | null {
  const things = own.flatMap((analysis) => {
    const { rule } = analysis.frame;
    const { kind, called = [] } = rule.source;
    const itself = kind === 'noun' && !isByLaw(analysis);
    const signs = described(analysis)
      .filter(({ noun }) => !isMany(noun) && (itself || !called.includes(noun)))
      .map(({ sign }) => sign);
    if (signs.length === 0 && itself && !isMany(lastWord(analysis.frame, analysis.context.reading)))
      signs.push(rule.source.sign);
    return signs.map((sign) => ({ rule, sign }));
  });
  const [first] = things;
  // "proposed a committee to review such contacts": the committee.
  if (!first || own.some((analysis) => isUndone(analysis) || analysis.judgement.chain.broken !== null)) return null;
  const one =
    things.every(({ sign }) => sign === first.sign) &&
    own.every(({ frame }) => frame.rule.source.issue === first.rule.source.issue);
  const { only, needs, by, ...source } = first.rule.source;
  return one ? { ...first.rule, source: { ...source, kind: 'noun', sign: first.sign } } : null;
}

/** "A state law bars such agreements.": "it" is the law. */
function isByLaw({ context, frame }: Analysis): boolean {
  return context.candidates.some(
    ({ role, holderType, to }) => (role === 'document' || holderType === 'statute') && to <= frame.from,
  );
}

/** "The Legislature banned rent control.": "it" may be the thing, or the ban. */
function isUndone(analysis: Analysis): boolean {
  return analysis.judgement.chain.links.some(
    ({ hit }) => undoing.test(hit.rule.id) || (hit.rule.id === 'bars' && !isByLaw(analysis)),
  );
}

function toldOfIt(
  { document: { reading }, grammar, sentences, all }: Story,
  s: number,
  rule: FrameRule,
): readonly Analysis[] {
  const [before] = sentenceRange(reading, s - 1);
  const hits = findCallBacks(grammar, reading, s, [{ noun: 'it', rule, from: before + 1, until: reading.count }]);
  if (hits.length === 0) return [];
  return all(sentences.read(s, hits)).filter(({ judgement }) => 'stances' in judgement);
}

function lastWord({ to }: FrameHit, reading: Reading): string {
  return foldedAt(reading, to - 1);
}

/** "cameras": not what "it" stands for. */
function isMany(noun: string): boolean {
  return /[^s]s$/.test(noun);
}

/** Acts that do away with a thing: "it" behind them may be the thing, or what becomes of it. */
const undoing = /^(?:ends|lets-lapse|takes-money|cuts|limits|declines|exempts-from|rejects|blocks)$/;
