// `npm run demo`: a small wire of our own stories, taken through the whole pipeline, to the review desk.
//   npm run demo               ends with the desk's address and serves it until Ctrl-C
//   npm run demo -- --exit     ends by itself; exit code 0 only if everything expected was found
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFinding, describeRun, propositions, runPipeline } from '@civicwire/cli';
import { describeRule } from '@civicwire/extract';
import { loadSources } from '@civicwire/ingest';
import { serveReview } from '@civicwire/review';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { checkStory, type StoryCheck } from './check-stories.ts';
import { expectedStories } from './expected.ts';
import { startWire } from './wire/server.ts';

const explained = 3;

const { values } = parseArgs({ options: { exit: { type: 'boolean', default: false } } });
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const folder = mkdtempSync(join(tmpdir(), 'civicwire-demo-'));
const wire = await startWire();
const store = await openStore(`sqlite:${join(folder, 'demo.db')}`, { clock: systemClock });
try {
  process.exitCode = await show();
} finally {
  await store.close();
  await wire.close();
  rmSync(folder, { recursive: true, force: true });
}

async function show(): Promise<number> {
  console.log(`A wire of ${expectedStories.length} addresses by five invented papers is on ${wire.url}. Reading it …`);
  const sources = loadSources(wire.sourcesYaml, 'demo/sources.yaml');
  const options = { once: true, signal: stop.signal, quiet: !process.stderr.isTTY };
  await runPipeline(store, sources, options);
  console.log('One paper corrects a story. Reading the wire again …\n');
  wire.publishUpdate();
  const summary = await runPipeline(store, sources, options);
  if (stop.signal.aborted) return 1;
  console.log(describeRun(summary).join('\n'));
  await explainSome(store);
  const right = await reportChecks();
  if (!values.exit) await serve();
  return right ? 0 : 1;
}

/** Three stances in words: the strongest of three different stories. */
async function explainSome(from: Store): Promise<void> {
  const { findings } = await from.listFindings({ kind: 'stance', needsReview: true, limit: 1000 });
  const byStory = Map.groupBy(
    [...findings].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0)),
    (finding) => finding.storyId,
  );
  console.log(`\n${explained} of ${findings.length} stances, explained:`);
  for (const [finding] of [...byStory.values()].slice(0, explained)) {
    if (finding)
      console.log(
        `\n  ${finding.storyTitle ?? '(no title)'}\n${describeFinding(finding)
          .map((line) => `    ${line}`)
          .join('\n')}`,
      );
  }
}

async function reportChecks(): Promise<boolean> {
  const checks: StoryCheck[] = [];
  for (const expected of expectedStories) checks.push(await checkStory(store, wire.url, expected));
  const wrong = checks.flatMap(({ path, wrong: problems }) => problems.map((problem) => `${path}: ${problem}`));
  const sum = (count: (check: StoryCheck) => number): number =>
    checks.reduce((total, check) => total + count(check), 0);
  console.log(
    `\nexpected: ${sum((check) => check.requiredRight)} required findings right, ${wrong.length} wrong; of ${sum((check) => check.hoped)} hoped ones ${sum((check) => check.hopedRight)} right`,
  );
  for (const line of wrong) console.log(`  WRONG ${line}`);
  return wrong.length === 0;
}

async function serve(): Promise<void> {
  const review = await serveReview({
    store,
    editor: 'demo',
    port: 0,
    clock: systemClock,
    describeRule,
    describeIssue: propositions(),
  });
  console.log(`\nThe review desk (works once, on this machine; Ctrl-C ends the demo):\n  ${review.url}`);
  await new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await review.close();
}
