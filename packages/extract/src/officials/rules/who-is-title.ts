// officials.who-is-title: a verb of being links the name and the office.
import { foldedAt } from '../../reading/reading.ts';
import { beginOf, type OfficialContext, type PersonMention, turnsAway } from '../context.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

/** "takes over as", "stepped down as" */
const stepping = /^(?:sworn|takes|took|taking|take|steps|stepped|step|stepping|stays|stay|signed|continues)$/;

const linkingVerb =
  /^(?:serves|served|works|worked|elected|appointed|returned|serving|retired|retires|retiring|resigned|resigns|sworn|was|been|is|reelected|named|woman|man|doubles|acts|began|started|continues)$/;

/** Tokens of an apposition between a name and its verb, at most. */
const reach = 24;

/** "Ana Ode, who was elected in 2020, [will be]", "Ana Ode, 54, of Bend, [is]": the name before the commas that close at token `at`. */
function beforeApposition({ reading, mentionTo, mentionFrom }: OfficialContext, at: number): PersonMention | undefined {
  if (foldedAt(reading, at) !== ',') return undefined;
  for (let i = at - 1; i > at - reach && reading.sentenceOf[i] === reading.sentenceOf[at]; i--) {
    if (mentionFrom.has(i) || /^[;:—]$/.test(foldedAt(reading, i))) return undefined;
    if (foldedAt(reading, i) === ',' && mentionTo.has(i)) return mentionTo.get(i);
  }
  return undefined;
}

export const whoIsTitle: OfficialRule = {
  id: 'officials.who-is-title',
  reads: 'A name and an office linked by is, was, became or serves as, with or without "who".',
  match: (phrase, context) => {
    if (phrase.title.plural || turnsAway(context, phrase)) return [];
    const { reading, mentionTo, mentionFrom } = context;
    // "The mayor of Salem is Dana Ode."
    const named = /^(?:is|was)$/.test(foldedAt(reading, phrase.tail)) ? mentionFrom.get(phrase.tail + 1) : undefined;
    if (named && phrase.article === 'definite' && isPublicOffice(context.document, phrase, false))
      return [named.person];
    // "is a councilman" says who somebody is; "was a judge" is as often a metaphor's or a past life's.
    const chosen = /^(?:elected|appointed)$/.test(foldedAt(reading, beginOf(context, phrase) - 1));
    if (
      phrase.article === 'indefinite' &&
      !chosen &&
      (phrase.title.office.weak || phrase.title.office.role === 'judge')
    )
      return [];
    let i = beginOf(context, phrase) - 1;
    if (foldedAt(reading, i) === 'woman' || foldedAt(reading, i) === 'man') i -= 1;
    const verb = foldedAt(reading, i);
    if (
      verb === 'as' &&
      /^(?:over|in|down|back|on)$/.test(foldedAt(reading, i - 1)) &&
      stepping.test(foldedAt(reading, i - 2))
    )
      i -= 2;
    else if (
      /^(?:as|in|elected|appointed|named|hired|reelected)$/.test(verb) &&
      linkingVerb.test(foldedAt(reading, i - 1))
    )
      i -= 1;
    else if (verb === 'be' && foldedAt(reading, i - 1) === 'will') i -= 1;
    else if (!/^(?:is|was|became|remains|been|became|'s)$/.test(verb) && !/^(?:elected|appointed|named)$/.test(verb))
      return [];
    i -= 1;
    while (
      /^(?:now|also|has|had|was|is|been|currently|previously|once|then|first|later|the|last|just|recently|who|be|will|would|woman|man|person|ever|newly)$/.test(
        foldedAt(reading, i),
      )
    )
      i--;
    if (foldedAt(reading, i) === ',') i--;
    const mention = mentionTo.get(i + 1) ?? beforeApposition(context, i + 1);
    if (!mention || reading.sentenceOf[mention.from] !== reading.sentenceOf[phrase.from]) return [];
    return isPublicOffice(context.document, phrase, false) ? [mention.person] : [];
  },
  examples: {
    yes: [
      '[[Dana Whitlow]], who is the mayor of Eastport, spoke.',
      '[[Lee Okafor]] was police chief for nine years.',
      '[[Ana Rojas]], who serves as city clerk, agreed.',
      'The mayor of Eastport is [[Ana Rojas]].',
      '[[Rosalind Achebe]], who has been mayor for six years, asked.',
      '[[Vince Tarnowski]], who was appointed police chief last week, agreed.',
      '[[Hank Orona]], who is retiring as sheriff, agreed.',
      '[[Joy Pell]] is a city councilwoman.',
      '[[Marge Hale]] was the last woman elected a freeholder in Ocean County.',
      '[[Eddie Melton]], who lost in 2020 by a hair, is the city clerk.',
      '[[Eddie Melton]] was sworn in as mayor on Monday.',
      'The School Board met. [[Simone Gagnon]], who has been acting superintendent, agreed.',
    ],
    no: [
      'Dana Whitlow, who asked the mayor for help, spoke.',
      'Lee Okafor was a mayor’s aide.',
      'Ana Rojas ran, and, when Lee Okafor quit, was told the mayor left.',
      'Ana Rojas was a judge at the county fair.',
    ],
  },
};
