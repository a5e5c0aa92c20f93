// The compiled stories against their sources and the codebook's words.
import { expect, test } from 'vitest';
import { acts, holderTypes, issuesOf, modalities, storyPacks, storyParts } from './codebook-ids.ts';
import { readStories, storiesFromSources } from './compile.ts';
import { parseStory } from './story-source.ts';

const stories = readStories();
const stances = stories.flatMap((story) => story.stances.map((stance) => ({ story, stance })));

test('stories.jsonl holds what the source files hold', () => {
  expect(stories).toEqual(storiesFromSources());
});

test('every evidence span cuts its own words out of the text', () => {
  const broken = stances.filter(({ story, stance: { evidence } }) => {
    return story.text.slice(evidence.start, evidence.end) !== evidence.text || evidence.text.trim() !== evidence.text;
  });
  expect(broken).toEqual([]);
});

test('every word of gold is a word of the codebook', () => {
  const strange = stances.filter(
    ({ story, stance }) =>
      story.pack === 'none' ||
      !(issuesOf[story.pack] as readonly string[]).includes(stance.issue) ||
      !acts.includes(stance.act) ||
      !modalities.includes(stance.modality) ||
      !holderTypes.includes(stance.holder_type),
  );
  expect(strange).toEqual([]);
});

test('each pack has twenty stories, a third of them held out, and each issue stands in both parts', () => {
  for (const pack of storyPacks.filter((known) => known !== 'immigration-enforcement')) {
    const own = stories.filter((story) => story.pack === pack && (story.part === 'work' || story.part === 'held-out'));
    const heldOut = own.filter((story) => story.part === 'held-out');
    expect(own.length).toBeGreaterThanOrEqual(pack === 'none' ? 15 : 20);
    expect(heldOut.length).toBe(Math.floor(own.length / 3));
    if (pack === 'none') continue;
    const issues = (part: string): Set<string> =>
      new Set(own.filter((story) => story.part === part).flatMap((story) => story.stances.map((one) => one.issue)));
    expect(issues('work')).toEqual(new Set(issuesOf[pack]));
    expect(issues('held-out')).toEqual(new Set(issuesOf[pack]));
  }
});

test('stories of the pack none have no gold, all others of the first parts have some', () => {
  const wrong = stories.filter(({ pack, part, stances }) => {
    const mayLack = pack === 'immigration-enforcement' || /probe$/.test(part);
    return pack === 'none' ? stances.length > 0 : stances.length === 0 && !mayLack;
  });
  expect(wrong).toEqual([]);
});

test('the pack immigration-enforcement has ten and eight stories, and each issue stands in some of them', () => {
  const own = stories.filter((story) => story.pack === 'immigration-enforcement');
  expect(own.filter((story) => story.part === 'work')).toHaveLength(10);
  expect(own.filter((story) => story.part === 'held-out')).toHaveLength(8);
  const issues = new Set(own.flatMap((story) => story.stances.map((one) => one.issue)));
  expect(issues).toEqual(new Set(issuesOf['immigration-enforcement']));
});

test('every story has 100 to 260 words, or 200 to 700 in the later parts, and its own id', () => {
  const outside = stories.filter(({ pack, part, text }) => {
    const words = text.split(/\s+/).length;
    const later =
      (pack === 'immigration-enforcement' && part !== 'probe' && part !== 'second-probe' && part !== 'third-probe') ||
      (part !== 'held-out' && storyParts.indexOf(part) >= storyParts.indexOf('fifth-probe'));
    return later ? words < 200 || words > 700 : words < 100 || words > 260;
  });
  expect(outside.map((story) => story.id)).toEqual([]);
  expect(new Set(stories.map((story) => story.id)).size).toBe(stories.length);
});

test('a gold line that does not hold is refused with the story and the reason', () => {
  const source = (line: string): string => `A title\nErie, PA\n\nThe council voted 5-2 to cap rents.\n---\n${line}\n`;
  const parse = (line: string) => parseStory('housing-99', 'housing', 'work', source(line));
  const good = 'council [council] | rent-control | supports | position | vote | asserted | The council … rents';
  expect(parse(good).stances[0]?.evidence).toEqual({ start: 0, end: 34, text: 'The council voted 5-2 to cap rents' });
  expect(parse(`? ${good}`).stances[0]?.ambiguous).toBe(true);
  expect(() => parse(good.replace('rent-control', 'rent-ban'))).toThrow('housing-99: no such issue "rent-ban"');
  expect(() => parse(good.replace('supports', 'likes'))).toThrow('no such position "likes"');
  expect(() => parse(good.replace('The council …', 'A council …'))).toThrow('does not stand exactly once');
});
