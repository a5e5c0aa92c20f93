import type { Quote } from '@civicwire/shared';
import { describe, expect, it } from 'vitest';
import { annotate } from '../annotate.ts';
import type { NamedPerson } from '../document.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createQuotesStage } from './quotes-stage.ts';

type Known = Pick<NamedPerson, 'name' | 'gender' | 'usualPronoun'>;

const ana: Known = { name: 'Ana Ruiz', gender: 'female', usualPronoun: null };
const luis: Known = { name: 'Luis Diaz', gender: 'male', usualPronoun: null };

/** Stands for the stage of names: the known people, wherever their full name or surname is written. */
function peopleStage(known: readonly Known[]): Stage {
  return {
    name: 'names',
    run: (document) => ({
      ...document,
      people: known.map(({ name, gender, usualPronoun }) => {
        const [given = null, surname = name] = name.split(' ');
        const mentions = [...document.text.matchAll(new RegExp(`(?:${given} )?${surname}`, 'g'))].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          text: match[0],
        }));
        return { name, gender, usualPronoun, given, surname, mentions };
      }),
    }),
  };
}

function read(text: string, known: readonly Known[] = [ana, luis]): { quotes: Quote[]; notes: string[] } {
  const vocabulary = new Vocabulary();
  const stages = [peopleStage(known), createQuotesStage(vocabulary)];
  return annotate({ id: 'test', text }, { vocabulary, stages });
}

const brief = (quote: Quote): string => `${quote.kind}: ${quote.text} — ${quote.speakerName ?? quote.speaker?.text}`;

