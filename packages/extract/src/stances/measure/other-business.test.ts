import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Tom Ferraro', 'Rita Molina'];
const among = (text: string): readonly string[] => positionsAmong(people, text);
const bought =
  'The Salem City Council voted 5-2 Monday to buy 20 license plate readers for the police. Anna Weiss and Tom Ferraro voted no.\n\n';
const ofRita = (text: string): readonly string[] => among(bought + text).filter((one) => one.startsWith('Rita'));
const asked =
  'The candidates were asked whether the county should buy license plate readers. Anna Weiss said it should.';

it.each([
  'The council also heard an hour of testimony on a stormwater fee. “This goes too far,” Rita Molina said.',
  'The council also discussed a stormwater fee. Rita Molina spoke against it.',
  'In other business, the council approved a $2 million sewer contract. Rita Molina voted no.',
  'Some of the crowd had come for a different item, a plan to close the Oak Street pool. Rita Molina called the idea cruel.',
  'A proposal to raise parking fines comes back in May. Rita Molina said she would vote no.',
  'A new dog park was next on the agenda. Rita Molina and Tom Ferraro were opposed.',
  'Also Monday, the council tabled a leaf blower ban.\n\nRita Molina said she could not support the measure.',
  'Next came the school crossing plan. Rita Molina praised the proposal.',
  'The council also passed a resolution honoring veterans. Rita Molina sponsored the resolution.',
  'The council will hold a hearing on a noise ordinance next week. Rita Molina is opposed.',
  'The eviction ordinance comes back in May. Rita Molina said she would vote no.',
  'Then the council took up a camping ban. Rita Molina voted no.',
  'On taller buildings, Rita Molina sided with Ferraro.',
  'As for the dog park, Rita Molina called the idea silly.',
])('reads nothing on the measure where the story has come to another item: %s', (text) => {
  expect(ofRita(text).filter((one) => one.includes('alpr-cameras'))).toEqual([]);
});

it.each([
  'The council also sent the measure to a committee on privacy. Rita Molina said she opposes the plan.',
  'The council also heard from residents. “This goes too far,” Rita Molina said.',
  'Also Monday, about 40 people rallied outside. Rita Molina called the plan reckless.',
  'In other business, the council approved a sewer contract.\n\nRita Molina opposes the readers.',
  'On Monday night, Rita Molina called the plan reckless.',
  'Also Monday, the council sent the measure to the county. Rita Molina called the plan reckless.',
  'A similar plan failed in Keizer. Rita Molina spoke against the proposal.',
])('goes on reading where it has not, or is back: %s', (text) => {
  expect(ofRita(text)).toEqual(['Rita Molina opposes alpr-cameras']);
});

it('reads what is said of a topic that a paragraph has come to as nothing on the measure', () => {
  const told = among(
    `${asked}\n\nAnna Weiss and Tom Ferraro were split on a civilian review board. Ferraro said it would cost too much. Rita Molina said a board would only slow down detectives.`,
  );
  expect(told.filter((one) => /^(?:Tom|Rita).*alpr/.test(one))).toEqual([]);
  expect(told).toContain('Rita Molina opposes civilian-oversight');
});

it('reads "a board" right behind the board as any such board', () => {
  const wants = 'Anna Weiss said the county should create a civilian review board.';
  expect(among(`${wants} Tom Ferraro said a board isn’t necessary.`)).toContain(
    'Tom Ferraro opposes civilian-oversight',
  );
  expect(among(`${wants} The park needs a fence. Rents are up. Tom Ferraro said a board would help.`)).not.toContain(
    'Tom Ferraro supports civilian-oversight',
  );
  expect(among(`${wants} Tom Ferraro sits on a board of an opera.`)).not.toContain(
    'Tom Ferraro supports civilian-oversight',
  );
});
