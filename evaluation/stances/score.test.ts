// The scorer of stances, on stories of its own and on gold scored against itself.
import { expect, test } from 'vitest';
import { readStories } from './compile.ts';
import { isOfficeAlone, sameHolder } from './same-holder.ts';
import { addScores, precisionOf, recallOf, scoreStory } from './score.ts';
import { parseStory } from './story-source.ts';

const story = parseStory(
  'housing-99',
  'housing',
  'work',
  `Rents
Erie, PA

The council voted 5-2 to cap rents. Mayor Ann Poe opposed the cap. Lee Hart asked for sewers, and sighed.
---
Erie City Council [council] | rent-control | supports | position | vote | asserted | The council voted 5-2 to cap rents
Ann Poe [mayor] | rent-control | opposes | position | statement | asserted | Mayor Ann Poe opposed the cap
? Lee Hart [residents] | rent-control | neutral | position | statement | asserted | Lee Hart asked for sewers
`,
);
const at = (words: string) => {
  const start = story.text.indexOf(words);
  return { start, end: start + words.length };
};
const said = (holder: string, position: string, words: string, issue = 'rent-control') => ({
  holder,
  issue,
  position,
  evidence: at(words),
});

test('gold scored against itself is all right', () => {
  const total = addScores(readStories().map((one) => scoreStory(one, one.stances)));
  expect(precisionOf(total)).toBe(1);
  expect(recallOf(total)).toBe(1);
  expect(total.notes).toEqual([]);
});

test('an empty prediction finds nothing and invents nothing', () => {
  const total = addScores(readStories().map((one) => scoreStory(one, [])));
  expect([recallOf(total), total.invented, total.wrongPosition]).toEqual([0, 0, 0]);
  expect(total.wanted).toBeGreaterThan(400);
});

test('a stance with its sign turned is a wrong position, for firm gold alone', () => {
  const turn = { supports: 'opposes', opposes: 'supports', mixed: 'supports', neutral: 'supports' };
  for (const one of readStories()) {
    const turned = one.stances.map((stance) => ({ ...stance, position: turn[stance.position] }));
    const score = scoreStory(one, turned);
    expect(score.invented).toBe(0);
  }
  const score = scoreStory(story, [
    said('Ann Poe', 'supports', 'Mayor Ann Poe opposed the cap'),
    said('Lee Hart', 'supports', 'Lee Hart asked for sewers'),
  ]);
  expect([score.right, score.wrongPosition, score.invented]).toEqual([0, 1, 0]);
});

test('an ambiguous stance neither helps nor hurts', () => {
  const score = scoreStory(story, [said('Hart', 'neutral', 'Lee Hart asked')]);
  expect([score.right, score.wanted, precisionOf(score)]).toEqual([0, 2, 0]);
  expect(score.notes).toHaveLength(2);
});

test('a repeat counts once, another passage and another holder count against', () => {
  const score = scoreStory(story, [
    said('the council', 'supports', 'voted 5-2'),
    said('the council', 'supports', 'to cap rents'),
    said('mayor', 'opposes', 'sighed'),
    said('Mark Poe', 'opposes', 'opposed the cap'),
    said('Ann Poe', 'opposes', 'opposed the cap', 'police-budget'),
  ]);
  expect(score).toMatchObject({ right: 1, elsewhere: 1, invented: 1, outside: 1, wrongPosition: 0 });
});

test('in a story without stances every prediction is invented, whatever its pack', () => {
  const none = { ...story, pack: 'none' as const, stances: [] };
  const score = scoreStory(none, [said('Ann Poe', 'opposes', 'opposed the cap', 'police-budget')]);
  expect(score.invented).toBe(1);
});

test.each([
  ['Tulsa City Council', 'The council'],
  ['Alan Prewitt', 'Mayor Prewitt'],
  ['Amber Lone Elk', 'Lone Elk'],
  ['City of Norfolk', 'Norfolk'],
  ['Norfolk', 'City of Norfolk'],
  ['Omaha police', 'Omaha Police Department'],
  ['The department', 'department'],
  ['Flock Safety', 'Flock'],
  ['Southside ReLeaf Coalition', 'Members of the Southside ReLeaf Coalition'],
  ['residents', 'Twenty-two residents'],
  ['American Civil Liberties Union of Minnesota', 'ACLU'],
  ['family of Darnell Quick', 'The family of Darnell Quick, 24,'],
])('"%s" is "%s"', (gold, predicted) => {
  expect(sameHolder(gold, predicted, ['norfolk'])).toBe(true);
});

test.each([
  ['Art Gentry', 'Ann Gentry'],
  ['Portland Police Association', 'Portland'],
  ['Tulsa City Council', 'Tulsa'],
  ['Tulsa City Council', 'City of Tulsa'],
  ['Wisconsin Professional Police Association', 'police'],
  ['Boise City Council', 'Mayor Claire Sandoz'],
  ['APD Forward', 'Priya Nand'],
  ['The department', 'The council'],
])('"%s" is not "%s"', (gold, predicted) => {
  expect(sameHolder(gold, predicted, ['portland', 'tulsa'])).toBe(false);
});

test('an office without a name is told from a name', () => {
  expect(isOfficeAlone('police-chief', 'the police chief')).toBe(true);
  expect(isOfficeAlone('police-chief', 'Chief Moe')).toBe(false);
});
