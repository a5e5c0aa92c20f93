// Which lines of a story are notices of a mistake, and when they are new.
import { describe, expect, it } from 'vitest';
import { exampleArticle, exampleText } from '../testing/example-story.ts';
import { readCorrection } from './read-correction.ts';

const withLine = (line: string) => exampleArticle(`${exampleText}\n${line}`);
const none = { correction: null, correctionFrom: null };
const before = [{ text: exampleText, correction: null }];

describe('a notice', () => {
  it.each([
    'Correction: The vote was 5-2. An intern counted one member twice.',
    'CORRECTION (June 3): The vote was 5-2.',
    'Clarification — The fee applies to new permits only.',
    'Corrections and clarifications: The mayor’s first name is Dana.',
    '*An earlier version of this story gave the wrong day of the hearing.',
    'This article has been updated to correct the spelling of a name.',
    'This story was corrected on Friday.',
    'Editor’s note: A previous version misstated the size of the fund.',
    'Editors’ Note: The photograph was removed because it showed another person.',
  ])('is “%s”', (line) => {
    expect(readCorrection(withLine(line), before)).toEqual({ correction: line, correctionFrom: 'text' });
    expect(readCorrection(withLine(line), [])).toEqual({ correction: line, correctionFrom: 'text' });
  });

  it.each([
    'The correctional officers’ union endorsed him. Correction officers are paid less.',
    'Asked for a clarification, the clerk read the motion again.',
    'The council approved an earlier version of the ordinance in May.',
    'Editor’s note: This story describes violence.',
    'The story was updated at noon.',
  ])('is not “%s” in a first version', (line) => {
    expect(readCorrection(withLine(line), [])).toEqual(none);
  });

  it('by the editor counts when a version gained it, whatever it says', () => {
    const line = 'Editor’s note: The family has asked us not to print the name.';
    expect(readCorrection(withLine(line), before)).toMatchObject({ correction: line });
  });

  it('is told once: versions after the one that brought it have none', () => {
    const line = 'Correction: The vote was 5-2.';
    const { text } = withLine(line);
    const later = exampleArticle(`${text.replace('5-2', '5-2')}\nA hearing is set for May.`);
    expect(readCorrection(later, [...before, { text, correction: line }])).toEqual(none);
    const second = exampleArticle(`${text}\nCorrection: The mayor is Dana Marsh.`);
    expect(readCorrection(second, [...before, { text, correction: line }])).toMatchObject({
      correction: 'Correction: The mayor is Dana Marsh.',
    });
  });

  it('of the page’s own data counts where the text has none', () => {
    const corrections = ['The vote was 5-2, not 4-3.'];
    const stated = { correction: corrections[0], correctionFrom: 'json-ld' };
    expect(readCorrection(exampleArticle(exampleText, { corrections }), before)).toEqual(stated);
    const old = [{ text: exampleText, correction: 'The vote was 5-2, not 4-3.' }];
    expect(readCorrection(exampleArticle(exampleText, { corrections }), old)).toEqual(none);
  });

  it('is read in linear time from a hostile text', () => {
    const hostile = `${'Correction '.repeat(20_000)}\n${'editor'.repeat(20_000)}\n${'an earlier version of '.repeat(9_000)}`;
    expect(readCorrection(exampleArticle(hostile), [])).toEqual(none);
  });
});
