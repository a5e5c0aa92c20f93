// The sets over pages: article body and publication date. Knows their scorers.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '@civicwire/extract';
import type { EvaluationSet } from './evaluation-set.ts';
import { figure, readMaybeGzipped, score } from './scoring.ts';

function articleOf(file: string): ReturnType<typeof readPage>['article'] {
  return readPage({ bytes: readMaybeGzipped(file), url: null, contentType: null }).article;
}

function pages(folder: string): { readonly id: string; readonly file: string }[] {
  return readdirSync(folder).map((file) => ({ id: file.replace(/\.html\.gz$/, ''), file: join(folder, file) }));
}

function bodies(name: string): EvaluationSet {
  const folder = `eval/body/${name}`;
  return {
    name: `body ${name}`,
    needs: [`${folder}/ground-truth.json`],
    measure: async (shared) => {
      const predictions = pages(join(shared, folder, 'html')).map(({ id, file }) => ({
        id,
        body: articleOf(file)?.text ?? '',
      }));
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
    const predictions = pages(join(shared, 'eval/dates/html')).map(({ id, file }) => ({
      id,
      date: articleOf(file)?.publishedAt ?? null,
    }));
    const result = score(join(shared, 'eval/dates/score.mjs'), ['PRED'], predictions);
    return { accuracy: figure(result, 'accuracy'), precision: figure(result, 'precision'), F1: figure(result, 'f1') };
  },
};

export const pageSets: readonly EvaluationSet[] = [bodies('aeb'), bodies('fundus-eval'), bodies('wcxb-dev'), dates];
