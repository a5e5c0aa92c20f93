// Each stage of extraction alone, with all shipped packs, beside wink-nlp's reading of the same text.
// Knows the demo's stories and the stages' names; no rule.
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readStories } from '../demo/wire/read-stories.ts';
import type { Contest } from './measure.ts';
import { readyStage } from './ready-stage.ts';
import { makeStanceContests } from './stance-contests.ts';

/** How often a round reads the stories, so that a round lasts longer than a clock's tick. */
const passes = 60;

/** Stages of which so many times wink-nlp's speed is asked. */
const asked: Readonly<Record<string, number>> = { names: 5, places: 5, officials: 5, quotes: 5, stances: 5 };

/** A contest for each stage, with everything that it needs made ready. */
export async function makeStageContests(): Promise<readonly Contest[]> {
  const { stories } = await readStories();
  const texts = stories.filter((story) => story.show === 'full').map((story) => story.paragraphs.join('\n'));
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const readWithWink = (text: string): readonly unknown[] => {
    const document = nlp.readDoc(text);
    return [document.sentences().out(), document.tokens().out(), document.tokens().out(nlp.its.pos)];
  };
  const contests: Contest[] = [];
  for (const [name, atLeast] of Object.entries(asked)) {
    const { prepare, run } = await readyStage(name);
    const ready = texts.map(prepare);
    contests.push({
      name: `${name} stage`,
      unit: 'MB',
      unitsPerRound: megabytes * passes,
      peer: 'wink-nlp: tokens, sentences, tags',
      atLeast,
      ours: () => repeat(() => ready.map(run)),
      theirs: () => repeat(() => texts.map(readWithWink)),
    });
  }
  return [...contests, ...(await makeStanceContests(texts))];
}

function repeat(work: () => unknown): void {
  for (let pass = 0; pass < passes; pass++) work();
}
