// officials.who-is-title: a verb of being links the name and the office.
import { foldedAt } from '../../reading/reading.ts';
import { beginOf, turnsAway } from '../context.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

export const whoIsTitle: OfficialRule = {
  id: 'officials.who-is-title',
  reads: 'A name and an office linked by is, was, became or serves as, with or without "who".',
  match: (phrase, context) => {
    if (phrase.title.plural || turnsAway(context, phrase) || phrase.article === 'indefinite') return [];
    const { reading, mentionTo, mentionFrom } = context;
    // "The mayor of Salem is Dana Ode."
    const named = /^(?:is|was)$/.test(foldedAt(reading, phrase.tail)) ? mentionFrom.get(phrase.tail + 1) : undefined;
    if (named && phrase.article === 'definite' && isPublicOffice(reading, phrase, false)) return [named.person];
    let i = beginOf(context, phrase) - 1;
    const verb = foldedAt(reading, i);
    if (
      verb === 'as' &&
      /^(?:serves|served|works|worked|elected|appointed|returned|serving)$/.test(foldedAt(reading, i - 1))
    )
      i -= 1;
    else if (!/^(?:is|was|became|remains|'s)$/.test(verb)) return [];
    i -= 1;
    while (/^(?:now|also|has|was|is|been|currently|previously|once|then)$/.test(foldedAt(reading, i))) i--;
    if (foldedAt(reading, i) === 'who') i--;
    if (foldedAt(reading, i) === ',') i--;
    const mention = mentionTo.get(i + 1);
    if (!mention || reading.sentenceOf[mention.from] !== reading.sentenceOf[phrase.from]) return [];
    return isPublicOffice(reading, phrase, false) ? [mention.person] : [];
  },
  examples: {
    yes: [
      '[[Dana Whitlow]], who is the mayor of Eastport, spoke.',
      '[[Lee Okafor]] was police chief for nine years.',
      '[[Ana Rojas]], who serves as city clerk, agreed.',
      'The mayor of Eastport is [[Ana Rojas]].',
    ],
    no: ['Dana Whitlow, who asked the mayor for help, spoke.', 'Lee Okafor was a mayor’s aide.'],
  },
};
