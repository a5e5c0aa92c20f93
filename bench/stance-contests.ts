// What the stances stage costs as issues are added, and what texts made to be slow cost beside plain stories.
// Knows the shipped packs' issues by name alone; the texts are made here.
import { type loadExtractor, readRules } from '@civicwire/cli';
import { compilePacks, compileTables, withPacks } from '@civicwire/extract';
import type { Contest } from './measure.ts';
import { type ReadyStage, readyStage } from './ready-stage.ts';
import { readDemoStories } from './stories.ts';

/** How often a round reads the stories, so that a round lasts longer than a clock's tick. */
const passes = 60;

/** Length of a hostile text, and of the plain one beside it. */
const hostileBytes = 100_000;

/** Texts in which rules begin, and go on, at every word; longer sentences than these are not judged at all. */
const hostileTexts: Readonly<Record<string, string>> = {
  'acts without end': repeatTo(sentenceOf('voted to end the agreement and ', 60)),
  negators: repeatTo(sentenceOf('not ', 390)),
  'one frame': repeatTo(sentenceOf('287(g) agreement ', 75)),
  'acts over frames': repeatTo(sentenceOf('voted not to end the 287(g) agreement and ', 30)),
  holders: repeatTo(sentenceOf('Mayor Ana Ruiz of the city council opposes the 287(g) agreement, ', 25)),
  'roll calls': repeatTo('The council voted to end the 287(g) agreement, with Ana Ruiz and Jo Lee dissenting. '),
  'one endless sentence': repeatTo('voted to end the 287(g) agreement and '),
};

function sentenceOf(part: string, times: number): string {
  return `The council ${part.repeat(times).trim()}. `;
}

/** Contests of the stances stage beside itself: a ratio says how many times as fast it is with all issues, or on a hostile text. */
export async function makeStanceContests(): Promise<readonly Contest[]> {
  const texts = await readDemoStories();
  const all = await readyStage('stances');
  const half = await readyStage('stances', withHalfTheIssues);
  const ready = texts.map(all.prepare);
  const growth: Contest = {
    name: 'stances, all issues',
    unit: 'MB',
    unitsPerRound: (bytesOf(texts) * passes) / 1e6,
    peer: 'the same with every second issue',
    // Twice the issues may cost half as much again.
    atLeast: 1 / 1.5,
    ours: () => repeat(() => ready.map(all.run)),
    theirs: () => repeat(() => ready.map(half.run)),
  };
  return [growth, ...makeHostileContests(all, texts)];
}

/** Each hostile text beside plain stories of the same length, put together to one document. */
function makeHostileContests({ prepare, run }: ReadyStage, texts: readonly string[]): readonly Contest[] {
  const plain = prepare(repeatTo(`${texts.join('\n')}\n`));
  return Object.entries(hostileTexts).map(([name, text]) => {
    const hostile = prepare(text);
    return {
      name: `stances, hostile: ${name}`,
      unit: 'MB',
      unitsPerRound: hostileBytes / 1e6,
      peer: 'plain stories of the same length',
      atLeast: 1 / 8,
      ours: () => run(hostile),
      theirs: () => run(plain),
    };
  });
}

/** The packs with the frames of every second issue alone; acts, negators and holders stay, as they do when a pack is added. */
function withHalfTheIssues(extractor: Awaited<ReturnType<typeof loadExtractor>>): typeof extractor {
  const outcome = compilePacks(readRules().files);
  if (!outcome.ok) throw new Error('the shipped packs do not compile');
  const { packs, trees } = outcome;
  const issues = new Set([...packs.issues.keys()].filter((_, i) => i % 2 === 0));
  const frames = trees.frames.filter(({ rule }) => issues.has(rule.source.issue));
  return withPacks(extractor, {
    ...packs,
    rules: packs.rules.filter((rule) => rule.type !== 'frame' || issues.has(rule.source.issue)),
    tables: compileTables({ ...trees, frames }),
  });
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function repeatTo(text: string): string {
  return text.repeat(Math.ceil(hostileBytes / text.length)).slice(0, hostileBytes);
}

function repeat(work: () => unknown): void {
  for (let pass = 0; pass < passes; pass++) work();
}
