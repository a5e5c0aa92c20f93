// The rules of places in order: the first that has something to say about a candidate decides.
// What names something else comes first, but a state behind a comma beats even a surname ("Mason, Texas");
// then places by decreasing evidence; the bare name is last.
import type { PlaceRule } from '../context.ts';
import { county, countyList } from './county.ts';
import { facility, longerName, newspaper, school, street, team } from './not-in-longer-name.ts';
import { behindTitle, inPersonName, knownSurname } from './not-person.ts';
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

export const placeRules: readonly PlaceRule[] = [
  inPersonName,
  dateline,
  behindTitle,
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
  behindPreposition,
  localNoun,
  inList,
  bareName,
];
