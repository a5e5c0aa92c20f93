// Tests the counting over single sentences with made-up answers.
import { expect, test } from 'vitest';
import { behindOpenings, countLines, sentences, shapes } from './sentence-sets.ts';

const line = (sign: string) => ({ sign, issue: 'rent-control', holder: 'Ruiz', text: 'Ruiz did something.' });
const says = (position: string) => () => ({ stances: [{ holder: 'Dana Ruiz', issue: 'rent-control', position }] });
const nothing = () => ({ stances: [{ holder: 'Ann Lee', issue: 'rent-control', position: 'supports' }] });

test('counts what is as wanted, what is not, and lets what is missed be', () => {
  expect(countLines(says('supports'), [line('+'), line('-'), line('0')])).toEqual({ right: 1, wrong: 2 });
  expect(countLines(nothing, [line('+'), line('0')])).toEqual({ right: 1, wrong: 0 });
});

test('each line has a sign, an issue, a holder and a text', () => {
  const all = [...shapes(), ...behindOpenings(), ...sentences('openings.tsv'), ...sentences('unread.tsv')];
  const bad = all.filter(
    ({ sign, issue, holder, text }) => !/^[-+~0]$/.test(sign) || !issue || !holder || text.length < 10,
  );
  expect(bad).toEqual([]);
  expect(shapes().length % 5).toBe(0);
});

test('a shape holds its thing in place of every X', () => {
  expect(shapes().filter(({ text }) => /\bX\b/.test(text))).toEqual([]);
});
