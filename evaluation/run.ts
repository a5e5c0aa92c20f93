// `pnpm evaluate`: our figures on the development sets, beside other systems' and beside our own last ones.
//   node evaluation/run.ts             compare with baseline.json; exit 1 when a figure fell beyond its tolerance
//   node evaluation/run.ts --record    the same, then write what was measured as the new baseline (never over a fall)
//   node evaluation/run.ts WORD…       only the sets whose name holds a word
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotateLine, loadExtractor } from '@civicwire/cli';
import { compare, type Figures, readBaseline, serialiseBaseline } from './baseline.ts';
import { ingestSets } from './ingest-sets.ts';
import { pageSets } from './page-sets.ts';
import { pipelineSets } from './pipeline-sets.ts';
import { references } from './references.ts';
import { renderReport, showFigure } from './report.ts';
import { sentenceSets } from './sentence-sets.ts';
import { stanceSets } from './stance-sets.ts';
import { textSets } from './text-sets.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const beside = join(here, '..', '..', 'shared');
// The scorers compare their own address with the one they were started by: a link would silence them.
const shared = existsSync(beside) ? realpathSync(beside) : beside;
const baselineFile = join(here, 'baseline.json');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const record = process.argv.includes('--record');

if (!existsSync(join(shared, 'eval'))) {
  console.log(
    'evaluate: the development sets (../shared/eval) are not on this machine. Nothing was measured, nothing compared.',
  );
  process.exit(0);
}

const extractor = await loadExtractor();
const annotateRow = (row: Record<string, unknown>): Record<string, unknown> => annotateLine(row, extractor);
const baseline = readBaseline(
  existsSync(baselineFile) ? readFileSync(baselineFile, 'utf8') : '{"tolerance":{},"figures":{}}',
);
const measured: Record<string, Figures> = {};
const problems: string[] = [];

console.log(`${'set'.padEnd(46)}${'figure'.padEnd(32)}${'ours'.padStart(8)}${'before'.padStart(8)}   reference`);
for (const set of [...textSets, ...pageSets, ...ingestSets, ...pipelineSets, ...stanceSets, ...sentenceSets]) {
  if (words.length > 0 && !words.some((word) => set.name.includes(word))) continue;
  const absent = set.needs.find((file) => !existsSync(join(shared, file)));
  if (absent) {
    console.log(`${set.name.padEnd(46)}not measured: ${absent} is absent`);
    continue;
  }
  const figures = await set.measure(shared, annotateRow);
  measured[set.name] = figures;
  const before = baseline.figures[set.name] ?? {};
  for (const [name, value] of Object.entries(figures)) print(set.name, name, value, before[name]);
  problems.push(...compare(set.name, figures, baseline));
}

for (const problem of problems) console.log(`FELL  ${problem}`);
if (record && problems.length === 0) {
  const figures = { ...baseline.figures, ...measured };
  writeFileSync(baselineFile, serialiseBaseline({ ...baseline, figures }));
  writeFileSync(join(here, '..', 'docs', 'EVALUATION.md'), renderReport(figures));
  console.log(`recorded ${Object.keys(measured).length} sets in evaluation/baseline.json and docs/EVALUATION.md`);
}
process.exit(problems.length > 0 ? 1 : 0);

function print(set: string, name: string, value: number, before: number | undefined): void {
  const reference = references[set]?.[name];
  const note = reference ? `${showFigure(reference[0])} ${reference[1]}` : '';
  const old = before === undefined ? '–' : showFigure(before);
  console.log(`${set.padEnd(46)}${name.padEnd(32)}${showFigure(value).padStart(8)}${old.padStart(8)}   ${note}`);
}
