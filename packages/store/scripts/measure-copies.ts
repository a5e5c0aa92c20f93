// How well printings of one story are told apart from other stories, on texts that are given as JSON lines with `text`.
//   node packages/store/scripts/measure-copies.ts FILE.jsonl…
// Prints numbers and no text: pairs linked, pairs that the index misses, and how many copies made of the texts are found.
import { readFileSync } from 'node:fs';
import { compareTexts } from '../src/copies/compare-texts.ts';
import { hashShingles, readWords, winnow } from '../src/copies/shingles.ts';

const elsewhere = { sameSource: false, sameTitle: false };
/** Words of a text from which copies are made. */
const wordsMin = 200;
/** A pair that shares so much should be a candidate. */
const candidateShare = 0.3;

const texts = [...new Set(process.argv.slice(2).flatMap(readTexts))];
const shingles = texts.map((text) => new Set(hashShingles(readWords(text))));
const fingerprints = texts.map((text) => winnow(hashShingles(readWords(text))));
const pairs = candidates();
const linked = pairs.map(([one, other]) => compareTexts(texts[one] ?? '', texts[other] ?? '', elsewhere));
console.log(`${texts.length} different texts, ${pairs.length} candidate pairs`);
console.log(`linked: ${linked.flatMap((link) => link?.shared.toFixed(2) ?? []).join(', ') || 'none'}`);
console.log(`missed by the index: ${countMissed()} pairs that share ${candidateShare * 100} % or more`);
const long = texts.filter((text) => readWords(text).hashes.length >= wordsMin);
const copies = {
  'first half': (parts: readonly string[]) => parts.slice(0, Math.ceil(parts.length / 2)),
  'last 60 %': (parts: readonly string[]) => parts.slice(Math.ceil(parts.length * 0.4)),
  'every seventh sentence cut, a local lead added': (parts: readonly string[]) => [
    'SPRINGDALE — This is a local lead that Mayor Bob Tester of Springdale added to the story on Friday, June 9.',
    ...parts.filter((_, at) => at % 7 !== 3),
  ],
};
for (const [name, cut] of Object.entries(copies)) {
  const found = long.filter((text) => isFound(text, cut(text.split(/\n+|(?<=\.) (?=[A-Z])/)).join('\n')));
  console.log(`copies found, ${name}: ${found.length} of ${long.length}`);
}

function readTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text.trim());
}

function candidates(): [number, number][] {
  const owners = new Map<number, number[]>();
  const found = new Set<string>();
  for (const [at, hashes] of fingerprints.entries()) {
    for (const hash of hashes) {
      const known = owners.get(hash) ?? [];
      for (const other of known) found.add(`${other} ${at}`);
      owners.set(hash, [...known, at]);
    }
  }
  return [...found].map((pair) => pair.split(' ').map(Number) as [number, number]);
}

function countMissed(): number {
  const known = new Set(pairs.map((pair) => pair.join(' ')));
  let missed = 0;
  for (let other = 0; other < texts.length; other += 1) {
    for (let one = 0; one < other; one += 1) {
      if (!known.has(`${one} ${other}`) && shareOf(shingles[one], shingles[other]) >= candidateShare) missed += 1;
    }
  }
  return missed;
}

function shareOf(one: ReadonlySet<number> = new Set(), other: ReadonlySet<number> = new Set()): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared += 1;
  return small.size < 56 ? 0 : shared / small.size;
}

function isFound(text: string, copy: string): boolean {
  const known = new Set(winnow(hashShingles(readWords(text))));
  return (
    winnow(hashShingles(readWords(copy))).some((hash) => known.has(hash)) &&
    compareTexts(copy, text, elsewhere) !== null
  );
}
