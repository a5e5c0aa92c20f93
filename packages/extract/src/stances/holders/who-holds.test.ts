// Whom sentences name as holders by common nouns, bare surnames and behind datelines, and who beside a verb is none.
import { expect, test } from 'vitest';
import { positionsAmong, stancesIn } from '../../testing/shipped-stances.ts';

const holders = (text: string): string =>
  stancesIn(text)
    .map(({ holder, position }) => `${holder} ${position}`)
    .join(', ');

const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a dateline is no part of its sentence': [
    ['SALEM — About 40 residents marched downtown Friday to protest the rent cap.', 'residents opposes'],
    ['SALEM, Ore. (AP) — The council on Monday repealed the sanctuary ordinance.', 'council opposes'],
    ['SALEM — By a vote of 6-3, the council approved the rent cap.', 'council supports'],
  ],
  'a common noun that heads the subject holds': [
    ['The jail administrator opposes the ICE contract.', 'jail administrator opposes'],
    ['Regents voted Friday to end the ICE contract.', 'Regents opposes'],
    ["Salem's auditor urged the council to end the ICE contract.", "Salem's auditor opposes"],
    ['A weekly newspaper in Mercer sued the sheriff to end the ICE contract.', 'weekly newspaper opposes'],
    ['The county Republicans endorsed the rent cap on Monday.', 'county Republicans supports'],
    ['Striking bus drivers oppose the sanctuary ordinance.', 'Striking bus drivers opposes'],
    ['The committee that oversees the jail endorsed the sanctuary ordinance.', 'committee supports'],
    ['Housing officials said they consider it unlawful to honor ICE detainers.', 'Housing officials opposes'],
  ],
  'a noun that heads no subject holds nothing': [
    ['A vote of the board ended the rent cap.', ''],
    ['The company softball team opposes the rent cap.', ''],
    ['His clinic opposes the ICE contract.', ''],
    ['The city fined landlords over the rent cap.', ''],
    ['No teacher opposes the sanctuary ordinance.', ''],
    ['The council let the ICE contract lapse, and crews will clear the homeless camp.', 'council opposes'],
    ['The chapter opposes the sanctuary ordinance.', ''],
  ],
  'a body stands for its members': [
    ['Members of Homes For Salem packed the chamber to demand a rent cap.', 'Members of Homes For Salem supports'],
    ['Crews with the city of Salem cleared a homeless camp Monday.', 'city of Salem supports'],
  ],
  'who reports between commas is not who wants': [
    ['The mayor, according to emails obtained by the station, opposes the rent cap.', 'mayor opposes'],
  ],
};

for (const [rule, sentences] of Object.entries(cases))
  for (const [text, expected] of sentences) test(`${rule}: ${text}`, () => expect(holders(text)).toBe(expected));

test('reads "they" as the several who speak', () => {
  const among = (text: string): readonly string[] =>
    positionsAmong(['Anna Weiss', 'Tom Ferraro'], `The candidates and the department met Monday.\n\n${text}`);
  const both = ['Anna Weiss supports rent-control', 'Tom Ferraro supports rent-control'];
  expect(among('Anna Weiss and Tom Ferraro said they support rent control.')).toEqual(both);
  expect(among('Anna Weiss and Tom Ferraro both said they would vote for rent control.')).toEqual(both);
  expect(among('Landlords left town. Anna Weiss said they oppose rent control.')).not.toContain(
    'Anna Weiss opposes rent-control',
  );
});
