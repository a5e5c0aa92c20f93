// Each stage of extraction alone, and all of them, beside wink-nlp's reading of the same text, with all shipped packs.
// Knows the stages' names; no rule.
import { loadExtractor } from '@civicwire/cli';
import { annotate } from '@civicwire/extract';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Contest } from './measure.ts';
import { readyStage } from './ready-stage.ts';
import { readDevelopmentNews, readLocalNews, readStanceNews, type Shelf } from './stories.ts';

/** A round reads at least so much, so that it lasts longer than a clock's tick. */
const megabytesMin = 0.7;

/** How many times wink-nlp's speed is asked of a stage … */
const stageAtLeast = 5;
/** … and of all of them together. */
const allAtLeast = 8;

/** The stage of that name on our own stories, and on news of all kinds where that is at hand. */
export async function makeStageContests(name: string): Promise<readonly Contest[]> {
  const { prepare, run } = await readyStage(name);
  const onShelf = (where: string, shelf: Shelf): Contest => {
    const ready = shelf.texts.map(prepare);
    return besideWink(`${name} stage, ${where}`, shelf, stageAtLeast, () => ready.map(run));
  };
  const news = readDevelopmentNews();
  return [
    ...(news ? [onShelf('news', news)] : []),
    onShelf('own stories', await readLocalNews()),
    ...(name === 'stances' ? [onShelf('where stances are dense', readStanceNews())] : []),
  ];
}

/** The reading (tokens, sentences, paragraphs) alone, and with all stages, from text to annotation. */
export async function makeAllStagesContests(): Promise<readonly Contest[]> {
  const extractor = await loadExtractor();
  const onShelf = (where: string, shelf: Shelf): Contest =>
    besideWink(`text → all findings, ${where}`, shelf, allAtLeast, () =>
      shelf.texts.map((text, id) => annotate({ id, text }, extractor)),
    );
  const readOnly = { vocabulary: extractor.vocabulary, stages: [] };
  const reading = (where: string, shelf: Shelf): Contest =>
    besideWink(`reading alone, ${where}`, shelf, stageAtLeast, () =>
      shelf.texts.map((text, id) => annotate({ id, text }, readOnly)),
    );
  const news = readDevelopmentNews();
  const own = await readLocalNews();
  const shelves: readonly (readonly [string, Shelf])[] = [
    ...(news ? [['news', news] as const] : []),
    ['own stories', own],
  ];
  return shelves.flatMap(([where, shelf]) => [reading(where, shelf), onShelf(where, shelf)]);
}

function besideWink(name: string, shelf: Shelf, atLeast: number, ours: () => unknown): Contest {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const readWithWink = (text: string): readonly unknown[] => {
    const document = nlp.readDoc(text);
    return [document.sentences().out(), document.tokens().out(), document.tokens().out(nlp.its.pos)];
  };
  const passes = Math.ceil(megabytesMin / shelf.megabytes);
  const repeat = (work: () => unknown): void => {
    for (let pass = 0; pass < passes; pass++) work();
  };
  return {
    name,
    unit: 'MB',
    unitsPerRound: shelf.megabytes * passes,
    peer: 'wink-nlp: tokens, sentences, tags',
    atLeast,
    ours: () => repeat(ours),
    theirs: () => repeat(() => shelf.texts.map(readWithWink)),
  };
}
