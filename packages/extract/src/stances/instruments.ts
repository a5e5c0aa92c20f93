// "This petition", "the ordinance": what a story calls back to after it has told once what the thing asks for. Knows nouns of
// documents and the sign that their own words gave them; whose stance it is, is judged as for any other phrase.
import { foldedAt, type Reading, sentenceRange } from '../reading/reading.ts';
import { isSpeech } from './chains.ts';
import type { Analysis } from './judge.ts';
import type { FrameHit } from './lexicon.ts';
import type { FrameRule } from './packs/compiled-packs.ts';

/** A document of the story whose direction is known. */
interface Instrument {
  readonly noun: string;
  readonly rule: FrameRule;
  /** Token behind which the story may call back to it. */
  readonly from: number;
}

const nouns = /^(?:petition|resolution|ordinance|motion|bill|proposal|measure|initiative)$/;
/** A story that went on for longer than this many sentences may mean another petition. */
const sentencesMax = 25;

/** The documents that analyses describe: one for each noun; a noun that stands for two directions or issues is left out. */
export function findInstruments(analyses: readonly Analysis[]): readonly Instrument[] {
  const found = new Map<string, Instrument | null>();
  for (const analysis of analyses) {
    for (const { noun, sign } of described(analysis)) {
      const { rule } = analysis.frame;
      const { only, needs, by, ...source } = rule.source;
      const known = found.get(noun);
      const same = known?.rule.source.issue === source.issue && known.rule.source.sign === sign;
      if (known === undefined) {
        found.set(noun, {
          noun,
          rule: { ...rule, id: `${rule.id}-${noun}`, source: { ...source, kind: 'noun', sign } },
          from: analysis.context.to,
        });
      } else if (!same) found.set(noun, null);
    }
  }
  return [...found.values()].filter((instrument) => instrument !== null);
}

function described({
  context,
  frame,
  judgement,
}: Analysis): readonly { readonly noun: string; readonly sign: 1 | -1 }[] {
  const { reading, candidates } = context;
  const { chain } = judgement;
  const last = foldedAt(reading, frame.to - 1);
  if (frame.rule.source.kind === 'noun' && nouns.test(last)) return [{ noun: last, sign: frame.rule.source.sign }];
  if (chain.broken !== null) return [];
  return candidates.flatMap((candidate) => {
    const noun = foldedAt(reading, candidate.to - 1);
    if (candidate.role !== 'document' || !nouns.test(noun) || candidate.to > frame.from) return [];
    const inner = chain.links.filter((link) => !link.behind && !isSpeech(link.kind) && link.hit.from >= candidate.to);
    const next = Math.min(frame.from, ...inner.map((link) => link.hit.from));
    if (next - candidate.to > 5) return [];
    const product = inner.reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign);
    return [{ noun, sign: product > 0 ? (1 as const) : (-1 as const) }];
  });
}

/** Where sentence s calls back to one of the instruments: "this petition", "the ordinance". */
export function findCallBacks(reading: Reading, s: number, instruments: readonly Instrument[]): readonly FrameHit[] {
  const [from, to] = sentenceRange(reading, s);
  const hits: FrameHit[] = [];
  if (to - from > 400) return hits;
  for (const { noun, rule, from: behind } of instruments) {
    if (from < behind || s - (reading.sentenceOf[behind - 1] ?? 0) > sentencesMax) continue;
    for (let i = from + 1; i < to; i++) {
      if (foldedAt(reading, i) === noun && /^(?:the|this|that)$/.test(foldedAt(reading, i - 1)))
        hits.push({ rule, from: i - 1, to: i + 1 });
    }
  }
  return hits.slice(0, 1);
}
