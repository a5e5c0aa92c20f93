// Packs that were compiled before are read from disk; nothing that went wrong there reaches who asks.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptOrCompiled } from './kept-packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let compiled = 0;
const compileAnew = (): { readonly terms: ReadonlyMap<string, number> } => ({ terms: new Map([['made', ++compiled]]) });
const ask = (text: string, shipped = true): number | undefined =>
  keptOrCompiled([{ path: 'a.yaml', text, shipped }], compileAnew, folder).terms.get('made');

test('the same packs are compiled once, others anew', () => {
  expect([ask('one'), ask('one'), ask('two'), ask('one'), ask('one', false)]).toEqual([1, 1, 2, 1, 3]);
});

test('a file that was cut short is made again', () => {
  const made = ask('three');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'cut short');
  expect(ask('three')).toBe((made ?? 0) + 1);
  expect(ask('three')).toBe((made ?? 0) + 1);
});

test('what does not compile is not kept, and a folder that cannot be written does no harm', () => {
  const fail = (): never => {
    throw new Error('two problems');
  };
  for (let time = 0; time < 2; time++)
    expect(() => keptOrCompiled([{ path: 'a.yaml', text: 'bad' }], fail, folder)).toThrow('two problems');
  expect(keptOrCompiled([{ path: 'a.yaml', text: 'four' }], () => ({ made: 4 }), '/dev/null/packs')).toEqual({
    made: 4,
  });
});

test('of very many only the newest stay', () => {
  for (let n = 0; n < 12; n++) ask(`pack ${n}`);
  expect(readdirSync(folder).length).toBeLessThanOrEqual(8);
});