describe('speakers', () => {
  it.each([
    ['“Yes,” Ruiz said. Mayor Ana Ruiz left.', 'Ana Ruiz'],
    ['“Yes,” said Ana Ruiz, the mayor of the town.', 'Ana Ruiz'],
    ['Ruiz, who was elected in 2019, said, “Yes.” Ana Ruiz left.', 'Ana Ruiz'],
    ['Ana Ruiz, a friend of Luis Diaz, said, “Yes.”', 'Ana Ruiz'],
    ['His lawyer, Ana Ruiz, said, “Yes.”', 'Ana Ruiz'],
    ['Secretary of State Ana Ruiz said, “Yes.”', 'Ana Ruiz'],
    ['Ana Ruiz, 57, a nurse from Mesa, Arizona, said, “Yes.”', 'Ana Ruiz'],
    ['Ana Ruiz, whose firm, Mesa Roads, builds roads, said, “Yes.”', 'Ana Ruiz'],
    ['Ana Ruiz, in a hall in Mesa, Arizona, said, “Yes.”', 'Ana Ruiz'],
    ['Ana Ruiz, Mesa Police Department chief said, “Yes.”', 'Ana Ruiz'],
    ['When the vote came, the mayor, Ana Ruiz, said, “Yes.”', 'Ana Ruiz'],
  ])('are named in full: %s', (text, name) => {
    expect(read(text).quotes[0]?.speakerName).toBe(name);
  });

  it.each([
    '“Yes,” said a lawyer for Luis Diaz.',
    '“Yes,” said Diaz’s lawyer.',
    'The department said, “Yes.”',
    'Police said the man ran.',
  ])('that are no named person stay without a name: %s', (text) => {
    const [quote] = read(text).quotes;
    expect(quote?.speaker).not.toBeNull();
    expect(quote?.speakerName).toBeNull();
  });

  it('are nobody of before where somebody without a record spoke last', () => {
    const text = 'Luis Diaz said the road was shut. Its owner said it was safe. “Yes,” he said.';
    expect(read(text).quotes.map(({ speakerName }) => speakerName)).toEqual(['Luis Diaz', null, null]);
  });

  it.each([
    ['A spokeswoman for Diaz, Eva Roe, denied it.', 'Eva Roe'],
    ['A spokeswoman for Diaz denied it.', null],
  ])('are not whom their subject serves: %s', (sentence, name) => {
    const text = `Ana Ruiz said Kit Diaz lied. ${sentence} “No,” she said.`;
    const others = ['Kit Diaz', 'Eva Roe'].map((name) => ({ name, gender: null, usualPronoun: null }));
    expect(read(text, [ana, ...others]).quotes.at(-1)?.speakerName).toBe(name);
  });

  it('named by their office alone are the official of that office in the story', () => {
    const text = 'Ana Ruiz won in May. “Yes,” the mayor said.';
    const start = text.indexOf('the mayor');
    const mention = { start, end: start + 9, text: 'the mayor', kind: 'office' as const };
    const office = { organization: null, jurisdiction: null, jurisdictionId: null, tenure: 'current' as const };
    const mayor = { name: 'Ana Ruiz', title: 'Mayor', role: 'mayor', ...office };
    const officials: Stage = {
      name: 'officials',
      run: (document) => ({ ...document, officials: [{ ...mayor, mentions: [mention], rule: 'test' }] }),
    };
    const vocabulary = new Vocabulary();
    const stages = [peopleStage([ana]), officials, createQuotesStage(vocabulary)];
    expect(annotate({ id: 'test', text }, { vocabulary, stages }).quotes[0]?.speakerName).toBe('Ana Ruiz');
  });

  it('behind a pronoun are the last named speaker of that gender', () => {
    const text = 'Ana Ruiz said the road was shut. Luis Diaz said it was open.\n\n“It is not,” she said.';
    expect(read(text).quotes.at(-1)?.speakerName).toBe('Ana Ruiz');
  });

  it('behind a pronoun are the subject of the sentence before when nobody spoke', () => {
    expect(read('Luis Diaz met Ana Ruiz at noon. “No,” he said.').quotes[0]?.speakerName).toBe('Luis Diaz');
  });

  it('are linked to the official, person or organization of the story, or to nobody', () => {
    const office = { title: 'Mayor', role: 'mayor', organization: null, jurisdiction: null, jurisdictionId: null };
    const council = 'Mesa City Council';
    const text = `${council} met. Mayor Ana Ruiz said, “One.” Luis Diaz said, “Two.” The council said, “Three.” A clerk said, “Four.”`;
    const records: Stage = {
      name: 'officials',
      run: (document) => ({
        ...document,
        organizations: [{ name: council, mentions: [{ start: 0, end: council.length, text: council }] }],
        officials: [{ ...office, name: 'Ana Ruiz', tenure: 'current', mentions: [], rule: 'test' }],
      }),
    };
    const vocabulary = new Vocabulary();
    const stages = [peopleStage([ana, luis]), records, createQuotesStage(vocabulary)];
    const { quotes } = annotate({ id: 'test', text }, { vocabulary, stages });
    expect(quotes.map((quote) => [quote.speakerType, quote.speakerName])).toEqual([
      ['official', 'Ana Ruiz'],
      ['person', 'Luis Diaz'],
      ['organization', council],
      ['unknown', null],
    ]);
  });

  it.each([
    ['Luis Diaz said he would go. Ana Ruiz left. “No,” she said.', 'Ana Ruiz'],
    ['Luis Diaz came. He met Ana Ruiz. “No,” he said.', 'Luis Diaz'],
    ['Luis Diaz spoke at noon. The road to Ana Ruiz’s farm is long. “No,” he said.', 'Luis Diaz'],
    ['Luis Diaz came to the talk with his wife, Ana Ruiz. “No,” he said.', 'Luis Diaz'],
    ['Ana Ruiz said “Yes.”\n\nHer brother, Luis Diaz, called it a start. “No,” he said.', 'Luis Diaz'],
  ])('behind a pronoun are no object, owner or relative: %s', (text, name) => {
    const known: Known[] = [
      { ...ana, gender: null },
      { ...luis, gender: null },
    ];
    expect(read(text, known).quotes.at(-1)?.speakerName).toBe(name);
  });

  it('behind a pronoun are not guessed when the last one to speak has no name', () => {
    const { quotes, notes } = read('Ana Ruiz said it was shut. A nurse said it was open.\n\n“It is,” she said.');
    expect(quotes.at(-1)?.speakerName).toBeNull();
    expect(notes.join()).toContain('may be “A nurse”');
  });

  it('keep the relative pronoun outside of the words that name them', () => {
    const [quote] = read('The vote angered speakers, who said the road was shut.').quotes;
    expect(quote?.speaker?.text).toBe('speakers');
  });

  it.each([
    ['Asked whether he would go, Ana Ruiz shook her head, saying, “No.”', 'Ana Ruiz'],
    ['After Luis Diaz left, Ana Ruiz stormed in and said, “No.”', 'Ana Ruiz'],
    ['Ana Ruiz wrote a letter to Luis Diaz asking him to shut the road.', 'Ana Ruiz'],
    ['Roads for All wept. “No,” Roads for All said.', 'Roads for All'],
  ])('of a later verb are the subject of the main clause: %s', (text, name) => {
    expect(read(text).quotes.at(-1)?.speakerName).toBe(name);
  });

  it('are left open, with a note, when nobody fits the pronoun', () => {
    const { quotes, notes } = read('Luis Diaz came at noon. “No,” she said.');
    expect(quotes[0]?.speakerName).toBeNull();
    expect(notes.join()).toContain('no earlier speaker fits “she”');
  });
});

