// Contests over plain text: all stages beside a bare tokeniser, and hostile texts beside ordinary news.
// Knows texts and the stages' names; no page and no feed.
import { loadExtractor } from '@civicwire/cli';
import { annotate } from '@civicwire/extract';
import type { Contest } from './measure.ts';
import { readyStage } from './ready-stage.ts';
import { readDemoStories, readLocalNews } from './stories.ts';

/** A tokeniser that does nothing else: near what the language can do. */
const bareTokens = /\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu;

/** Length of a hostile text and of the news beside it. */
const hostileChars = 100_000;

/**
 * A rule may take 50 ms for 100 KB of hostile text. Ordinary news of that size takes the whole stage, 17 rules, some
 * 10 ms: a hostile text that takes eight times as long stays under the bound for all rules together.
 */
const hostileAtLeast = 1 / 8;

const hostileTexts: Readonly<Record<string, string>> = {
  'only quote marks': '" '.repeat(hostileChars / 2),
  '50,000 times “said”': 'said '.repeat(50_000),
  'one endless sentence': 'he said the road was shut and '.repeat(hostileChars / 30),
  'one endless list of askers': 'asked '.repeat(hostileChars / 6),
};

/** All stages beside the least that a reader of text can do; a quarter of that speed is asked. */
export async function makeTokeniserContest(): Promise<readonly Contest[]> {
  const { texts, megabytes } = await readLocalNews();
  const extractor = await loadExtractor();
  return [
    {
      name: 'text → all findings, beside tokens alone',
      unit: 'MB',
      unitsPerRound: megabytes,
      peer: 'a bare regex tokeniser',
      atLeast: 1 / 4,
      ours: () => texts.map((text, id) => annotate({ id, text }, extractor)),
      theirs: () => texts.map((text) => [...text.matchAll(bareTokens)].length),
    },
  ];
}

/** The quotes stage on texts that were made to hold it up. */
export async function makeQuoteContests(): Promise<readonly Contest[]> {
  const quotes = await readyStage('quotes');
  const news = quotes.prepare(repeatTo(await readDemoStories(), hostileChars));
  return Object.entries(hostileTexts).map(([name, text]) => {
    const hostile = quotes.prepare(text);
    return {
      name: `quotes in ${name}`,
      unit: 'texts',
      unitsPerRound: 1,
      peer: 'as much ordinary news',
      atLeast: hostileAtLeast,
      ours: () => quotes.run(hostile),
      theirs: () => quotes.run(news),
    };
  });
}

function repeatTo(texts: readonly string[], chars: number): string {
  let all = '';
  for (let k = 0; all.length < chars; k++) all += `${texts[k % texts.length]}\n`;
  return all.slice(0, chars);
}
