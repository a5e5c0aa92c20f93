// The rules of places in order: the first that has something to say about a candidate decides.
// What names something else comes first, but a state behind a comma beats even a surname ("Mason, Texas");
// then places by decreasing evidence; the bare name is last.
import type { PlaceRule } from '../context.ts';
import { county, countyList } from './county.ts';
import { inName } from './in-name.ts';
import { misspelt } from './misspelt.ts';
import { facility, longerName, newspaper, school, street, team } from './not-in-longer-name.ts';
import { behindTitle, inPersonName, knownSurname } from './not-person.ts';
import { repeat } from './repeat.ts';
import { stateShort } from './state-short.ts';
import type { StoryPlaceRule } from './story-rule.ts';
import {
  bareName,
  behindPreposition,
  governmentOf,
  inList,
  inOrganization,
  localNoun,
  residentOf,
} from './with-evidence.ts';
import { cityState, dateline, demonym, partyTag, stateName } from './with-state.ts';

/** Asked of all candidates before any other rule: they learn which names the story gives to people. */
export const personRules: readonly PlaceRule[] = [inPersonName, dateline, behindTitle];

/** Asked next: what the words around a name tell, wherever the story plays. */
export const surroundingRules: readonly PlaceRule[] = [
  demonym,
  newspaper,
  team,
  street,
  school,
  facility,
  county,
  countyList,
  cityState,
  partyTag,
  longerName,
  stateName,
  knownSurname,
  inOrganization,
  governmentOf,
  residentOf,
];

/** Asked last: whether they trust a weak name depends on where the story plays. */
export const homeRules: readonly PlaceRule[] = [behindPreposition, localNoun, inList, bareName];

export const placeRules: readonly PlaceRule[] = [...personRules, ...surroundingRules, ...homeRules];

/** Asked once the candidates are judged: those that read what the others left, then those that find more in the text. */
export const leftoverRules: readonly StoryPlaceRule[] = [inName, repeat];
export const textRules: readonly StoryPlaceRule[] = [misspelt, stateShort];
