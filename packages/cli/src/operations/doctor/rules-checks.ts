// Whether the program can read: its packs, its list of sources, and one small page of our own from bytes to findings.
import { existsSync } from 'node:fs';
import { isSwitchedOff, type SourcesFile } from '@civicwire/ingest';
import { type Clock, UsageError } from '@civicwire/shared';
import { readSources } from '../../commands/run.ts';
import { createExtractionPool } from '../../extraction/extraction-pool.ts';
import { compileRules, type Rules, readRules } from '../../packs/rules.ts';
import { type CheckResult, type DoctorQuestion, fail, ok, warn } from './check.ts';

/** The packs' result, and the rules when they compile. */
export function checkPacks(packsFolder: string | undefined): {
  readonly result: CheckResult;
  readonly rules: Rules | null;
} {
  try {
    const rules = readRules(packsFolder);
    const { packs, notes } = compileRules(rules.files);
    const detail = `${packs.packs.length} packs, version ${rules.version}`;
    if (notes.length === 0) return { result: ok('packs', detail), rules };
    return { result: warn('packs', `${detail}; ${notes.length} notes`, 'civicwire rules lint shows them'), rules };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const advice = 'correct what is named (civicwire rules lint), or leave --packs out';
    return { result: fail('packs', error.message, advice, 'configuration'), rules: null };
  }
}

/** The list of sources. */
export function checkSources({ sources: file, sourcesGiven }: DoctorQuestion, clock: Clock): CheckResult[] {
  if (!existsSync(file) && !sourcesGiven)
    return [warn('sources', `${file}: not there`, 'civicwire source add URL writes one; --sources names another')];
  let list: SourcesFile;
  try {
    list = readSources(file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [fail('sources', error.message, 'correct the lines named (docs/how-to/add-a-source.md)', 'configuration')];
  }
  const off = list.sources.filter((source) => isSwitchedOff(source, null, clock.nowMs())).length;
  const results = [ok('sources', `${file}: ${list.sources.length} sources, ${off} switched off`)];
  if (list.contact === null)
    results.push(warn('sources', `${file} names no contact`, 'add contact: publishers must be able to reach you'));
  if (list.allowAddresses.length > 0) {
    const detail = `${file} lets private addresses be fetched: ${list.allowAddresses.join(', ')}`;
    results.push(warn('sources', detail, 'take allow_addresses out unless these are your own sites'));
  }
  return results;
}

const page = `<!doctype html><html lang="en"><head><title>Council keeps its library open</title></head><body><article>
<h1>Council keeps its library open</h1>
<p>TUCSON, Ariz. — The Tucson City Council voted on Tuesday to keep the main library open on Sundays, after residents spoke for two hours.</p>
<p>“We heard you, and the doors stay open,” Mayor Dana Ortega said after the vote. The council will return to the budget in June.</p>
<p>Library staff in Tucson said that they had expected shorter hours, and that the schedule for the summer would be posted this week.</p>
</article></body></html>`;

const slowMs = 1_000;
const timeoutMs = 20_000;

/** Reads the page twice in a thread of its own: the first time loads the tables, the second is a page's time. */
export async function checkExtraction(rules: Rules): Promise<CheckResult> {
  const pool = createExtractionPool(1);
  const story = {
    bytes: new TextEncoder().encode(page),
    url: 'https://doctor.invalid/story',
    contentType: 'text/html; charset=utf-8',
    publisher: null,
    publisherPlace: { name: 'Tucson', state: 'AZ' },
    publisherNational: false,
    feedTitle: null,
    feedPublishedAt: null,
    pageRule: null,
  };
  const read = async () => {
    const beganMs = performance.now();
    const extraction = await pool.extract(story, rules, timeoutMs);
    return { extraction, ms: performance.now() - beganMs };
  };
  try {
    const first = await read();
    const { extraction, ms } = await read();
    const times = `${(first.ms / 1000).toFixed(1)} s with loading, then ${ms.toFixed(0)} ms`;
    const found = extraction.ok ? extraction.annotation : { cities: [], quotes: [] };
    if (found.cities.length === 0 || found.quotes.length === 0) {
      const detail = `a small page gave ${found.cities.length} cities and ${found.quotes.length} quotes (${times})`;
      return fail('extraction', detail, 'the program’s files are incomplete: install it anew', 'items');
    }
    if (ms > slowMs) return warn('extraction', times, 'the machine is busy or slow: expect few stories an hour');
    return ok('extraction', times);
  } catch (error) {
    return fail('extraction', `its thread died: ${String(error)}`, 'give the process more memory', 'items');
  } finally {
    await pool.close();
  }
}
