// Whether an office was held before living memory. Knows years in sentences and the roster of presidents.
import { hasShape, type Reading, sentenceRange, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { mentionsBy, type OfficialContext } from './context.ts';

/** Offices held before this year are history, not news. */
const livingMemory = 1950;

/** "In 1921, Mayor Ana Ode", "President Abraham Lincoln": everything that names the person stands beside a year long past. */
export function isHistoric(context: OfficialContext, person: number): boolean {
  const { document, reading, presidentOf } = context;
  const { given, surname, name } = document.people[person] ?? { given: null, surname: '', name: '' };
  const president = given === null ? null : presidentOf(given, surname, name);
  if (president && president.to !== '' && Number(president.to.slice(0, 4)) < livingMemory) return true;
  let sentences = 0;
  let past = 0;
  const own = mentionsBy(context, person);
  for (let k = 0; k < own.length; sentences++) {
    const sentence = reading.sentenceOf[own[k]?.from ?? 0] ?? 0;
    const year = yearAhead(reading, sentence);
    let behind = 0;
    for (; k < own.length && (reading.sentenceOf[own[k]?.from ?? 0] ?? 0) === sentence; k++)
      if (year === 0 && behind === 0) behind = yearBehind(reading, own[k]?.to ?? 0);
    if (year + behind > 0 && year + behind < livingMemory) past++;
  }
  return past > 0 && past * 2 >= sentences;
}

/** "In 1921, …": a year among the first words of a sentence, the last of them; 0 without. "A hall built in 1921" tells nothing of the people. */
function yearAhead(reading: Reading, sentence: number): number {
  const [from, to] = sentenceRange(reading, sentence);
  for (let i = Math.min(from + 4, to) - 1; i >= from; i--) {
    const year = yearAt(reading, i);
    if (year > 0) return year;
  }
  return 0;
}

/** "Mayor Ana Ode, elected in 1889", "Governor Lee Ruiz signed it in 1898": a year after "in", a few words behind the name; 0 without one. */
function yearBehind(reading: Reading, to: number): number {
  for (let i = to; i < to + 8 && i + 1 < reading.count && reading.sentenceOf[i] === reading.sentenceOf[to]; i++) {
    if (!hasShape(reading, i + 1, shape.number) || wordAt(reading, i) !== 'in') continue;
    const year = yearAt(reading, i + 1);
    if (year > 0 && !/^(?:built|founded|opened|erected)$/.test(wordAt(reading, i - 1))) return year;
  }
  return 0;
}

/** The year from 1500 to 1999 that token i is; 0 for any other token. */
function yearAt(reading: Reading, i: number): number {
  if (!hasShape(reading, i, shape.number)) return 0;
  const word = wordAt(reading, i);
  return /^1[5-9]\d\d$/.test(word) ? Number(word) : 0;
}
