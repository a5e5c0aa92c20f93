// Places that the text itself puts into a state, and the states and countries. Knows commas and abbreviations.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { stateAt } from '../../states.ts';
import type { Candidate } from '../candidates.ts';
import { inHeading, opensAt, type PlaceContext, type PlaceRule } from '../context.ts';
import { kind } from '../place-record.ts';
import { isMark, isWord, together } from '../surroundings.ts';
import { word } from '../words.ts';

export const cityState: PlaceRule = {
  id: 'places.city-state',
  reads: 'A name and, behind a comma, the state that has a place of that name.',
  match(candidate, context) {
    const { reading } = context;
    const { to, record } = candidate;
    const comma = isMark(reading, to, ',');
    const at = comma ? to + 1 : to;
    if (!together(context, at, candidate.from)) return null;
    const state = stateAt(reading, at);
    if (!state || (!comma && !state.short)) return null;
    if (isMark(reading, state.to, '-') && !hasShape(reading, state.to, shape.spaced)) return null;
    const { code } = state;
    if (!record.entries.some((entry) => entry.region === code && (entry.kind & kind.local) !== 0)) return null;
    return { take: true, confidence: 0.97, state: code };
  },
  examples: {
    yes: [
      'She moved from [[Reading]], [[Pa.]], to [[Salem]], [[Ore.]], last year.',
      'The mill in [[Paris]], [[Texas]], burned.',
    ],
    no: ['Mason, [[Texas]]-born and proud, sang.'],
  },
};

export const partyTag: PlaceRule = {
  id: 'places.party-tag',
  reads: 'A name behind a legislator’s party and a hyphen is where the legislator comes from.',
  match(candidate, context) {
    const { reading } = context;
    const { from } = candidate;
    if (!isMark(reading, from - 1, '-') || hasShape(reading, from, shape.spaced)) return null;
    if (!/^(?:d|r|i|dfl)$/.test(foldedAt(reading, from - 2))) return null;
    return /^(?:ward|district|precinct|at)$/.test(foldedAt(reading, from)) ? null : { take: true, confidence: 0.88 };
  },
  examples: {
    yes: ['Rep. Ana Ruiz, D-[[Tucson]], and Sen. Bo Lee (R-[[Prescott]]) agreed.'],
    no: ['The B-Mason and the Smith-Austin bills failed.'],
  },
};

export const dateline: PlaceRule = {
  id: 'places.dateline',
  reads:
    'A name in capitals at the start of a paragraph, before a dash, an agency or a date, is where the story was filed.',
  match(candidate, context) {
    const { reading } = context;
    const { from, to } = candidate;
    if (!allCaps(reading, from, to)) return null;
    const opens = opensUnit(context, candidate);
    if (!opens) return null;
    if (
      inHeading(context, candidate) &&
      allCaps(reading, to, Math.min(to + 3, reading.count)) &&
      !/^[-–—(,]|^--/.test(foldedAt(reading, to))
    )
      return null;
    let i = to;
    let state: string | undefined;
    if (isMark(reading, i, ',')) {
      const at = stateAt(reading, i + 1);
      if (at) {
        state = at.code;
        i = at.to;
      }
    }
    const next = foldedAt(reading, i);
    const dashed = /^(?:[-–—(]|--+)$/.test(next) && hasShape(reading, i, shape.spaced);
    const marked =
      dashed ||
      (opens === 'paragraph' &&
        (/^[-–—,:|]$/.test(next) || (isCapital(reading, i) && !hasShape(reading, i, shape.allCaps))));
    return marked ? { take: true, confidence: 0.95, ...(state ? { state } : {}) } : null;
  },
  examples: {
    yes: [
      '[[TUCSON]] - The council met.',
      '[[HEMPSTEAD]], [[N.Y.]], Sept. 26 — The board met.',
      '[[PHOENIX]] (AP) — The council met.',
    ],
    no: ['MASON JARS ARE ON SALE at the fair.'],
  },
};

function opensUnit(context: PlaceContext, { from }: Candidate): 'paragraph' | 'sentence' | null {
  const { reading } = context;
  if (opensAt(reading, reading.paragraphStarts[reading.paragraphOf[from] ?? 0] ?? 0, from)) return 'paragraph';
  return opensAt(reading, reading.sentenceStarts[reading.sentenceOf[from] ?? 0] ?? 0, from) ? 'sentence' : null;
}

function allCaps(reading: Parameters<typeof hasShape>[0], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (!hasShape(reading, i, shape.allCaps | shape.mark | shape.abbreviation | shape.clitic)) return false;
  return true;
}

export const demonym: PlaceRule = {
  id: 'places.not.demonym',
  reads: 'A word for what is of a country is no place; it only hints at where the story plays.',
  match({ record }) {
    return (record.kinds & kind.m) !== 0 ? { take: false, confidence: 0, hint: true } : null;
  },
  examples: {
    yes: ['French police went to [[Germany]].'],
    no: ['The Turkish court and the Canadians agreed.'],
  },
};

export const stateName: PlaceRule = {
  id: 'places.state-or-country',
  reads: 'The name of a state or a country; states also as newspapers shorten them, behind a place.',
  match(candidate, context) {
    const { record, from, before, tail } = candidate;
    if ((record.kinds & (kind.s | kind.n | kind.r)) === 0) return null;
    if (before >= 0 && !isWord(context, from - 1, word.direction) && !isMark(context.reading, from - 1, '-'))
      return null;
    if (isEra(candidate, context) || isUniversity(candidate, context)) return { take: false, confidence: 0 };
    const placed = isWord(context, from - 1, word.locative | word.loosePreposition);
    const named = !placed && context.surnames.has(record.key);
    if (named) return { take: false, confidence: 0 };
    return { take: true, confidence: 0.9, inOrg: tail.length > 0 };
  },
  examples: {
    yes: ['A bill in southern [[California]] would bind [[Mexico]] as well.'],
    no: ['Mount Idaho Springs closed in 500 B.C.', 'Duke plays Michigan State today.'],
  },
};

/** "500 B.C." is a date, not British Columbia. */
function isEra({ from, to }: Candidate, { reading }: PlaceContext): boolean {
  return (
    hasShape(reading, from - 1, shape.number) &&
    /^b\.?\s?c\.?$/i.test(reading.text.slice(reading.starts[from], reading.ends[to - 1]))
  );
}

/** "Michigan State" is a university; "Michigan State Police" is not. */
function isUniversity(candidate: Candidate, context: PlaceContext): boolean {
  const [state, next] = candidate.tail;
  if (!isWord(context, state ?? -1, word.state)) return false;
  return next === undefined || isWord(context, next, word.school | word.team);
}
