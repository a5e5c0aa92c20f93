// officials.plural-title: one title in the plural, several names.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

export const pluralTitle: OfficialRule = {
  id: 'officials.plural-title',
  reads: 'A title in the plural before a list of names: "Councilmembers Ana Ruiz, Lee Ode and Dana Whit".',
  match: (phrase, context) => {
    if (!phrase.title.plural) return [];
    const { reading, mentionFrom } = context;
    const persons: number[] = [];
    let i = phrase.to;
    if (/^(?:[—–:]|--)$/.test(foldedAt(reading, i))) i++;
    // "The three commissioners, Ana Ode, Lee Ruiz and Dana Whit, agreed": a list between commas.
    const apart = foldedAt(reading, phrase.to) === ',' ? phrase.to : phrase.tail;
    const isApart = !mentionFrom.has(i) && foldedAt(reading, apart) === ',';
    if (isApart) i = apart + 1;
    for (;;) {
      const mention = mentionFrom.get(i);
      if (!mention || reading.sentenceOf[i] !== reading.sentenceOf[phrase.from]) break;
      persons.push(mention.person);
      i = skipTag(mention.to);
      const comma = /^[,;]$/.test(foldedAt(reading, i));
      if (comma) i++;
      const and = /^(?:and|&)$/.test(foldedAt(reading, i));
      if (and) i++;
      if (!comma && !and) break;
    }
    if (persons.length < (isApart ? 2 : 1)) return [];
    return isPublicOffice(context.document, phrase, true) ? persons : [];

    /** Over "of Tulsa", ", D-Tulsa", "(District 2)". */
    function skipTag(at: number): number {
      let k = at;
      if (foldedAt(reading, k) === 'of') {
        k++;
        while (hasShape(reading, k, shape.capital)) k++;
      } else if (/^[,(]$/.test(foldedAt(reading, k)) && /^(?:d|r|i|district|ward)$/.test(foldedAt(reading, k + 1))) {
        k++;
        while (k < reading.count && !/^[,;)]$/.test(foldedAt(reading, k)) && k < at + 8) k++;
        if (foldedAt(reading, k) === ')') k++;
      }
      return k;
    }
  },
  examples: {
    yes: [
      'Councilmembers [[Ana Rojas]], [[Lee Okafor]] and [[Dana Whitlow]] voted no.',
      'U.S. Sens. [[Ana Rojas]] and [[Lee Okafor]] agreed.',
      'Mayors [[Ana Rojas]] of Eastport and [[Lee Okafor]] of Weston met.',
      'Council members [[Ana Rojas]], D-Ward 1; [[Lee Okafor]], R-Ward 2; and [[Dana Whitlow]] agreed.',
      'The three council members — [[Ana Rojas]], [[Lee Okafor]] and [[Dana Whitlow]] — agreed.',
      'The three county commissioners, [[Ana Rojas]], [[Lee Okafor]] and [[Dana Whitlow]], agreed.',
      'Two retired sheriffs of Harlan County, [[Ana Rojas]] and [[Lee Okafor]], came.',
    ],
    no: [
      'For the council members, Ana Rojas wrote a song.',
      'Attorneys Ana Rojas and Lee Okafor filed the suit.',
      'Councilmembers met. Ana Rojas and Lee Okafor watched.',
    ],
  },
};
