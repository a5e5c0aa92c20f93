// officials.name-before-title: the title follows the name behind a comma.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { beginOf, turnsAway } from '../context.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

export const nameBeforeTitle: OfficialRule = {
  id: 'officials.name-before-title',
  reads: 'A title of public office behind a name and a comma: "Dana Ode, the city’s police chief".',
  match: (phrase, context) => {
    if (phrase.title.plural || turnsAway(context, phrase)) return [];
    const { reading, mentionTo, mentionFrom } = context;
    let comma = beginOf(context, phrase) - 1;
    if (foldedAt(reading, comma) !== ',') return [];
    // "Dana Ode, 54, mayor of Tulsa"
    if (hasShape(reading, comma - 1, shape.number) && foldedAt(reading, comma - 2) === ',') comma -= 2;
    const mention = mentionTo.get(comma);
    // "Dana Ode, Mayor Lee Ruiz and …" is a list.
    // "Dana Ode, County Auditor Lee …" goes on with somebody else, though nobody knows the name.
    if (isCapital(reading, phrase.to)) return [];
    if (!mention || mentionFrom.has(phrase.to) || reading.sentenceOf[mention.from] !== reading.sentenceOf[phrase.from])
      return [];
    return isPublicOffice(reading, phrase, false) ? [mention.person] : [];
  },
  examples: {
    yes: [
      '[[Dana Whitlow]], the mayor of Eastport, spoke first.',
      '[[Charles Okafor]], Eastport Police Department chief, said no.',
      '“It works,” said [[Ana Rojas]], a spokeswoman for the Eastport Fire Department.',
      '[[Lee Tanaka]], 54, city manager, resigned.',
    ],
    todo: ['[[Ruben Arana]] was put forward for the Parks Advisory Board, and joined it.'],
    no: [
      'Dana Whitlow, the mayor’s wife, spoke first.',
      'Ana Rojas, a spokeswoman for Eastport Steel Inc., declined to comment.',
      'Lee Tanaka, executive director of Bread in Common, agreed.',
      'Ana Rojas, a reporter for the Eastport Times, asked.',
      'Lee Tanaka, a council candidate, agreed.',
      'Lee Tanaka, County Auditor [[Zxqa Brrn]] and Ana Rojas met.',
    ],
  },
};
