// Ruiz said, “We are ready.” Knows a quote that begins right behind the attribution, at a comma, a colon or nothing.
import type { Attribution } from '../attributions.ts';
import { clauseFrom } from '../clauses.ts';
import {
  hasWords,
  isAmong,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  type TokenRange,
} from '../context.ts';
import type { QuotedSpan } from '../marks.ts';
import { isTitleCase } from '../not-speech.ts';
import type { Unit } from '../units.ts';
import { onlyMarksBetween, type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.cue-then-quote';

export const cueThenQuote: QuoteRule = {
  id,
  reads:
    'An attribution, then a comma, a colon or nothing, then the quotation; also a colon at the end and the quotation in the next paragraph.',
  needs: 'attributions',
  match: (context, unit, index, attributions) => {
    const found: Utterance[] = [];
    for (const attribution of attributions) {
      const { marker, contentFrom, cue } = attribution;
      if (cue.kind === 'object' || (!attribution.speaker && !cue.participle) || names(context, attribution)) continue;
      const span = marker === 'quote' || marker === 'colon' ? spanAt(context, contentFrom) : null;
      if (marker === 'colon' && contentFrom >= unit.to) {
        const next = context.units[index + 1]?.spans[0];
        if (next && next.from === context.units[index + 1]?.from)
          found.push(utter(id, { from: next.from, to: next.to }, attribution));
        continue;
      }
      if (!span || span.from !== contentFrom) continue;
      if (isWork(context, attribution, span) || insidePhrase(context, attribution, span)) continue;
      if (isTold(context, unit, attribution, attributions)) continue;
      if (standsAlone(context, unit, span)) found.push(utter(id, { from: span.from, to: span.to }, attribution));
      else {
        const content = clauseFrom(context, unit, span.from, attribution, attributions);
        if (content) found.push(utter(id, content, attribution));
      }
    }
    return found;
  },
  examples: {
    yes: [
      'Ruiz said, [[“We are ready.”]]',
      'The chief told reporters on Monday: [[“We are ready.”]]',
      "Ana Ruiz declared [[''We are ready'']].",
      'Ruiz went on to say, [[“We are ready.”]]',
      'Ana Ruiz shot back, [[“We are ready.”]]',
      'Ruiz said back in the spring of 2015: [[“We are ready.”]]',
      'The chief could only quip: [[“We are ready.”]]',
      'Ruiz said [[“we are ready” if the road is open]].',
    ],
    no: [
      'Ruiz gushed about a “common road.”',
      'Ruiz says that Diaz told him, “Go.”',
      'The season began with a film in May, “The Road to the City.”',
      'Ruiz played a song called “Ready.”',
      'The council, “ready” or not, met on Monday.',
    ],
  },
};

/** "a song called “Ready”": call without a named subject tells a name. */
function names(context: QuoteContext, { cue, speaker, inherited }: Attribution): boolean {
  if (!isOneOf(context, cue.verb, 'call', 'calls', 'called', 'calling')) return false;
  return inherited || !speaker || (!speaker.pronoun && !isCapitalWord(context, speaker.headTo - 1));
}

/** "gushed about a “common interest”": behind adjuncts, the quotation stands inside of a noun phrase. */
function insidePhrase(context: QuoteContext, { cue, to }: Attribution, span: QuotedSpan): boolean {
  if (span.from <= to) return false;
  if (isOneOf(context, cue.verb, 'call', 'calls', 'called', 'calling') && isOneOf(context, cue.to, 'for')) return true;
  return isWord(context, span.from - 1, 'determiner', 'preposition') || isOneOf(context, span.from - 1, "'s");
}

/** "Diaz says that Ruiz told him, “Go”": the attribution stands inside of the clause that an earlier one governs. */
function isTold(context: QuoteContext, unit: Unit, inner: Attribution, attributions: readonly Attribution[]): boolean {
  if (inner.inherited || inner.cue.participle) return false;
  return attributions.slice(Math.max(0, inner.index - 3), inner.index).some((outer) => {
    if (!outer.speaker || outer.cue.kind !== 'clause') return false;
    if (outer.marker !== 'that' && outer.marker !== 'bare') return false;
    const clause = clauseFrom(context, unit, outer.contentFrom, outer, attributions);
    return clause !== null && clause.to > inner.cue.verb;
  });
}

/** "read “The Road to the City” to the class": a title right behind a verb that takes works too, or far behind any verb. */
function isWork(context: QuoteContext, { cue, speaker, to }: Attribution, span: QuotedSpan): boolean {
  if (span.from - to > 3 && !isOneOf(context, span.from - 1, ':') && isTitleCase(context, span)) return true;
  if (span.from !== cue.to) return false;
  if (isOneOf(context, cue.verb, 'read', 'reads')) return speaker === null || !isText(context, speaker);
  return isOneOf(context, cue.verb, 'wrote', 'writes', 'sang', 'sings') && isTitleCase(context, span);
}

/** What can be read aloud and reads so itself: "a sign that read “Go home”". */
function isText(context: QuoteContext, speaker: TokenRange): boolean {
  for (let i = speaker.from; i < speaker.to; i++) if (isAmong(context, i, texts)) return true;
  return false;
}

const texts: ReadonlySet<string> = new Set([
  'sign',
  'signs',
  'banner',
  'statement',
  'letter',
  'email',
  'message',
  'note',
  'tweet',
  'post',
  'headline',
  'shirt',
  'shirts',
  'text',
  'memo',
  'subject',
  'caption',
  'poster',
  'order',
]);

/** Behind the quotation comes a stop, a comma or what the writer goes on with, not the rest of a clause. */
function standsAlone(context: QuoteContext, unit: Unit, span: QuotedSpan): boolean {
  const next = span.to;
  if (next >= unit.to || isMark(context, next)) return true;
  if (isOneOf(context, span.innerTo - 1, ',', '.', '?', '!')) return true;
  if (isOneOf(context, next, 'that', 'where', 'if', 'which', 'who', 'because', 'unless', 'until')) return false;
  if (isWord(context, next, 'preposition') && !isOneOf(context, next, 'to')) return false;
  if (isWord(context, next, 'coordinate') && (isWord(context, next + 1, 'determiner') || spanAt(context, next + 1)))
    return false;
  if (hasWords(context, span.innerFrom, span.innerTo, 8)) return true;
  if (onlyMarksBetween(context, next, unit.to)) return true;
  return isWord(context, next, 'subordinate', 'coordinate');
}
