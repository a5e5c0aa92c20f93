// Whose decision a story calls back to: "the sheriff's decision" is not what the council voted on, "Ruiz's order" not the chief's.
// Knows nouns of bodies and offices and who decided what was told; neither issues nor signs.
import type { Stance } from '@civicwire/shared';
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';

/** Who decided what a noun calls back to. */
export type Decider = Pick<Stance, 'holder' | 'holderType'>;

/** The types that an owner's noun may stand for. */
const typesOf: readonly (readonly [RegExp, RegExp])[] = [
  [/^mayor$/, /^mayor$/],
  [/^sheriff$/, /^sheriff/],
  [/^(?:chief|superintendent)$/, /^(?:police|school|official)/],
  [/^(?:governor|lawmaker|senator|representative)$/, /^state-official$/],
  [/^(?:judge|court|magistrate|justice)$/, /^court$/],
  [/^(?:manager|administrator|executive)$/, /^(?:city-manager|county|official)/],
  [/^(?:department|police|agency|office)$/, /^(?:police|sheriff|department|jail)/],
  [/^(?:city|town|village)$/, /^(?:city|council|mayor|police|department)/],
  [/^county$/, /^(?:county|council|sheriff|jail|department)/],
  [/^(?:state|legislature|senate|house|assembly)$/, /^(?:state|statute)/],
  [/^(?:district|school)$/, /^school/],
  [
    /^(?:council|commission|commissioners|board|supervisors|trustees|aldermen|councilors|members|majority|body|panel|committee)$/,
    /^(?:council|county|school-district|city|state|department)$/,
  ],
];

const isTime =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night)|yesterday|week|month|year|night|morning|evening|afternoon|spring|summer|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)$/;

/** Whether the owner whose last word is token `owner` may be one of those who decided. */
export function isTheirs(reading: Reading, owner: number, deciders: readonly Decider[]): boolean {
  const word = foldedAt(reading, owner);
  // "Friday's order", "last week's vote"
  if (deciders.length === 0 || isTime.test(word)) return true;
  if (
    deciders.some(({ holder }) =>
      holder
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .includes(word),
    )
  )
    return true;
  if (hasShape(reading, owner, shape.capital) && !/^(?:council|commission|board|senate|house|legislature)$/.test(word))
    return false;
  const types = typesOf.find(([noun]) => noun.test(word))?.[1];
  return types !== undefined && deciders.some(({ holderType }) => types.test(holderType));
}
