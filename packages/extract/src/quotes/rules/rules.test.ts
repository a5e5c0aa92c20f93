// Runs the examples of every rule through the whole stage and checks what each rule marks.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../annotate.ts';
import { Vocabulary } from '../../reading/vocabulary.ts';
import { readMarks } from '../../testing/marked-text.ts';
import { notSpeechRules } from '../not-speech.ts';
import { createQuotesStage } from '../quotes-stage.ts';
import { attributionRules, followRules } from './index.ts';

const vocabulary = new Vocabulary();
const extractor = { vocabulary, stages: [createQuotesStage(vocabulary)] };

/** The texts that a rule found in a marked example, and those that are marked. */
function check(id: string, marked: string): { found: string[]; wanted: string[] } {
  const { text, spans } = readMarks(marked);
  const { quotes } = annotate({ id: 'example', text }, extractor);
  return {
    found: quotes.filter((quote) => quote.rule === id).map((quote) => quote.text),
    wanted: spans.map((span) => text.slice(span.start, span.end)),
  };
}

describe.each([...attributionRules, ...followRules].map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each([...rule.examples.yes, ...rule.examples.no])('reads: %s', (marked) => {
    const { found, wanted } = check(id, marked);
    expect(found).toEqual(wanted);
  });
});

const todos = [...attributionRules, ...followRules].flatMap(({ id, examples }) =>
  (examples.todo ?? []).map((marked) => [id, marked] as const),
);

// One that is read right today belongs to its rule's hits.
it.each(todos)('%s does not read yet: %s', (id, marked) => {
  const { found, wanted } = check(id, marked);
  expect(found).not.toEqual(wanted);
});

describe.each(notSpeechRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.yes)('refuses: %s', (marked) => {
    const { text } = readMarks(marked);
    const { quotes, notes } = annotate({ id: 'example', text }, extractor);
    expect(quotes).toEqual([]);
    expect(notes).toEqual([`1 × ${id}`]);
  });

  it.each(rule.examples.no)('lets pass: %s', (text) => {
    expect(annotate({ id: 'example', text }, extractor).notes.join()).not.toContain(id);
  });
});
