// Prints what is wrong on part work and the probes, a line each: `node evaluation/officials/list-errors.ts [WORD…]`. Never shows part held-out.
import { annotateLine, loadExtractor } from '@civicwire/cli';
import { readStories } from './compile.ts';
import { type SaidOfficial, scoreStory } from './score.ts';

const words = process.argv.slice(2);
const extractor = await loadExtractor();
for (const story of readStories().filter(({ part }) => part !== 'held-out')) {
  const { id, part, text, publisher_place } = story;
  const said = annotateLine({ id, text, publisher_place }, extractor).officials as readonly SaidOfficial[];
  const notes = scoreStory(story, said).notes.map((note) => `${part} ${note}`);
  for (const note of notes) if (words.every((word) => note.includes(word))) console.log(note);
}
