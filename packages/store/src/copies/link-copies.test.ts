// Printings of one story over the real databases: linked to the first, never dropped, whichever order they come in.
import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import {
  addExampleSource,
  collect,
  discoverExample,
  exampleAnnotation,
  exampleArticle,
  extractExample,
} from '../testing/example-story.ts';
import { agenda, editedText, forecast, ownStoryText, shortenedText, wireText } from '../testing/printed-stories.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

const empty = exampleAnnotation('', { cities: [], officials: [], quotes: [], stances: [] });

async function discoverAt(store: Store, sourceId: string, slug: string): Promise<string> {
  await addExampleSource(store, sourceId);
  return discoverExample(store, slug, sourceId);
}

async function saveText(store: Store, id: string, text: string, title = 'Counties join dispatch') {
  await store.requeue(id, 'fetch');
  await extractExample(store, id, { article: exampleArticle(text, { title }), annotation: empty });
  return store.save(id);
}

const links = async (store: Store) =>
  Object.fromEntries(
    (await collect(store.exportRows('story_links'))).map(({ id, original_id, kind }) => [id, [original_id, kind]]),
  );

describeOnEachStore('printings of one story', (under) => {
  it('are saved and linked to the first one: same words, edited, shortened, under another headline', async () => {
    const { store } = under;
    const first = await discoverAt(store, 'wire', 'a');
    const same = await discoverAt(store, 'gazette', 'b');
    const edited = await discoverAt(store, 'bugle', 'c');
    const shortened = await discoverAt(store, 'radio', 'd');
    const again = await discoverAt(store, 'wire', 'e');
    const own = await discoverAt(store, 'tribune', 'f');
    for (const [id, text, title] of [
      [first, wireText, 'Three counties join dispatch'],
      [same, wireText, 'Three counties join dispatch'],
      [edited, editedText, 'Fire calls: counties agree'],
      [shortened, shortenedText, 'Dispatch deal'],
      [again, wireText, 'Another headline'],
      [own, ownStoryText, 'Three counties join dispatch'],
    ] as const)
      expect(await saveText(store, id, text, title)).toMatchObject({ outcome: 'saved' });
    expect(await links(store)).toEqual({
      [same]: [first, 'same-text'],
      [edited]: [first, 'edited'],
      [shortened]: [first, 'shortened'],
      [again]: [first, 'same-text'],
    });
    expect(await store.counts()).toMatchObject({ stories: 6, saved: 6, dropped: 0 });
    const seenBy = async (id: string) =>
      (await store.getStory(id))?.printings.map(({ storyId, kind }) => [storyId, kind]);
    expect(await seenBy(own)).toEqual([]);
    expect(await seenBy(shortened)).toEqual([
      [first, 'original'],
      [same, 'same-text'],
      [edited, 'edited'],
      [again, 'same-text'],
    ]);
    const rows = await collect(store.exportRows('stories'));
    expect(rows.find(({ id }) => id === shortened)).toMatchObject({ original_id: first, link_kind: 'shortened' });
    const changes = (await store.changesSince(0, 1000)).filter(({ entity }) => entity === 'story_link');
    expect(changes.map(({ entityId, kind }) => [entityId, kind])).toEqual(
      [same, edited, shortened, again].map((id) => [id, 'insert']),
    );
  });

  it('are kept where a page names another outlet’s address as its canonical one', async () => {
    const { store } = under;
    const first = await discoverAt(store, 'wire', 'a');
    const copy = await discoverAt(store, 'gazette', 'b');
    await saveText(store, first, wireText);
    const canonicalUrlKey = (await store.getStory(first))?.story.urlKey ?? null;
    const article = exampleArticle(shortenedText, { title: 'Counties join dispatch' });
    await extractExample(store, copy, { article, annotation: empty, canonicalUrlKey });
    expect(await store.save(copy)).toMatchObject({ outcome: 'saved' });
    expect(await links(store)).toEqual({ [copy]: [first, 'shortened'] });
  });

  it('have the one that was discovered first as their original, though it was read last', async () => {
    const { store } = under;
    const first = await discoverAt(store, 'wire', 'a');
    const second = await discoverAt(store, 'gazette', 'b');
    const third = await discoverAt(store, 'bugle', 'c');
    await saveText(store, third, shortenedText);
    await saveText(store, second, wireText);
    expect(await links(store)).toEqual({ [third]: [second, 'shortened'] });
    await saveText(store, first, wireText);
    expect(await links(store)).toEqual({ [second]: [first, 'same-text'], [third]: [first, 'shortened'] });
  });

  it('are linked once: the same words again change no row, other words take the link away', async () => {
    const { store } = under;
    const first = await discoverAt(store, 'wire', 'a');
    const copy = await discoverAt(store, 'gazette', 'b');
    await saveText(store, first, wireText);
    await saveText(store, copy, shortenedText);
    const before = await collect(store.exportRows('story_links'));
    await saveText(store, copy, shortenedText);
    expect(await collect(store.exportRows('story_links'))).toEqual(before);
    await saveText(store, copy, editedText);
    expect(await links(store)).toEqual({ [copy]: [first, 'edited'] });
    await saveText(store, copy, ownStoryText);
    expect(await links(store)).toEqual({});
    const changes = (await store.changesSince(0, 1000)).filter(({ entity }) => entity === 'story_link');
    expect(changes.map(({ kind }) => kind)).toEqual(['insert', 'update', 'tombstone']);
  });

  it('are not the stories that one outlet makes from a template', async () => {
    const { store } = under;
    const texts = [
      forecast('Tuesday', 71, 39, 12),
      forecast('Wednesday', 74, 41, 9),
      forecast('Friday', 71, 39, 12),
      agenda('Tuesday, March 3', 'a lease of the old depot'),
      agenda('Tuesday, March 17', 'a ban on idling'),
    ];
    for (const [index, text] of texts.entries())
      await saveText(store, await discoverAt(store, 'wire', `t${index}`), text, 'Forecast');
    expect(await links(store)).toEqual({});
    expect(await store.counts()).toMatchObject({ saved: 5 });
  });

  it('stay linked when a hundred templates have made their phrases stock phrases', async () => {
    const { store } = under;
    for (let day = 0; day < 105; day += 1) {
      const id = await discoverExample(store, `f${day}`);
      await saveText(store, id, forecast(`day ${day}`, 60 + day, 30 + day, 5 + day), `Forecast ${day}`);
    }
    const first = await discoverAt(store, 'wire', 'a');
    const copy = await discoverAt(store, 'gazette', 'b');
    await saveText(store, first, `${wireText}\n${forecast('Monday', 1, 2, 3).split('\n')[2]}`);
    await saveText(store, copy, shortenedText);
    expect(await links(store)).toEqual({ [copy]: [first, 'shortened'] });
  });
});
