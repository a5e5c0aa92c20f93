// What the one suit of a story asks for: by its own words, or by what the court gave or denied whoever sued ("A judge ordered the city to …").
// Knows verbs of courts; not who sues.
import { foldedAt } from '../../reading/reading.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import { signOfSuit, tellsOfSuit } from '../measure/suits-brought.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';

/** What a suit asks for: a phrase of its issue with the sign of whoever sues, and the sentence that tells of it. */
export interface Suit {
  readonly rule: FrameRule;
  readonly sentence: number;
  /** Told by a ruling: those who sued are yet to come. */
  readonly ruled: boolean;
}

/** A suit that is told later than this is not what the story is about; a ruling opens its story. */
const sentencesEarly = { suit: 10, ruling: 2 };

/** The suit that analyses tell of; null where they tell of none, or of two directions. */
export function suitOf(sued: readonly Analysis[]): Suit | null {
  return (
    suitBy(sued, (analysis) => signOfSuit(analysis) ?? signOfClaim(analysis), false) ?? suitBy(sued, signOfRuling, true)
  );
}

function suitBy(sued: readonly Analysis[], signOf: (analysis: Analysis) => 1 | -1 | null, ruled: boolean): Suit | null {
  let suit: Suit | null = null;
  for (const analysis of sued) {
    const { context, frame } = analysis;
    const sentence = context.reading.sentenceOf[context.from] ?? 0;
    const sign = sentence < sentencesEarly[ruled ? 'ruling' : 'suit'] ? signOf(analysis) : null;
    if (sign === null) continue;
    const { only, needs, by, ...source } = frame.rule.source;
    if (suit === null) {
      const words = textOf(context.reading, frame.from, frame.to);
      suit = { rule: { ...frame.rule, standsFor: words, source: { ...source, kind: 'noun', sign } }, sentence, ruled };
    } else if (suit.rule.source.issue === source.issue && suit.rule.source.sign !== sign) return null;
  }
  return suit;
}

/** "sued the county, saying its deputies hold people": the sign of what is complained of; null where nobody sues and complains. */
function signOfClaim({ judgement, context }: Analysis): 1 | -1 | null {
  const [stance] = 'stances' in judgement ? judgement.stances : [];
  if (stance?.act !== 'allegation' || !tellsOfSuit(context)) return null;
  return stance.position === 'supports' ? 1 : stance.position === 'opposes' ? -1 : null;
}

/** "A judge ordered the city to release video": whoever sued asked for it; "upheld the cap": whoever sued was against it. Null where both kinds of words, or none, stand there. */
function signOfRuling({ judgement, context }: Analysis): 1 | -1 | null {
  const stances = 'stances' in judgement ? judgement.stances : [];
  const ruled = stances.find(({ act, holderType }) => act === 'court-ruling' || holderType === 'court');
  if (!ruled || !/^(?:supports|opposes)$/.test(ruled.position)) return null;
  let given = 0;
  let isRuled = false;
  for (let i = context.from; i < context.to; i++) {
    const word = foldedAt(context.reading, i);
    const ends = word === 'must' ? 1 : word === 'may' || word === 'can' ? -1 : 0;
    const sign = grants.test(word) ? 1 : denies.test(word) ? -1 : isRuled ? ends : 0;
    if (/^(?:ruled|held|found)$/.test(word)) isRuled = true;
    if (unclear.test(word) || (sign !== 0 && given === -sign)) return null;
    if (sign !== 0) given = sign;
  }
  if (given === 0) return null;
  return (ruled.position === 'supports') === given > 0 ? 1 : -1;
}

const grants = /^(?:ordered|blocked|halted|struck|barred|stopped|suspended|invalidated|overturned|voided|directed)$/;
const denies = /^(?:upheld|upholds|dismissed|tossed|threw|refused|declined|denied|rejected)$/;
const unclear =
  /^(?:motion|appeal|appeals|partly|part|parts|temporarily|stay|except|criminal|subpoena|plea|sentenced)$/;
