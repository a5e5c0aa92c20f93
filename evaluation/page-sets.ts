// The sets over pages: article body and publication date. Knows their scorers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '@civicwire/extract';
import type { PageReading } from '@civicwire/shared';
import type { EvaluationSet } from './evaluation-set.ts';
import { figure, readMaybeGzipped, score } from './scoring.ts';

/** Reads every page of a set with its address where the gold file has it, as fetching always does. */
function readPages(folder: string, goldFile: string): { readonly id: string; readonly page: PageReading }[] {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Readonly<Record<string, { readonly url?: string }>>;
  return readdirSync(folder).map((file) => {
    const id = file.replace(/\.html\.gz$/, '');
    const bytes = readMaybeGzipped(join(folder, file));
    return { id, page: readPage({ bytes, url: gold[id]?.url ?? null, contentType: null }) };
  });
}

function bodies(name: string): EvaluationSet {
  const folder = `eval/body/${name}`;
  return {
    name: `body ${name}`,
    needs: [`${folder}/ground-truth.json`],
    measure: async (shared) => {
      const read = readPages(join(shared, folder, 'html'), join(shared, folder, 'ground-truth.json'));
      const predictions = read.map(({ id, page }) => ({ id, body: page.article?.text ?? '' }));
      const scorer = join(shared, 'eval/body/score.mjs');
      const result = score(scorer, [join(shared, folder), 'PRED', '--no-boot'], predictions);
      return {
        F1: figure(result, 'f1'),
        precision: figure(result, 'precision'),
        recall: figure(result, 'recall'),
        'tail under .80': figure(result, 'tail/share'),
      };
    },
  };
}

const dates: EvaluationSet = {
  name: 'dates',
  needs: ['eval/dates/expected.json'],
  measure: async (shared) => {
    const folder = join(shared, 'eval/dates');
    const read = readPages(join(folder, 'html'), join(folder, 'expected.json'));
    const predictions = read.map(({ id, page }) => ({ id, date: page.facts?.publishedAt ?? null }));
    const result = score(join(shared, 'eval/dates/score.mjs'), ['PRED'], predictions);
    return {
      right: figure(result, 'right'),
      wrong: figure(result, 'wrong'),
      accuracy: figure(result, 'accuracy'),
      precision: figure(result, 'precision'),
      F1: figure(result, 'f1'),
    };
  },
};

export const pageSets: readonly EvaluationSet[] = [bodies('aeb'), bodies('fundus-eval'), bodies('wcxb-dev'), dates];
