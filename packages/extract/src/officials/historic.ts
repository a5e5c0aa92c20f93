// Whether an office was held before living memory. Knows years in sentences and the roster of presidents.

import { type Reading, sentenceRange, wordAt } from '../reading/reading.ts';
import type { OfficialContext, PersonMention } from './context.ts';

import { once } from './story-words.ts';

/** Offices held before this year are history, not news. */
const livingMemory = 1950;

/** "In 1921, Mayor Ana Ode", "President Abraham Lincoln": everything that names the person stands beside a year long past. */
export function isHistoric({ document, reading, mentions, presidentOf }: OfficialContext, person: number): boolean {
  const { given, surname, name } = document.people[person] ?? { given: null, surname: '', name: '' };
  const president = given === null ? null : presidentOf(given, surname, name);
  if (president && president.to !== '' && Number(president.to.slice(0, 4)) < livingMemory) return true;
  const own = once(mentions, 'by person', () => Map.groupBy(mentions, (mention) => mention.person)).get(person) ?? [];
  const bySentence = Map.groupBy(own, ({ from }) => reading.sentenceOf[from] ?? 0);
  let past = 0;
  for (const [sentence, said] of bySentence) {
    const [from, to] = sentenceRange(reading, sentence);
    let year = 0;
    // "In 1921, ..." at the beginning; "a hall built in 1921" further on says nothing of the people.
    for (let i = from; i < Math.min(from + 4, to); i++)
      if (/^1[5-9]\d\d$/.test(wordAt(reading, i))) year = Number(wordAt(reading, i));
    year ||= yearBehind(reading, said);
    if (year > 0 && year < livingMemory) past++;
  }
  return past > 0 && past * 2 >= bySentence.size;
}

/** "Mayor Ana Ode, elected in 1889", "Governor Lee Ruiz signed it in 1898": a year after "in", a few words behind the name; 0 without one. */
function yearBehind(reading: Reading, mentions: readonly PersonMention[]): number {
  for (const { to } of mentions)
    for (let i = to; i < to + 8 && i + 1 < reading.count && reading.sentenceOf[i] === reading.sentenceOf[to]; i++)
      if (
        wordAt(reading, i) === 'in' &&
        /^1[5-9]\d\d$/.test(wordAt(reading, i + 1)) &&
        !/^(?:built|founded|opened|erected)$/.test(wordAt(reading, i - 1))
      )
        return Number(wordAt(reading, i + 1));
  return 0;
}
