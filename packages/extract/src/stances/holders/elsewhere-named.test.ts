import { expect, test } from 'vitest';
import { readText } from '../../reading/reading.ts';
import { Vocabulary } from '../../reading/vocabulary.ts';
import { openingElsewhere } from './elsewhere-named.ts';

const text =
  'Salina kept its readers. In Abilene, the city gave up its readers. In nearby Assaria, the city has none. In Salina, the city did. In April, the city did.';

function opened(sentence: string): string | null {
  const places = ['Salina', 'Abilene', 'Assaria'].flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      name,
      type: 'city' as const,
      focus: name !== 'Assaria',
      start: index,
    })),
  );
  const reading = readText(text, new Vocabulary());
  return openingElsewhere({ places, reading }, reading.starts.indexOf(text.indexOf(sentence)))?.name ?? null;
}

test('a sentence that opens with another place than the story’s first is about that place', () => {
  expect(opened('In Abilene')).toBe('Abilene');
  expect(opened('In nearby Assaria')).toBe('Assaria');
  expect(opened('In Salina')).toBe(null);
  expect(opened('In April')).toBe(null);
});
