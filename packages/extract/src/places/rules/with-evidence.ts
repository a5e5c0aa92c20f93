// Names that the words around them make places: bodies of government, prepositions, nouns of locality, lists.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Candidate } from '../candidates.ts';
import { inHeading, isWeak, opensSentence, type PlaceContext, type PlaceRule } from '../context.ts';
import { isMark, isWord, together } from '../surroundings.ts';
import { word } from '../words.ts';

export const inOrganization: PlaceRule = {
  id: 'places.in-organization',
  reads: 'A city in front of a body of its government (council, police, department, school district).',
  match(candidate, context) {
    const { reading } = context;
    const [next] = candidate.tail;
    if (next === undefined || next !== candidate.to || !isWord(context, next, word.localBody)) return null;
    if (candidate.record.isWord && !opensGovernment(context, candidate)) return null;
    const person =
      isWord(context, next, word.title) &&
      isWord(context, next + 1, word.title | word.personTitle) &&
      !/^(?:council|department|board)$/.test(foldedAt(reading, next + 1));
    return { take: true, confidence: 0.9, inOrg: !person };
  },
  examples: {
    yes: ['The [[Mesa]] City Council met the [[Phoenix]] Police Department.', 'The [[Kansas City]] Council agreed.'],
    no: ['The Police Department and the City Council agreed.'],
  },
};

/** A name that is also a word needs "City Council" or the like behind it, not a "National Council". */
function opensGovernment(context: PlaceContext, candidate: Candidate): boolean {
  const { reading } = context;
  return (
    /^(?:city|town|village|police)$/.test(foldedAt(reading, candidate.to)) &&
    isCapital(reading, candidate.to + 1) &&
    !opensSentence(context, candidate)
  );
}

const governing = word.government | word.title | word.direction;

export const governmentOf: PlaceRule = {
  id: 'places.government-of',
  reads: 'A name behind “city of”, “town of”, “mayor of”, “residents of” and the like.',
  match(candidate, context) {
    const { reading } = context;
    const { from } = candidate;
    if (!isWord(context, from - 1, word.of) || !isWord(context, from - 2, governing)) return null;
    return {
      take: true,
      confidence: 0.93,
      inOrg: isCapital(reading, from - 2) && /^(?:city|town|village)$/.test(foldedAt(reading, from - 2)),
    };
  },
  examples: {
    yes: ['The City of [[Pasadena]] and the mayor of [[Reading]] signed.'],
    no: ['A vote of Mason and a friend of Hope decided it.'],
  },
};

export const residentOf: PlaceRule = {
  id: 'places.resident-of',
  reads: 'A name behind a comma and “of”, where a person’s home stands: “Ana Ruiz, 22, of Winfield, …”.',
  match(candidate, context) {
    const { reading } = context;
    const { from, to, record } = candidate;
    if (record.isWord || !isWord(context, from - 1, word.of) || !isMark(reading, from - 2, ',')) return null;
    const closed = /^[,.;)]$/.test(foldedAt(reading, to)) || !together(context, to, from);
    return closed || hasShape(reading, from - 3, shape.number) ? { take: true, confidence: 0.85 } : null;
  },
  examples: {
    yes: ['Ana Ruiz, 22, of [[Winfield]], and Bo Lee, of [[Mason]], were honored.'],
    no: ['The council, of course, thought of Mason.'],
  },
};

export const behindPreposition: PlaceRule = {
  id: 'places.preposition',
  reads:
    'A name behind “in”, “near”, “outside” and other words of location; “to”, “from” and “of” only for names that are no words or surnames.',
  match(candidate, context) {
    const { reading } = context;
    const { from, record } = candidate;
    const before = isWord(context, from - 1, word.direction | word.setting) ? from - 2 : from - 1;
    if (!together(context, before, from)) return null;
    if (isWord(context, from, word.direction) && isCapital(reading, candidate.to)) return null;
    if (before < from - 1 && !record.isWord) return { take: true, confidence: 0.85 };
    if (isWord(context, before, word.locative)) {
      const at = foldedAt(reading, before) === 'at';
      return (at || record.key.length < 4) && isWeak(context, candidate)
        ? null
        : record.isWord && calendar(record.key)
          ? null
          : { take: true, confidence: 0.85 };
    }
    return isWord(context, before, word.loosePreposition) && !isWeak(context, candidate)
      ? { take: true, confidence: 0.75 }
      : null;
  },
  examples: {
    yes: ['A farm near [[Reading]] sold milk in downtown [[Tucson]].', 'They drove from [[Nogales]] to [[Tempe]].'],
    no: ['In May she wrote to Mason.'],
  },
};

