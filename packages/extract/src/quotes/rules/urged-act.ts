// Ruiz urged the council to act. Knows verbs that ask somebody for something; the one asked and the act are the content.
import type { Attribution } from '../attributions.ts';
import { clauseFrom } from '../clauses.ts';
import { isMark, isOneOf, isWord, type QuoteContext, spanAt } from '../context.ts';
import type { Unit } from '../units.ts';
import { type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.urged-act';

export const urgedAct: QuoteRule = {
  id,
  reads:
    'A verb of asking (urged, asked, called on), the one who is asked, then “to” and the act; or “called for” and what is asked for.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    const found: Utterance[] = [];
    for (const attribution of attributions) {
      if (!attribution.speaker || attribution.inverted) continue;
      const from = actStart(context, unit, attribution);
      const content = from < 0 ? null : clauseFrom(context, unit, from, attribution, attributions);
      if (content) found.push(utter(id, content, attribution));
    }
    return found;
  },
  examples: {
    yes: [
      'Ana Ruiz urged [[the council to close the road]].',
      'Residents asked [[the city to end the contract]].',
      'Sen. Al Diaz called for [[a vote on the road]].',
      'Ruiz called on [[her colleagues to resign]].',
    ],
    todo: ['Residents passed a petition for [[the city to end the contract]].'],
    no: [
      'Ruiz asked the clerk a question.',
      'Ruiz called the police to the road.',
      'Ruiz pressed the button to open the door.',
    ],
  },
};

function actStart(context: QuoteContext, unit: Unit, { cue }: Attribution): number {
  if (isOneOf(context, cue.verb, 'called', 'calls', 'calling', 'call')) {
    if (isOneOf(context, cue.to, 'for') && !spanAt(context, cue.to + 1)) return cue.to + 1;
    return isOneOf(context, cue.to, 'on', 'upon') && hasAct(context, unit, cue.to + 1) ? cue.to + 1 : -1;
  }
  if (cue.kind !== 'urge' && cue.kind !== 'ask') return -1;
  if (isOneOf(context, cue.verb, 'question', 'questioned', 'wonder', 'wondered', 'press', 'pressed', 'direct', 'order'))
    return -1;
  return hasAct(context, unit, cue.to) ? cue.to : -1;
}

/** Somebody, then "to" and a verb, before any mark or other clause. */
function hasAct(context: QuoteContext, unit: Unit, from: number): boolean {
  for (let i = from; i < Math.min(unit.to, from + 12); i++) {
    if (spanAt(context, i) || (isMark(context, i) && !isOneOf(context, i, '-', '&', '(', ')'))) return false;
    if (isOneOf(context, i, 'to')) return i > from && !isWord(context, i + 1, 'determiner', 'preposition', 'time');
    if (isWord(context, i, 'subordinate', 'modal', 'subjectPronoun') || isOneOf(context, i, 'about')) return false;
  }
  return false;
}
