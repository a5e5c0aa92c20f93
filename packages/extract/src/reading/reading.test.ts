// The one reading of the text: tokens, sentences, paragraphs.
import { expect, test } from 'vitest';
import { PhraseTrie } from './phrases.ts';
import { type Reading, readText, sentenceRange, spanOf, wordAt } from './reading.ts';
import { Vocabulary } from './vocabulary.ts';

const read = (text: string): Reading => readText(text, new Vocabulary());
const words = (text: string): string[] => {
  const reading = read(text);
  return Array.from({ length: reading.count }, (_, i) => wordAt(reading, i));
};
const sentences = (text: string): string[] => {
  const reading = read(text);
  return Array.from(
    { length: reading.sentenceStarts.length - 1 },
    (_, s) => spanOf(reading, ...sentenceRange(reading, s)).text,
  );
};
const paragraphs = (text: string): string[] => {
  const reading = read(text);
  return Array.from(
    { length: reading.paragraphStarts.length - 1 },
    (_, p) => spanOf(reading, reading.paragraphStarts[p] ?? 0, reading.paragraphStarts[p + 1] ?? 0).text,
  );
};

test('clitics, hyphens and possessives are tokens of their own', () => {
  expect(words("Ruiz's deputies don't patrol Winston-Salem.")).toEqual([
    'Ruiz',
    "'s",
    'deputies',
    'do',
    "n't",
    'patrol',
    'Winston',
    '-',
    'Salem',
    '.',
  ]);
  expect(words('the council’s vote isn’t final')).toEqual(['the', 'council', '’s', 'vote', 'is', 'n’t', 'final']);
});

test('abbreviations keep their full stop', () => {
  expect(words('Capt. Lee, D-Calif., met U.S. Rep. J. K. Ode at 4 p.m. Friday.')).toEqual([
    'Capt.',
    'Lee',
    ',',
    'D',
    '-',
    'Calif.',
    ',',
    'met',
    'U.S.',
    'Rep.',
    'J. K.',
    'Ode',
    'at',
    '4',
    'p',
    '.',
    'm',
    '.',
    'Friday',
    '.',
  ]);
});

test.each([
  ['The U. S. Immigration office closed. Nobody knew.', ['The U. S. Immigration office closed.', 'Nobody knew.']],
  ['He met Capt. Lee on Sept. 26. They talked.', ['He met Capt. Lee on Sept. 26.', 'They talked.']],
  ['Ald. Lee Ode met Govs. Ruiz and Tan.', ['Ald. Lee Ode met Govs. Ruiz and Tan.']],
  ['“We are ready.” She left.', ['“We are ready.”', 'She left.']],
  ['“Are you ready?” Mayor Ana Ruiz asked. No one was.', ['“Are you ready?” Mayor Ana Ruiz asked.', 'No one was.']],
  ['“Are you ready?” he asked.', ['“Are you ready?” he asked.']],
  ['She moved to the U.S. The council did not.', ['She moved to the U.S.', 'The council did not.']],
  ['The vote, 5-2, came late... It passed.', ['The vote, 5-2, came late...', 'It passed.']],
  [
    'It costs $1.5 million. "That is a lot," she said. "Too much."',
    ['It costs $1.5 million.', '"That is a lot," she said.', '"Too much."'],
  ],
  ['He voted no. The cap failed, and No. 5 was next.', ['He voted no.', 'The cap failed, and No. 5 was next.']],
])('sentences of %j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('a heading is a paragraph of its own, a wrapped line is not', () => {
  expect(paragraphs('Council votes on the jail contract\nTUCSON - The council voted.\n\nIt was late.')).toHaveLength(3);
  expect(
    paragraphs('The Department shall not take part in the\nenforcement of civil law by federal officers.'),
  ).toHaveLength(1);
});

test('list items of a wrapped document stay apart', () => {
  const text = [
    'The Department will not keep any records for the use of other',
    'agencies, including the federal ones, and',
    '1. The Department is committed to serving every resident in the',
    'city without regard to status.',
    '2. Officers shall carry a card that states this policy in the most',
    'common languages.',
  ].join('\n');
  expect(paragraphs(text)).toHaveLength(3);
});

test('tokens are where they say, whatever the text holds', () => {
  for (const text of ['', ' ', '\n\n', '“', 'a\u00a0b', '🙂 said “ok”', "''Yes,'' he said", 'x'.repeat(5000)]) {
    const reading = read(text);
    for (let i = 0; i < reading.count; i++) {
      expect(wordAt(reading, i)).toMatch(/^\S/u);
      if (i > 0) expect(reading.starts[i]).toBeGreaterThanOrEqual(reading.ends[i - 1] ?? 0);
    }
    expect(words(text).join('')).toBe(text.replace(/[\s\u00a0]+/gu, ''));
  }
});

test('word classes and phrases are looked up by word id', () => {
  const vocabulary = new Vocabulary();
  const classes = vocabulary.classify({ saying: ['said', 'told'], negation: ["n't", 'not'] });
  const phrases = new PhraseTrie<string>(vocabulary);
  phrases.add('city manager', 'city-manager');
  phrases.add('city', 'place');
  const reading = readText("The City Manager didn't say; the city said.", vocabulary);
  const found = Array.from({ length: reading.count }, (_, i) => classes.of(reading.ids[i] ?? 0));
  expect(found.filter((bits) => (bits & classes.bit.negation) !== 0)).toHaveLength(1);
  expect(found.filter((bits) => (bits & classes.bit.saying) !== 0)).toHaveLength(1);
  expect(phrases.longestAt(reading, 1)).toEqual({ from: 1, to: 3, value: 'city-manager' });
  expect(phrases.longestAt(reading, 1, 2)).toEqual({ from: 1, to: 2, value: 'place' });
  expect(phrases.longestAt(reading, 0)).toBeNull();
});
