// Joins each cue of a unit to the phrase that speaks, and tells where the attribution ends and content may begin.
// Knows cues and phrases; not which side of the attribution holds the content (the rules decide that).
import { agrees } from './agreement.ts';
import { type ContentMarker, findContentStart } from './content-start.ts';
import { isCapitalWord, isMark, isOneOf, isWord, type QuoteContext, spanAt } from './context.ts';
import { type Cue, findCues } from './cues.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { finiteSubject, mayInherit, participleSubject, subjectReachTokens, unitSubject } from './subjects.ts';
import type { Unit } from './units.ts';

/** A cue with its speaker: together tokens `[from, to)`; content, if it follows, begins at `contentFrom`. */
export interface Attribution {
  /** Its place among the attributions of the unit. */
  readonly index: number;
  readonly cue: Cue;
  /** Null when the unit names no subject for the verb. */
  readonly speaker: NounPhrase | null;
  /** The speaker stands behind the cue: "said Smith". */
  readonly inverted: boolean;
  /** The subject was found elsewhere in the unit ("She left, adding that …"). */
  readonly inherited: boolean;
  readonly from: number;
  readonly to: number;
  readonly contentFrom: number;
  readonly marker: ContentMarker;
}

/** Attributions of one unit, in text order. */
export function findAttributions(context: QuoteContext, unit: Unit): readonly Attribution[] {
  const found: Attribution[] = [];
  const subjectAt = subjectOfUnit(context, unit);
  for (const cue of findCues(context, unit)) {
    const attribution = attribute(context, unit, cue, found, subjectAt);
    if (attribution) found.push(attribution);
  }
  return found;
}

/** The unit's subject for a verb at a token; looked for once where the verb no longer matters. */
function subjectOfUnit(context: QuoteContext, unit: Unit): (token: number) => NounPhrase | null {
  let late: NounPhrase | null | undefined;
  return (token) => {
    if (token < unit.bodyFrom + subjectReachTokens) return unitSubject(context, unit, token);
    if (late === undefined) late = unitSubject(context, unit, token);
    return late;
  };
}

function attribute(
  context: QuoteContext,
  unit: Unit,
  cue: Cue,
  earlier: readonly Attribution[],
  subjectAt: (token: number) => NounPhrase | null,
): Attribution | null {
  const own = cue.participle ? participleSubject(context, unit, cue) : finiteSubject(context, unit, cue);
  if (own ? !agrees(context, cue, own.phrase) : !mayInherit(context, unit, cue)) return null;
  const inverted = own?.inverted ?? false;
  const first = own && !inverted ? own.phrase.from : cue.from;
  if (isOneOf(context, first - 1, 'if', 'unless', 'whether') && spanAt(context, first - 1) === null) return null;
  const phrase = own && !inverted ? reachQuote(context, unit, own.phrase) : own?.phrase;
  const speaker = phrase ?? lastOuterSpeaker(context, earlier) ?? subjectAt(cue.from);
  const from = phrase && !inverted ? phrase.from : cue.from;
  const to = own && inverted ? own.phrase.to : cue.to;
  const { at, marker } = findContentStart(context, unit, cue, to);
  return { index: earlier.length, cue, speaker, inverted, inherited: !own, from, to, contentFrom: at, marker };
}

/** Between a quote that ends in a comma and the verb stands nothing but the subject, however long. */
function reachQuote(context: QuoteContext, unit: Unit, phrase: NounPhrase): NounPhrase {
  for (let i = phrase.from - 1; i >= Math.max(unit.from, phrase.from - 12); i--) {
    const span = spanAt(context, i);
    if (span) {
      const whole = isOneOf(context, span.innerTo - 1, ',') && !isWord(context, span.to, 'coordinate');
      return whole ? { ...phrase, from: span.to } : phrase;
    }
    if (isMark(context, i) && !isOneOf(context, i, '-', '.') && !isAdjectiveComma(context, i)) return phrase;
    if (isWord(context, i, 'subordinate', 'subjectPronoun', 'auxiliary', 'modal')) return phrase;
    if (isWord(context, i, 'clauseCue', 'tellCue') && isWord(context, i, 'past')) return phrase;
  }
  return phrase;
}

/** "the bespectacled, 71-year-old diplomat": a comma between adjectives, the article not far before it. */
function isAdjectiveComma(context: QuoteContext, i: number): boolean {
  if (!isOneOf(context, i, ',') || isCapitalWord(context, i - 1) || isCapitalWord(context, i + 1)) return false;
  return isWord(context, i - 2, 'article') || isWord(context, i - 3, 'article');
}

/** The last speaker who does not speak inside of the words of another ("Ruiz said Diaz said …"). */
function lastOuterSpeaker(context: QuoteContext, earlier: readonly Attribution[]): NounPhrase | null {
  for (let k = earlier.length - 1; k >= Math.max(0, earlier.length - 12); k--) {
    const attribution = earlier[k];
    if (!attribution?.speaker) continue;
    const before = earlier[k - 1];
    const nested =
      before !== undefined &&
      (before.contentFrom === attribution.from ||
        (isOneOf(context, before.contentFrom, 'that') && before.contentFrom + 1 === attribution.from));
    if (!nested) return attribution.speaker;
  }
  return null;
}
