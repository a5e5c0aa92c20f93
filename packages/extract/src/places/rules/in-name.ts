// places.in-name: a city inside of the name of a building, company or body, where the story names the city itself too.
import { wordAt } from '../../reading/reading.ts';
import type { Candidate } from '../candidates.ts';
import { isWeak, type PlaceContext } from '../context.ts';
import type { Found } from '../evidence.ts';
import { placeKey } from '../place-key.ts';
import { isWord } from '../surroundings.ts';
import { word } from '../words.ts';
import type { Refused, StoryPlaceRule } from './story-rule.ts';

export const inName: StoryPlaceRule = {
  id: 'places.in-name',
  reads:
    'An established city inside of the name of a building, company or body is a mention, marked as inside of a name.',
  match: (context, { refused, strong }) =>
    refused
      .filter((item) => isEstablished(item, context, strong))
      .map((item): Found => {
        const inOrg = item.candidate.tail.length > 0;
        return { ...item, rule: 'places.in-name', verdict: { take: true, confidence: 0.65, inOrg } };
      }),
  examples: {
    yes: ['In [[Tucson]] the [[Tucson]] Convention Center closed.'],
    no: ['The Tucson Convention Center closed.', 'In [[Tempe]] the Mason Convention Center closed.'],
  },
};

/** Names of buildings, companies and bodies in which an established city is still a mention. */
const embedding = new Set(['places.not.facility', 'places.not.longer-name']);

function isEstablished(item: Refused, context: PlaceContext, strong: ReadonlySet<string>): boolean {
  const { record } = item.candidate;
  if (!embedding.has(item.rule) || record.isWord || context.surnames.has(record.key)) return false;
  const established = strong.has(record.key) || (context.home !== null && record.entries.includes(context.home));
  return established && !isPersonal(item.candidate, context);
}

/** Whether a capital before the candidate may be a given name or a title. */
function isPersonal(candidate: Candidate, context: PlaceContext): boolean {
  const { before } = candidate;
  if (before < 0) return isWord(context, candidate.from - 1, word.of);
  if (isWord(context, before, word.personTitle)) return true;
  const record = context.gazetteer.lookup(placeKey(wordAt(context.reading, before)));
  const personal = candidate.record.isSurname || candidate.record.isGivenName;
  return record !== null || (personal && isWeak(context, candidate));
}
