// `node evaluation/stances/list-errors.ts PACK [PART]`: each wrong, invented and missed stance of a part (`work`).
// The unread parts (codebook-ids.ts) have no such list on purpose: nobody who writes rules should read them.
import { annotateLine, loadExtractor } from '@civicwire/cli';
import { scorePack } from '../stance-sets.ts';
import { storyPacks, storyParts, unreadParts } from './codebook-ids.ts';

const readable = storyParts.filter((part) => !unreadParts.includes(part));
const pack = storyPacks.find((known) => known === process.argv[2]);
const part = readable.find((known) => known === (process.argv[3] ?? 'work'));
if (!pack || !part) {
  console.error(`usage: node evaluation/stances/list-errors.ts ${storyPacks.join('|')} [${readable.join('|')}]`);
  process.exit(2);
}
const extractor = await loadExtractor();
const score = scorePack((row) => annotateLine(row, extractor), pack, part);
for (const note of score.notes) console.log(note);
