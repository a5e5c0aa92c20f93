// Contests over plain text: the quote stage beside wink-nlp's reading, and hostile texts beside ordinary news.
// Knows the demo's stories and the stages' names; no page and no feed.
import { loadExtractor } from '@civicwire/cli';
import { annotate } from '@civicwire/extract';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readStories } from '../demo/wire/read-stories.ts';
import type { Contest } from './measure.ts';

/** A tokeniser that does nothing else: near what the language can do. */
const bareTokens = /\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu;

/** Length of a hostile text and of the news beside it. */
const hostileChars = 100_000;

/**
 * A rule may take 50 ms for 100 KB of hostile text. Ordinary news of that size takes the whole stage, 17 rules, some
 * 10 ms: a hostile text that takes eight times as long stays under the bound for all rules together.
 */
const hostileAtLeast = 1 / 8;

/** How often a round reads the stories, so that a round lasts longer than a clock's tick. */
const passes = 200;

const hostileTexts: Readonly<Record<string, string>> = {
  'only quote marks': '" '.repeat(hostileChars / 2),
  '50,000 times “said”': 'said '.repeat(50_000),
  'one endless sentence': 'he said the road was shut and '.repeat(hostileChars / 30),
  'one endless list of askers': 'asked '.repeat(hostileChars / 6),
};

/** All contests over text, with everything that they need made ready. */
export async function makeTextContests(): Promise<readonly Contest[]> {
  const { stories } = await readStories();
  const texts = stories.filter((story) => story.show === 'full').map((story) => story.paragraphs.join('\n'));
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const extractor = await loadExtractor();
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const readWithWink = (text: string) => {
    const document = nlp.readDoc(text);
    return [document.sentences().out(), document.tokens().out(), document.tokens().out(nlp.its.pos)];
  };
  const quotes = await readyQuoteStage();
  const readTexts = texts.map(quotes.prepare);
  const news = quotes.prepare(repeatTo(texts, hostileChars));
  return [
    {
      name: 'text → all findings',
      unit: 'MB',
      unitsPerRound: megabytes,
      peer: 'a bare regex tokeniser',
      ours: () => texts.map((text, id) => annotate({ id, text }, extractor)),
      theirs: () => texts.map((text) => [...text.matchAll(bareTokens)].length),
    },
    {
      name: 'quote stage',
      unit: 'MB',
      unitsPerRound: megabytes * passes,
      peer: 'wink-nlp: tokens, sentences, tags',
      atLeast: 5,
      ours: () => repeat(() => readTexts.map(quotes.run)),
      theirs: () => repeat(() => texts.map(readWithWink)),
    },
    ...Object.entries(hostileTexts).map(([name, text]) => {
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
    }),
  ];
}

/** The quote stage alone, and a text as it stands when that stage begins. */
async function readyQuoteStage() {
  const { vocabulary, stages } = await loadExtractor();
  const at = stages.findIndex((stage) => stage.name === 'quotes');
  const stage = stages[at];
  if (!stage) throw new Error('expected a stage named “quotes” among the stages of the extractor');
  type Ready = Parameters<typeof stage.run>[0];
  const prepare = (text: string): Ready => {
    const seen: Ready[] = [];
    const last = {
      name: 'ready',
      run: (document: Ready) => {
        seen.push(document);
        return document;
      },
    };
    annotate({ id: 0, text }, { vocabulary, stages: [...stages.slice(0, at), last] });
    const [ready] = seen;
    if (!ready) throw new Error('expected the last stage to run');
    return ready;
  };
  return { prepare, run: stage.run };
}

function repeat(work: () => unknown): void {
  for (let pass = 0; pass < passes; pass++) work();
}

function repeatTo(texts: readonly string[], chars: number): string {
  let all = '';
  for (let k = 0; all.length < chars; k++) all += `${texts[k % texts.length]}\n`;
  return all.slice(0, chars);
}