function calendar(key: string): boolean {
  return /^(?:may|march|august|april|june|spring|summer|winter|congress|senate|house|english|christmas)$/.test(key);
}

export const localNoun: PlaceRule = {
  id: 'places.local-noun',
  reads:
    'A name in front of “resident”, “police”, “mayor” and other words that belong to a town, also in the possessive or with “-based”.',
  match(candidate, context) {
    const { reading } = context;
    const { from, to, record } = candidate;
    let next = to;
    if (hasShape(reading, next, shape.clitic)) {
      next++;
      if (record.isSurname || record.isGivenName) return null;
    } else if (isMark(reading, next, '-'))
      return /^(?:based|area|born)$/.test(foldedAt(reading, next + 1)) ? { take: true, confidence: 0.88 } : null;
    if (!together(context, next, from) || !isWord(context, next, word.local | word.title)) return null;
    if (isWeak(context, candidate) && (opensSentence(context, candidate) || record.isWord) && !isCapital(reading, next))
      return null;
    // "Eagle Mayor Ana Ruiz": a word that is a place as well, before the one title that only places give.
    if (record.isWord)
      return isCapital(reading, next) &&
        foldedAt(reading, next) === 'mayor' &&
        next === to &&
        isCapital(reading, to + 1)
        ? { take: true, confidence: 0.75 }
        : null;
    return { take: true, confidence: 0.82 };
  },
  examples: {
    yes: [
      'A [[Tempe]] resident and [[Phoenix]] Mayor Ana Ruiz spoke.',
      '[[Pasadena]]’s city manager left the [[Reno]]-based firm.',
      '[[Eagle]] Mayor Ana Ruiz spoke.',
    ],
    no: ['Mason’s home was sold. Union officials left.'],
  },
};

export const inList: PlaceRule = {
  id: 'places.list',
  reads: 'A name that stands in a list with other names of places.',
  match(candidate, context) {
    if (candidate.record.isWord || candidate.before >= 0 || candidate.tail.length > 0) return null;
    const others = listed(candidate, context, -1) + listed(candidate, context, 1);
    return others > 0 && others >= (isWeak(context, candidate) ? 2 : 1) ? { take: true, confidence: 0.78 } : null;
  },
  examples: {
    yes: ['[[Aurora]], [[Chicago]], [[Seattle]] – the list goes on.'],
    no: ['Mason, Taylor and Reed abstained.'],
  },
};

/** Candidates without a surname's look that a comma or "and" joins on one side, at most two. */
function listed(candidate: Candidate, context: PlaceContext, direction: 1 | -1): number {
  const { reading, candidates } = context;
  let at = candidate.index;
  let count = 0;
  for (; count < 2; count++) {
    const here = candidates[at];
    const other = candidates[at + direction];
    if (!here || !other || !together(context, here.from, other.from)) break;
    const [gapFrom, gapTo] = direction > 0 ? [here.to, other.from] : [other.to, here.from];
    if (gapTo - gapFrom < 1 || gapTo - gapFrom > 2) break;
    let linked = true;
    for (let i = gapFrom; i < gapTo; i++) if (!/^(?:,|and|or|&)$/.test(foldedAt(reading, i))) linked = false;
    if (
      !linked ||
      other.record.isSurname ||
      other.record.isGivenName ||
      other.record.isWord ||
      context.inPerson[other.from]
    )
      break;
    at += direction;
  }
  return count;
}

export const bareName: PlaceRule = {
  id: 'places.bare-name',
  reads: 'A name that is no word, surname or given name and no part of a longer name.',
  match(candidate, context) {
    if (isWeak(context, candidate) || behindArticle(candidate, context)) return null;
    if (candidate.before >= 0 && !context.home && inHeading(context, candidate)) return null;
    return { take: true, confidence: 0.7 };
  },
  examples: {
    yes: ['The mayor said [[Albuquerque]] would follow.'],
    no: ['The chief said Mason would follow. Union would not.', 'Fans of the Winnetka were sad.'],
  },
};

/** "The Winnetka was sold": with an article and no noun behind it, the name is some other thing's. */
function behindArticle({ from, to }: Candidate, context: PlaceContext): boolean {
  const { reading } = context;
  if (!isWord(context, from - 1, word.article)) return false;
  return (
    !together(context, to, from) ||
    hasShape(reading, to, shape.mark) ||
    isWord(context, to, word.function | word.locative | word.loosePreposition)
  );
}
