import { Quarantine } from '@civicwire/shared';
import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import {
  collect,
  discoverExample,
  exampleAnnotation,
  exampleArticle,
  exampleText,
  extractAgain,
  extractExample,
  passage,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

async function lastSeq(store: Store): Promise<number> {
  return (await store.changesSince(0, 10_000)).at(-1)?.seq ?? 0;
}

async function findingsOf(store: Store, storyId: string) {
  return (await store.getStory(storyId))?.findings ?? [];
}

async function fetchAgain(store: Store, storyId: string, text: string): Promise<void> {
  await store.requeue(storyId, 'fetch');
  await extractExample(store, storyId, { article: exampleArticle(text) });
}

describeOnEachStore('saving', (under) => {
  it('writes version, findings and rows, every span an exact substring', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    await extractExample(store, id);
    const result = await store.save(id);
    expect(result).toMatchObject({ outcome: 'saved', newVersion: true, inserted: 4, updated: 0, refusals: [] });
    const view = await store.getStory(id);
    expect(view?.story).toMatchObject({ state: 'saved', extractionId: null });
    expect(view?.version).toMatchObject({ text: exampleText, previousVersion: null, methods: { title: 'json-ld' } });
    expect(view?.findings.map(({ kind, status }) => [kind, status])).toEqual([
      ['city', 'pending'],
      ['quote', 'pending'],
      ['official', 'pending'],
      ['stance', 'pending'],
    ]);
    for (const { start, end, text } of view?.findings ?? []) expect(exampleText.slice(start, end)).toBe(text);
    const [stance] = await collect(store.exportRows('stances'));
    const [quote] = await collect(store.exportRows('quotes'));
    expect(quote).toMatchObject({ speaker_name: 'Ana Ruiz', speaker_type: 'official', cue_text: 'said' });
    expect(quote?.official_id).toBe(stance?.official_id);
    expect(await collect(store.exportRows('cities'))).toHaveLength(2);
    expect(await collect(store.exportRows('officials'))).toHaveLength(2);
  });

  it('does nothing the second time, neither for the call nor for the same bytes nor for a new reading of them', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const seq = await lastSeq(store);
    const before = await store.getStory(id);
    expect(await store.save(id)).toEqual({ outcome: 'stale' });
    await store.requeue(id, 'fetch');
    await extractExample(store, id);
    expect((await store.getStory(id))?.story.state).toBe('saved');
    expect(await store.requeue(id, 'extract')).toBe(true);
    await extractAgain(store, id, before?.story.snapshotId ?? '');
    expect(await store.save(id)).toMatchObject({ newVersion: false, inserted: 0, updated: 0, superseded: 0 });
    expect(await lastSeq(store)).toBe(seq);
    expect((await store.getStory(id))?.findings).toEqual(before?.findings);
    expect((await store.getStory(id))?.versions).toEqual(before?.versions);
  });

  it('refuses a finding whose span does not hold, by name, and keeps the rest', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    const good = exampleAnnotation();
    const [quote] = good.quotes;
    const wrong = { start: 3, end: 9, text: 'beyond' };
    await extractExample(store, id, {
      annotation: {
        ...good,
        quotes: quote === undefined ? [] : [{ ...quote, cue: wrong }],
        cities: good.cities.map((city, index) => (index === 0 ? { ...city, start: 1, end: 99_999 } : city)),
      },
    });
    const result = await store.save(id);
    expect(result).toMatchObject({ outcome: 'saved', inserted: 3 });
    expect(result.outcome === 'saved' && result.refusals).toMatchObject([
      { kind: 'city', what: 'Mesa', rule: 'city/home-state', start: 1, expected: 'Mesa' },
      { kind: 'quote', what: 'Ana Ruiz', expected: 'beyond', actual: exampleText.slice(3, 9) },
    ]);
    expect((await store.counts()).refused).toBe(2);
    expect((await findingsOf(store, id)).map(({ kind }) => kind).sort()).toEqual(['city', 'official', 'stance']);
    expect((await store.getStory(id))?.version?.refusals).toHaveLength(2);
  });

  it('links a changed text to the version before and takes back what is gone', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const first = (await store.getStory(id))?.version;
    const text = `Correction. ${exampleText.replace('Ruiz opposes the agreement. ', 'Ruiz left. ')}`;
    await store.requeue(id, 'fetch');
    await extractExample(store, id, {
      article: exampleArticle(text),
      annotation: exampleAnnotation(text, { stances: [] }),
    });
    const seq = await lastSeq(store);
    expect(await store.save(id)).toMatchObject({ newVersion: true, inserted: 0, updated: 3, superseded: 1 });
    const view = await store.getStory(id);
    expect(view?.version).toMatchObject({ previousVersion: first?.id, text });
    expect(view?.versions.map((version) => version.id)).toEqual([first?.id, view?.version?.id]);
    for (const finding of view?.findings ?? []) {
      const version = view?.versions.find((candidate) => candidate.id === finding.versionId);
      expect(version?.text.slice(finding.start, finding.end)).toBe(finding.text);
    }
    const stance = view?.findings.find(({ kind }) => kind === 'stance');
    expect(stance).toMatchObject({ status: 'superseded', found: false, versionId: first?.id });
    expect(await store.changesSince(seq, 100)).toContainEqual(
      expect.objectContaining({ entity: 'finding', entityId: stance?.id, kind: 'tombstone' }),
    );
    await fetchAgain(store, id, exampleText);
    expect(await store.save(id)).toMatchObject({ newVersion: true, inserted: 1, updated: 3, superseded: 0 });
    expect((await store.getStory(id))?.versions).toHaveLength(3);
    expect((await findingsOf(store, id)).every(({ status }) => status === 'pending')).toBe(true);
  });

  it('drops the same text under another address as a duplicate, with nothing doubled', async () => {
    const { store } = under;
    const original = await saveExample(store, 'one');
    const before = await store.counts();
    const twin = await discoverExample(store, 'two');
    await extractExample(store, twin, { article: exampleArticle(exampleText, { byline: null }) });
    expect(await store.save(twin)).toEqual({ outcome: 'duplicate', duplicateOf: original });
    const counts = await store.counts();
    expect(counts).toMatchObject({ stories: 2, saved: 1, droppedByReason: { duplicate: 1 }, cities: before.cities });
    expect(await store.requeue(twin, 'fetch')).toBe(false);
  });

  it('saves the address that a page names as canonical first, whichever was extracted first', async () => {
    const { store, clock } = under;
    const canonicalId = await discoverExample(store, 'canonical');
    const aliasId = await discoverExample(store, 'alias');
    const key = (await store.getStory(canonicalId))?.story.urlKey ?? '';
    await extractExample(store, aliasId, { canonicalUrlKey: key });
    expect(await store.save(aliasId)).toEqual({ outcome: 'waits', waitsFor: canonicalId });
    await extractExample(store, canonicalId, { canonicalUrlKey: key });
    expect(await store.save(canonicalId)).toMatchObject({ outcome: 'saved' });
    clock.advance(1000);
    expect(await store.claim('save', 1, 1000)).toMatchObject([{ id: aliasId, attempts: 1 }]);
    expect(await store.save(aliasId)).toEqual({ outcome: 'duplicate', duplicateOf: canonicalId });
  });

  it('does not let two addresses that name each other wait for ever', async () => {
    const { store } = under;
    const ids = [await discoverExample(store, 'left'), await discoverExample(store, 'right')].sort();
    const keys = await Promise.all(ids.map(async (id) => (await store.getStory(id))?.story.urlKey ?? ''));
    for (const [index, id] of ids.entries())
      await extractExample(store, id, { canonicalUrlKey: keys[1 - index] ?? null });
    expect(await store.save(ids[1] ?? '')).toEqual({ outcome: 'waits', waitsFor: ids[0] });
    expect(await store.save(ids[0] ?? '')).toMatchObject({ outcome: 'saved' });
    expect(await store.save(ids[1] ?? '')).toMatchObject({ outcome: 'duplicate', duplicateOf: ids[0] });
  });

  it('takes the same canonical address for the same story only under the same title', async () => {
    const { store } = under;
    const key = 'https://mesa-wire.example/canonical';
    const article = (words: string, title: string) => exampleArticle(`${exampleText}\n${words}`, { title });
    const original = await saveExample(store, 'one', { article: article('a', 'Title'), canonicalUrlKey: key });
    const other = await saveExample(store, 'two', { article: article('b', 'Another'), canonicalUrlKey: key });
    const twin = await saveExample(store, 'three', { article: article('c', 'Title'), canonicalUrlKey: key });
    expect((await store.getStory(other))?.story.duplicateOf).toBeNull();
    expect((await store.getStory(twin))?.story.duplicateOf).toBe(original);
  });

  it('tells stories with the same stock phrase apart by their titles', async () => {
    const { store } = under;
    const stub = (title: string) => ({
      article: exampleArticle('Subscribe to read on.', { title }),
      annotation: exampleAnnotation('', { cities: [], officials: [], quotes: [], stances: [] }),
    });
    await saveExample(store, 'one', stub('One'));
    await saveExample(store, 'two', stub('Two'));
    expect(await store.counts()).toMatchObject({ saved: 2, dropped: 0 });
  });

  it('tells two equal findings of one story apart by their order', async () => {
    const { store } = under;
    const text = `${exampleText}\n“No,” Ana Ruiz said. “No,” Ana Ruiz said.`;
    const quote = exampleAnnotation().quotes[0];
    if (quote === undefined) throw new Error('expected a quote in the example');
    const no = (nth: number) => ({
      ...quote,
      ...passage(text, '“No,”', nth),
      speaker: null,
      cue: null,
      group: `n${nth}`,
    });
    const annotation = exampleAnnotation(text, { quotes: [no(1), no(0)] });
    const id = await saveExample(store, 'one', { article: exampleArticle(text), annotation });
    const quotes = (await findingsOf(store, id)).filter(({ kind }) => kind === 'quote');
    expect(new Set(quotes.map((finding) => finding.id)).size).toBe(2);
  });

  it('stores characters that a database cannot hold as replacement characters of the same length', async () => {
    const { store } = under;
    const text = `\ud83d broken \0 ${exampleText} \u{1f5de}`;
    const id = await saveExample(store, 'one', { article: exampleArticle(text) });
    const view = await store.getStory(id);
    expect(view?.version?.text).toHaveLength(text.length);
    expect(view?.findings).toHaveLength(4);
    for (const { start, end, text: words } of view?.findings ?? []) {
      expect(view?.version?.text.slice(start, end)).toBe(words);
    }
  });

  it('quarantines an extraction that has another shape and writes nothing', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    const broken = { ...exampleAnnotation(), stances: [{ holder: 1 }] } as never;
    await extractExample(store, id, { annotation: broken });
    const seq = await lastSeq(store);
    await expect(store.save(id)).rejects.toThrow(Quarantine);
    await expect(store.save(id)).rejects.toThrow(new RegExp(`story ${id}`));
    expect(await lastSeq(store)).toBe(seq);
    expect((await store.counts()).versions).toBe(0);
  });
});
