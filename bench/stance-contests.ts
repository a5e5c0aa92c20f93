// The contest over stances: the stage with all shipped packs beside wink-nlp's reading of the same text.
// Knows the demo's stories and the stages' names; no pack.
import { loadExtractor } from '@civicwire/cli';
import { annotate } from '@civicwire/extract';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readStories } from '../demo/wire/read-stories.ts';
import type { Contest } from './measure.ts';

/** How often a round reads the stories, so that a round lasts longer than a clock's tick. */
const passes = 60;

/** The contest, with everything that it needs made ready. */
export async function makeStanceContests(): Promise<readonly Contest[]> {
  const { stories } = await readStories();
  const texts = stories.filter((story) => story.show === 'full').map((story) => story.paragraphs.join('\n'));
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const { vocabulary, stages } = await loadExtractor();
  const stage = stages.find(({ name }) => name === 'stances');
  if (!stage) throw new Error('expected a stage named “stances” among the stages of the extractor');
  const ready: Parameters<typeof stage.run>[0][] = [];
  const last = {
    name: 'ready',
    run: (document: Parameters<typeof stage.run>[0]) => {
      ready.push(document);
      return document;
    },
  };
  const before = stages.slice(0, stages.indexOf(stage));
  for (const text of texts) annotate({ id: 0, text }, { vocabulary, stages: [...before, last] });
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const readWithWink = (text: string): readonly unknown[] => {
    const document = nlp.readDoc(text);
    return [document.sentences().out(), document.tokens().out(), document.tokens().out(nlp.its.pos)];
  };
  const repeat = (work: () => unknown): void => {
    for (let pass = 0; pass < passes; pass++) work();
  };
  return [
    {
      name: 'stance stage, all packs',
      unit: 'MB',
      unitsPerRound: megabytes * passes,
      peer: 'wink-nlp: tokens, sentences, tags',
      atLeast: 5,
      ours: () => repeat(() => ready.map((document) => stage.run(document))),
      theirs: () => repeat(() => texts.map(readWithWink)),
    },
  ];
}
