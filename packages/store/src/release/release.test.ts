// Releases of a store: the same bytes for the same state, every change of a byte seen, claims compared and followed back.
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collect, exampleAnnotation, exampleArticle, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { diffReleases } from './diff-releases.ts';
import { readingBytes } from './extraction-bytes.ts';
import { openRelease } from './open-release.ts';

describeOnEachStore('releases', (under) => {
  let root: string;
  let storyId: string;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'civicwire-release-'));
    storyId = await saveExample(under.store);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const cut = async (name: string, folder = name) => {
    mkdirSync(join(root, folder));
    return under.store.cutRelease({ name, toolVersion: '9.9.9' }, join(root, folder));
  };
  const stanceId = async () => (await under.store.listFindings({ kind: 'stance', limit: 1 })).findings[0]?.id ?? '';

  it('have the same bytes for the same state, and other ones after a change', async () => {
    const first = await cut('one');
    const again = await cut('one', 'again');
    expect(again).toEqual(first);
    expect(first.manifest).toMatchObject({ name: 'one', tool_version: '9.9.9', rules_versions: { 'rules-1': 1 } });
    expect(first.manifest.counts).toMatchObject({
      v_story: 1,
      v_stance: 1,
      finding: 4,
      v_change_log: first.manifest.seq,
    });
    await under.store.decide({ findingId: await stanceId(), editor: 'kim', verdict: 'accept' });
    const later = await cut('one', 'later');
    expect(later.releaseHash).not.toBe(first.releaseHash);
    expect(later.manifest.seq).toBeGreaterThan(first.manifest.seq);
  });

  it('notice a byte that changed, a file that is gone and one that came', async () => {
    await cut('one');
    const release = openRelease(join(root, 'one'));
    expect(await release.checkFiles()).toEqual([]);
    for (const file of ['cities.csv', 'quotes.csv']) chmodSync(join(root, 'one', 'data', file), 0o644);
    appendFileSync(join(root, 'one', 'data', 'cities.csv'), 'x');
    const quotes = readFileSync(join(root, 'one', 'data', 'quotes.csv'), 'utf8');
    writeFileSync(join(root, 'one', 'data', 'quotes.csv'), quotes.replace('hold', 'held'));
    rmSync(join(root, 'one', 'data', 'stories.csv'));
    writeFileSync(join(root, 'one', 'more.txt'), 'x');
    expect((await release.checkFiles()).sort()).toEqual([
      expect.stringMatching(/^data\/cities.csv: has \d+ bytes; expected \d+$/),
      expect.stringMatching(/^data\/quotes.csv: has SHA-256 /),
      'data/stories.csv: is missing',
      'more.txt: is not in the manifest',
    ]);
    await release.close();
    expect(() => openRelease(join(root, 'nowhere'))).toThrow('expected the manifest of a release');
  });

  it('give the bytes of an extraction, which a reading of the same gives and another does not', async () => {
    await cut('one');
    const release = openRelease(join(root, 'one'));
    const [story] = await release.sample(0.01, 'seed');
    if (story === undefined) throw new Error('expected a story');
    const reading = { article: exampleArticle(), annotation: exampleAnnotation() };
    expect(readingBytes(storyId, story.versionId, reading)).toBe(await release.extractionOf(story));
    const fewer = { ...reading, annotation: exampleAnnotation(undefined, { quotes: [] }) };
    expect(readingBytes(storyId, story.versionId, fewer)).not.toBe(await release.extractionOf(story));
    const mention = reading.annotation.cities.map((city, index) => (index === 1 ? { ...city, inOrg: false } : city));
    const other = { ...reading, annotation: exampleAnnotation(undefined, { cities: mention }) };
    expect(readingBytes(storyId, story.versionId, other)).not.toBe(await release.extractionOf(story));
    await release.close();
  });

  it('choose the same stories by the same seed', async () => {
    for (let index = 0; index < 12; index += 1)
      await saveExample(under.store, `more-${index}`, {
        article: exampleArticle(undefined, { title: `Title ${index}` }),
      });
    await cut('one');
    const release = openRelease(join(root, 'one'));
    const ids = async (share: number, seed: string) =>
      (await release.sample(share, seed)).map((story) => story.storyId);
    expect(await ids(0.01, 'a')).toHaveLength(1);
    expect(await ids(0.5, 'a')).toEqual(await ids(0.5, 'a'));
    expect(await ids(0.5, 'a')).not.toEqual(await ids(0.5, 'b'));
    expect((await ids(1, 'a')).length).toBe(release.manifest.counts.v_story_version);
    await release.close();
  });

  it('are compared: added, removed and changed claims, positions that flipped', async () => {
    await cut('one');
    const findings = (await under.store.listFindings({ limit: 10 })).findings;
    const of = (kind: string) => findings.find((finding) => finding.kind === kind)?.id ?? '';
    await under.store.decide({ findingId: of('quote'), editor: 'kim', verdict: 'reject' });
    await under.store.decide({
      findingId: of('stance'),
      editor: 'kim',
      verdict: 'edit',
      patch: { position: 'supports' },
    });
    await saveExample(under.store, 'two', {
      article: exampleArticle(undefined, { title: 'Another' }),
      annotation: exampleAnnotation(undefined, { cities: [], officials: [], quotes: [] }),
    });
    await cut('two');
    const diff = await diffReleases(join(root, 'one'), join(root, 'two'));
    expect(diff.added).toMatchObject([{ kind: 'stance' }]);
    expect(diff.removed).toMatchObject([{ id: of('quote'), kind: 'quote' }]);
    expect(diff.changed).toMatchObject([{ id: of('stance'), status: 'edited', before: { status: 'pending' } }]);
    expect(diff.flippedStances).toMatchObject([{ holder: 'Ana Ruiz', before: 'opposes', after: 'supports' }]);
    const same = await diffReleases(join(root, 'one'), join(root, 'one'));
    expect(Object.values(same).flat()).toEqual([]);
  });

  it('follow every exported row back to its text, rule, decisions and bytes, as the store does', async () => {
    const { store } = under;
    await store.decide({ findingId: await stanceId(), editor: 'kim', verdict: 'edit', patch: { position: 'mixed' } });
    await cut('one');
    const release = openRelease(join(root, 'one'));
    for (const kind of ['cities', 'officials', 'quotes', 'stances', 'findings', 'decisions'] as const) {
      for (const { id } of await collect(store.exportRows(kind))) {
        const provenance = await store.provenance(String(id));
        expect(provenance, kind).toMatchObject({ id, span: { holds: true }, version: { holds: true } });
        expect(provenance?.snapshot?.id).toMatch(/^[0-9a-f]{64}$/);
        expect(await release.provenance(String(id)), kind).toEqual(provenance);
      }
    }
    const stance = await store.provenance(await stanceId());
    expect(stance).toMatchObject({
      row: 'finding',
      claim: { kind: 'stance', status: 'edited', value: { position: 'mixed' }, machine_value: { position: 'opposes' } },
      rule: { id: 'stance/oppose', version: 'rules-1', confidence: 0.8 },
      decisions: [{ editor: 'kim', verdict: 'edit' }],
      story: { id: storyId },
    });
    expect(await store.provenance('nothing')).toBeNull();
    await release.close();
  });
});
