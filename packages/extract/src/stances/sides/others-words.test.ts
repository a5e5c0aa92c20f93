// Whoever reads a letter aloud, tells what “some” think, lets a law stand unsigned or turns round in a sentence holds nothing by its words.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const lede = 'The Tulsa City Council voted 5-2 Monday to cap annual rent increases at 5 percent.';
const people = ['Nora Bell', 'Carl Voss'];
const by = (text: string, name = 'Nora Bell'): readonly string[] =>
  positionsAmong(people, `${lede}\n\n${text}`).filter((one) => one.startsWith(name));
const opposes = ['Nora Bell opposes rent-control'];
const supports = ['Nora Bell supports rent-control'];

test('a paper of somebody else that is read aloud is not the reader’s', () => {
  expect(by('Nora Bell read a text message from her son: “I oppose the cap.”')).toEqual([]);
  expect(by('“I oppose the cap,” Nora Bell said, reading a letter from a grocer.')).toEqual([]);
  expect(by('Nora Bell, quoting from an email, said the cap is theft.')).toEqual([]);
  expect(by('Holding a card, Nora Bell read: “The cap is theft.”')).toEqual([]);
  // Near misses: the reader's own paper, what was read before, and whoever wrote it.
  expect(by('Nora Bell read from her notes. “I oppose the cap,” she said.')).toEqual(opposes);
  expect(by('Reading from a prepared statement, Nora Bell said she opposes the cap.')).toEqual(opposes);
  expect(by('Nora Bell read the ordinance and said she opposes the cap.')).toEqual(opposes);
  expect(by('Nora Bell read a letter in which Carl Voss called the cap unfair.', 'Carl Voss')).toEqual([
    'Carl Voss opposes rent-control',
  ]);
});

test('what others are said to think is not the speaker’s', () => {
  expect(by('“Some will tell you that the cap hurts renters,” Nora Bell said.')).toEqual([]);
  expect(by('Nora Bell said she has heard from builders and residents who think the cap is unfair.')).toEqual([]);
  expect(by('“You hear that the cap is a disaster,” Nora Bell said.')).toEqual([]);
  expect(by('“The argument is that the cap will kill construction,” Nora Bell said.')).toEqual([]);
  expect(by('“Most people I talk to oppose the cap,” Nora Bell said.')).toEqual([]);
  // Near misses: what stands behind a "but", whom somebody tells, the others themselves.
  expect(by('“Some people say the cap goes too far, but the cap is fair,” Nora Bell said.')).toEqual(supports);
  expect(by('Nora Bell told residents who filled the room that the cap is unfair.')).toEqual(opposes);
  expect(by('Some tenants told the council the cap is a lifeline.', 'tenants')).toEqual([
    'tenants supports rent-control',
  ]);
});

test('a law that is let stand unsigned is no side', () => {
  expect(by('Mayor Nora Bell said she would allow the ordinance to take effect without her signature.')).toEqual([]);
  expect(by('Mayor Nora Bell let the cap become law without signing it.')).toEqual([]);
  expect(by('Mayor Nora Bell signed the cap without comment.')).toEqual(supports);
});

test('what somebody did before another turn does not stand', () => {
  expect(by('Nora Bell campaigned against the cap, then voted for it.')).toEqual([]);
  expect(by('Nora Bell spoke against the cap before voting for it.')).toEqual([]);
  expect(by('Nora Bell voted for the cap, then voted against a tax on hotels.')).toEqual(supports);
});

test('“that” behind another request is the request', () => {
  expect(by('Renters called for a public vote. Nora Bell said that would be a mistake.')).toEqual([]);
  expect(by('Carl Voss wants a library first. Nora Bell said that would cost too much.')).toEqual([]);
  expect(by('Renters asked the council to reject the cap. Nora Bell said that would be a mistake.')).toEqual([]);
  expect(by('Renters asked the council to pass the cap. Nora Bell said that would be a mistake.')).toEqual(opposes);
  expect(by('Renters filled the room. Nora Bell said that would be a mistake.')).toEqual(opposes);
});

test('what is foretold of somebody, mocked, denied or told of another name is no side', () => {
  expect(by('Carl Voss predicted Nora Bell would vote no.')).toEqual([]);
  expect(by('“The cap is a wonderful idea — if you want nobody to build,” Nora Bell said.')).toEqual([]);
  expect(by('Nora Bell denied opposing the cap.')).toEqual([]);
  expect(by('Nora Bell accused Carl Voss of flip-flopping on the cap.')).toEqual([]);
  expect(by('Nora Bell said she would not appeal the ruling against the cap.')).toEqual([]);
  expect(by('Nora Bell replaced Carl Voss, a supporter of the cap.')).toEqual([]);
  // Near misses: told and meant.
  expect(by('Carl Voss said nothing. Nora Bell voted no.')).toEqual(opposes);
  expect(by('“The cap is a wonderful idea,” Nora Bell said.')).toEqual(supports);
  expect(by('Nora Bell, a supporter of the cap, replaced Carl Voss.')).toEqual(supports);
  expect(by('Nora Bell said she would appeal the ruling against the cap.')).toEqual([]);
  expect(by('Nora Bell denied that she opposes the cap.')).toEqual([]);
});
