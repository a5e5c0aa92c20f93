// officials.name-before-title: the title follows the name behind a comma.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { beginOf, isSaying, type OfficialContext, turnsAway } from '../context.ts';
import { isPublicOffice } from '../public-office.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import type { OfficialRule } from './official-rule.ts';

export const nameBeforeTitle: OfficialRule = {
  id: 'officials.name-before-title',
  reads: 'A title of public office behind a name and a comma: "Dana Ode, the city’s police chief".',
  match: (phrase, context) => {
    if (turnsAway(context, phrase)) return [];
    if (phrase.title.plural) return bothBefore(phrase, context);
    const { reading, mentionTo, mentionFrom } = context;
    let comma = beginOf(context, phrase) - 1;
    while (/^(?:now|then|also|currently|formerly|still|once)$/.test(foldedAt(reading, comma))) comma--;
    const bracketed = foldedAt(reading, comma) === '(' && foldedAt(reading, phrase.to) === ')';
    if (foldedAt(reading, comma) !== ',' && !bracketed) return [];
    // "Dana Ode (D-Tulsa), a state representative"
    if (foldedAt(reading, comma - 1) === ')') {
      let open = comma - 2;
      while (open > comma - 10 && foldedAt(reading, open) !== '(') open--;
      if (foldedAt(reading, open) === '(') comma = open;
    }
    // "Dana Ode, 54, mayor of Tulsa"
    if (hasShape(reading, comma - 1, shape.number) && foldedAt(reading, comma - 2) === ',') comma -= 2;
    const mention = mentionTo.get(comma);
    // "Dana Ode, Mayor Lee Ruiz and …" is a list.
    // "Dana Ode, County Auditor Lee …" goes on with somebody else, though nobody knows the name.
    if (isCapital(reading, phrase.to)) return [];
    if (!mention || mentionFrom.has(phrase.to) || reading.sentenceOf[mention.from] !== reading.sentenceOf[phrase.from])
      return [];
    return isPublicOffice(context.document, phrase, false) ? [mention.person] : [];
  },
  examples: {
    yes: [
      '[[Dana Whitlow]], the mayor of Eastport, spoke first.',
      '[[Charles Okafor]], Eastport Police Department chief, said no.',
      '“It works,” said [[Ana Rojas]], a spokeswoman for the Eastport Fire Department.',
      '[[Lee Tanaka]], 54, city manager, resigned.',
      'The winners are [[Lee Tanaka]] (mayor) and [[Ana Rojas]] (city clerk).',
      '[[Ana Rojas]] (D-Eastport), a state representative, and [[Lee Tanaka]], then the city’s fire chief, agreed.',
      '[[Ana Rojas]] and [[Lee Tanaka]], both council members, walked out.',
      '[[Ana Rojas]] and [[Lee Tanaka]], the county’s commissioners, walked out.',
    ],
    todo: ['[[Ruben Arana]] was put forward for the Parks Advisory Board, and joined it.'],
    no: [
      'Dana Whitlow, the mayor’s wife, spoke first.',
      'Ana Rojas, a spokeswoman for Eastport Steel Inc., declined to comment.',
      'Lee Tanaka, executive director of Bread in Common, agreed.',
      'Ana Rojas, a reporter for the Eastport Times, asked.',
      'Lee Tanaka, a council candidate, agreed.',
      'Ana Rojas and Lee Tanaka, council members said, had left.',
      'Lee Tanaka, County Auditor [[Zxqa Brrn]] and Ana Rojas met.',
    ],
  },
};

/** "Ana Ode and Lee Ruiz, both council members", "Ana Ode and Lee Ruiz, the city’s lawyers": the names of the list before the comma. */
function bothBefore(phrase: TitledPhrase, context: OfficialContext): readonly number[] {
  const { reading, mentionTo, mentionFrom } = context;
  let i = beginOf(context, phrase) - 1;
  while (/^(?:both|all|two|three|four|five|the)$/.test(foldedAt(reading, i))) i--;
  if (foldedAt(reading, i) !== ',') return [];
  i++;
  if (mentionFrom.has(phrase.to) || isCapital(reading, phrase.to) || !isPublicOffice(context.document, phrase, false))
    return [];
  // "Ana Ode and Lee Ruiz, council members said, …": said by the members.
  if (isSaying(context, phrase.from, phrase.to) && foldedAt(reading, i) !== 'both') return [];
  const persons: number[] = [];
  for (let mention = mentionTo.get(i - 1); mention; mention = mentionTo.get(i)) {
    persons.unshift(mention.person);
    i = mention.from;
    while (/^(?:and|,)$/.test(foldedAt(reading, i - 1))) i--;
  }
  return persons.length > 1 ? persons : [];
}