describe('quotes', () => {
  it('in two pieces around the attribution share a group', () => {
    const { quotes } = read('“The vote,” said Ruiz, “was a mistake.” Ana Ruiz left.');
    expect(quotes.map((quote) => [quote.text, quote.group, quote.part])).toEqual([
      ['“The vote,”', 'q5', 0],
      ['“was a mistake.”', 'q5', 1],
    ]);
  });

  it('without a cue go on with the speaker before, also in the next paragraph', () => {
    const { quotes } = read('“One,” Ana Ruiz said. “Two roads are shut.\n\n“Three are open.”');
    expect(quotes.map(brief)).toEqual([
      'direct: “One,” — Ana Ruiz',
      'direct: “Two roads are shut. — Ana Ruiz',
      'direct: “Three are open.” — Ana Ruiz',
    ]);
  });

  it('are mixed when the clause holds more than the quotation', () => {
    expect(read('Ana Ruiz said that the plan was “a bad joke” from the start.').quotes.map(brief)).toEqual([
      'mixed: that the plan was “a bad joke” from the start — Ana Ruiz',
    ]);
  });

  it.each([
    'The mayor declined to comment.',
    'Ruiz declined to say whether she would run.',
    'She did not say that.',
    'If she says no, the deal is off.',
    'He wished he had said more.',
    'Nobody would say that.',
    'The claims of the report are new.',
    'The so-called “smart” meters came.',
    'The book “The Road to the City” came out in May.',
    'The street known as “the Wall” is shut.',
    'Two of them had read “the envelope” online.',
    'The mental and emotional stress is with me.',
    'They live in swing states that have suffered.',
    'The company still maintains a lead in sales.',
    'Ana “Nan” Ruiz came.',
  ])('are not made of what nobody said: %s', (text) => {
    expect(read(text).quotes).toEqual([]);
  });

  it('say by name why marks were left out', () => {
    expect(read('The street known as “the Wall” is shut.').notes).toEqual(['1 × quotes.not-speech.term']);
  });

  it('do not reach into the attribution that follows', () => {
    const text = 'Ana Ruiz said she would not sign it, but Luis Diaz argued the deal was done.';
    expect(read(text).quotes.map(brief)).toEqual([
      'indirect: she would not sign it — Ana Ruiz',
      'indirect: the deal was done — Luis Diaz',
    ]);
  });

  it.each([
    ['Ana Ruiz, who wrote the repeal, said the road should close.', 'indirect: the road should close — Ana Ruiz'],
    ['Ana Ruiz said the road was shut, a day after it flooded.', 'indirect: the road was shut — Ana Ruiz'],
    ['Ana Ruiz told a club lunch that the road was shut.', 'indirect: that the road was shut — Ana Ruiz'],
    ['Ana Ruiz said, in an email, that the road was shut.', 'indirect: that the road was shut — Ana Ruiz'],
    ['MESA, Ariz. (AP) — The road is shut, said Ana Ruiz.', 'indirect: The road is shut — Ana Ruiz'],
    ['Ana Ruiz, though, says it is open.', 'indirect: it is open — Ana Ruiz'],
    ['“Shut it,” Ana Ruiz told the Daily Post.', 'direct: “Shut it,” — Ana Ruiz'],
    ['“Shut it,” confessed Ana Ruiz.', 'direct: “Shut it,” — Ana Ruiz'],
    ['A sign read “Keep out.”', 'direct: “Keep out.” — A sign'],
  ])('end where the speaker ends: %s', (text, wanted) => {
    expect(read(text).quotes.map(brief)).toEqual([wanted]);
  });

  it('hold the exact words of the text', () => {
    const text = 'MESA (AP) — The road is shut, Ana Ruiz said. “Go home,” she added, “and stay.”';
    const { quotes } = read(text);
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(quotes).toHaveLength(3);
  });

  it.each([
    ['marks alone', '" '.repeat(20_000)],
    ['one verb', 'said '.repeat(20_000)],
    ['one endless sentence', 'he said the road was shut and '.repeat(4000)],
    ['commas', 'Ruiz, a friend, '.repeat(6000)],
  ])('are not found for ever in %s', (_, text) => {
    for (const quote of read(text, []).quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });
});
