// Ruiz said that the road would close. Knows a clause behind an attribution, with or without "that"; its bound is clauses.ts.
import type { Attribution } from '../attributions.ts';
import { clauseFrom, showsVerb } from '../clauses.ts';
import { hasWords, isAmong, isOneOf, isWord, type QuoteContext } from '../context.ts';
import { kindOf, type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.cue-then-clause';
const plainObjects: ReadonlySet<string> = new Set([
  'said',
  'says',
  'say',
  'noted',
  'announced',
  'recalled',
  'acknowledged',
  'denied',
  'suggested',
  'proposed',
  'confirmed',
  'explained',
  'disclosed',
  'revealed',
  'stressed',
  'emphasized',
  'demanded',
  'promised',
  'predicted',
  'pledged',
  'recommended',
]);

export const cueThenClause: QuoteRule = {
  id,
  reads: 'An attribution, then “that” and a clause, a bare clause, or a reported question.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    const found: Utterance[] = [];
    let claimed = unit.from;
    for (const attribution of attributions) {
      if (attribution.cue.verb < claimed || !governsClause(context, attribution)) continue;
      const content = clauseFrom(context, unit, attribution.contentFrom, attribution, attributions);
      if (!content || !hasWords(context, content.from, content.to, 2)) continue;
      if (
        attribution.marker === 'bare' &&
        attribution.cue.kind === 'clause' &&
        kindOf(context, content) === 'indirect' &&
        !showsVerb(context, content) &&
        !isAmong(context, attribution.cue.verb, plainObjects)
      )
        continue;
      found.push(utter(id, content, attribution));
      claimed = content.to;
    }
    return found;
  },
  examples: {
    yes: [
      'Ana Ruiz said [[that the road would close]].',
      'Ruiz told the council on Tuesday [[the road would close]].',
      'Sen. Al Diaz asked [[whether the road would close]].',
      'Ruiz said [[the plan was “a bad joke” from the start]].',
    ],
    no: [
      'Ruiz declined to say whether the road would close.',
      'The mayor would say that the road is closed.',
      'Ruiz told jokes.',
    ],
    todo: [
      'Ruiz said [[the road was shut]] and left the room.',
      'Ruiz said [[the road, which the county owns, was shut]], part of a long fight with the council.',
    ],
  },
};

function governsClause(context: QuoteContext, attribution: Attribution): boolean {
  const { cue, marker, contentFrom, speaker } = attribution;
  if (!speaker || (marker !== 'that' && marker !== 'bare' && marker !== 'colon')) return false;
  if (cue.kind === 'quote' || cue.kind === 'object' || cue.kind === 'urge') return false;
  if (cue.kind === 'ask') {
    return (
      marker === 'bare' && isOneOf(context, contentFrom, 'whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where')
    );
  }
  if (isOneOf(context, cue.verb, 'states') && !speaker.pronoun && !isOneOf(context, speaker.from, 'the')) return false;
  if (marker !== 'bare') return true;
  if (isAmong(context, cue.verb, wantThat)) return false;
  if (cue.kind === 'tell') return contentFrom > cue.to && !isWord(context, contentFrom, 'coordinate');
  if (isWord(context, contentFrom, 'coordinate', 'preposition')) return false;
  return !isAmong(context, contentFrom, noContent);
}

/** Verbs that mean something else without "that": "maintained a lead", "advised the company". */
const wantThat: ReadonlySet<string> = new Set([
  'maintain',
  'maintains',
  'maintained',
  'maintaining',
  'advise',
  'advises',
  'advised',
  'advising',
  'agree',
  'agrees',
  'agreed',
  'guess',
  'wrote',
  'write',
  'writing',
]);

/** What stands behind a verb of saying without being said. */
const noContent: ReadonlySet<string> = new Set([
  'so',
  'to',
  'as',
  'than',
  'nothing',
  'before',
  'after',
  'when',
  'while',
  'because',
  'since',
  'where',
]);
