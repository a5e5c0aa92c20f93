// `node evaluation/stances/list-errors.ts PACK`: each wrong, invented and missed stance of the part `work`.
// The part `held-out` has no such list on purpose: nobody who writes rules should read it.
import { annotateLine, loadExtractor } from '@civicwire/cli';
import { scorePack } from '../stance-sets.ts';
import { storyPacks } from './codebook-ids.ts';

const pack = storyPacks.find((known) => known === process.argv[2]);
if (!pack) {
  console.error(`usage: node evaluation/stances/list-errors.ts ${storyPacks.join('|')}`);
  process.exit(2);
}
const extractor = await loadExtractor();
const score = scorePack((row) => annotateLine(row, extractor), pack, 'work');
for (const note of score.notes) console.log(note);
