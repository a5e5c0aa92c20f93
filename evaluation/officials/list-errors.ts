// Prints what is wrong on part work, a line each: `node evaluation/officials/list-errors.ts [WORD…]`. Never opens part held-out.
import { annotateLine, loadExtractor } from '@civicwire/cli';
import { readStories } from './compile.ts';
import { type SaidOfficial, scoreStory } from './score.ts';

const words = process.argv.slice(2);
const extractor = await loadExtractor();
for (const story of readStories().filter(({ part }) => part === 'work')) {
  const { id, text, publisher_place } = story;
  const said = annotateLine({ id, text, publisher_place }, extractor).officials as readonly SaidOfficial[];
  for (const note of scoreStory(story, said).notes) if (words.every((word) => note.includes(word))) console.log(note);
}
