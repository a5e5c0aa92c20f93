// What a draft would do is its sponsors' position, wherever the story names them, and no measure of its own.
import { expect, test } from 'vitest';
import { stancesIn } from '../../testing/shipped-stances.ts';

const said = (text: string, title?: string): readonly string[] =>
  stancesIn(text, title).map(({ holder, position, issue, act }) => `${holder} ${position} ${issue} (${act})`);

const draft =
  "Landlords could not raise rents by more than 5 percent under an ordinance introduced at Monday's meeting.";

test('what would be so under a draft is held by whoever is told later to have sponsored it', () => {
  expect(said(`${draft} Councilwoman Ana Diaz, who sponsored it, was absent.`)).toContain(
    'Ana Diaz supports rent-control (policy-proposal)',
  );
  expect(said(`${draft} Councilwoman Ana Diaz was absent.`)).toEqual([]);
});

test('what else the draft would do is held by its sponsor too, and leaves the story one measure', () => {
  const more = 'The ordinance, sponsored by Councilwoman Ana Diaz, would also require landlords to give a reason.';
  const found = said(`${draft} ${more} Mayor Ed Fox said he intends to vote yes.`);
  expect(found).toContain('Ana Diaz supports eviction-protection (policy-proposal)');
  expect(found).toContain('Ed Fox supports rent-control (vote)');
});

test('what a clause within the lede tells is not what the draft would do', () => {
  const how = 'Police would have to explain how they use license plate readers under rules proposed Monday.';
  expect(said(`${how} Councilwoman Ana Diaz drafted the rules.`)).toEqual([]);
});

test('a vote told of those to whom something is done says what was voted on', () => {
  const told =
    'The governor threatened to remove four council members who voted against an agreement that would have trained police officers to enforce immigration law.';
  expect(
    said(`${told} Councilman Jo Lee, who also voted no, shrugged.`, 'Governor threatens council over ICE agreement'),
  ).toEqual(['Jo Lee opposes ice-agreement (vote)']);
});

test('what goes on in the paragraph of a draft is more of it, and no second measure', () => {
  const lede =
    'Councilwoman Ana Diaz introduced an ordinance Monday that would bar federal immigration agents from city parking lots.';
  const more = 'Under the proposal, directors would be briefed. The manager would keep a log of all contacts with ICE.';
  const found = said(`${lede}\n\n${more}\n\nCouncilman Jo Lee said he will vote no.`);
  expect(found).toContain('Ana Diaz supports contact-transparency (policy-proposal)');
  expect(found).toContain('Jo Lee opposes limit-ice-cooperation (vote)');
});
