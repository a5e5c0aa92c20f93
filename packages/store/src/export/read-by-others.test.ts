// What readers of others say of our exports: the reference reader of Frictionless data packages, and a strict reader of XML for
// GraphML, held to what its schema asks of ids, keys and types.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error: it brings no types.
import library from 'datapackage';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { collect, exampleAnnotation, exampleArticle, exampleText, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

interface DataPackage {
  readonly valid: boolean;
  readonly errors: readonly unknown[];
  readonly profile: { readonly name: string };
  readonly resources: readonly { readonly name: string; read(options: object): Promise<readonly unknown[]> }[];
}
const { Package } = library as unknown as {
  readonly Package: { load(descriptor: string, options: object): Promise<DataPackage> };
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Map<string, string>;
}

/** Nodes and edges with their data, and keys. Throws where the text is no XML. */
function readGraph(xml: string): { elements: Element[]; keys: Map<string, Readonly<Record<string, string>>> } {
  const parser = new SaxesParser({ xmlns: true });
  const [elements, keys]: [Element[], Map<string, Readonly<Record<string, string>>>] = [[], new Map()];
  let text = '';
  let key = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local: name, uri, attributes: given }) => {
    expect(uri).toBe('http://graphml.graphdrawing.org/xmlns');
    const attributes = Object.fromEntries(Object.entries(given).map(([one, { value }]) => [one, value]));
    if (name === 'key') keys.set(attributes.id ?? '', attributes);
    if (name === 'node' || name === 'edge') elements.push({ name, attributes, data: new Map() });
    if (name === 'data') key = attributes.key ?? '';
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ local: name }) => {
    if (name === 'data') elements.at(-1)?.data.set(key, text);
  });
  parser.write(xml).close();
  return { elements, keys };
}

const hostile = 'Kim “]]>” <b>&amp; \u0007\t🏜 O\'Neil "x"';

describeOnEachStore('exports', (under) => {
  const save = async () => {
    await saveExample(under.store);
    const text = `${exampleText}\n${hostile}`;
    const stances = exampleAnnotation(text).stances.map((one) => ({
      ...one,
      holder: hostile,
      holderType: 'residents',
    }));
    const article = exampleArticle(text, { title: hostile });
    await saveExample(under.store, 'two', { article, annotation: exampleAnnotation(text, { stances }) });
  };

  it('as a data package are valid to the reference reader, which reads every row in its type', async () => {
    await save();
    const folder = mkdtempSync(join(tmpdir(), 'civicwire-package-'));
    mkdirSync(join(folder, 'package'));
    const counts = await under.store.exportTo({ format: 'data-package' }, join(folder, 'package'));
    const file = join(folder, 'package', 'datapackage.json');
    const read = await Package.load(file, { basePath: join(folder, 'package'), strict: true });
    expect([read.valid, read.errors, read.profile.name]).toEqual([true, [], 'tabular-data package']);
    expect(read.resources.map(({ name }) => name).sort()).toEqual(Object.keys(counts).sort());
    for (const resource of read.resources)
      expect((await resource.read({ keyed: true })).length, resource.name).toBe(counts[resource.name]);
    expect(counts.v_stance).toBe(2);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('as GraphML are XML whose ids, links, keys and types hold, whatever holders are called', async () => {
    await save();
    const xml = (await collect(under.store.exportStream({ format: 'graphml' }))).join('');
    const { elements, keys } = readGraph(xml);
    const nodes = elements.filter(({ name }) => name === 'node');
    const ids = nodes.map(({ attributes }) => attributes.id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    // xs:NMTOKEN, in its plain letters.
    expect(ids.filter((id) => !/^[\w.:-]+$/.test(id))).toEqual([]);
    const edges = elements.filter(({ name }) => name === 'edge');
    expect(edges).toHaveLength(2);
    for (const { attributes } of edges)
      for (const end of [attributes.source, attributes.target]) expect(ids).toContain(end);
    for (const { name, data } of elements) {
      for (const [id, value] of data) {
        const key = keys.get(id);
        expect([id, key?.for]).toEqual([id, name]);
        if (key?.['attr.type'] === 'int') expect(value).toMatch(/^-?\d+$/);
      }
    }
    const labels = nodes.map(({ data }) => data.get('node_label'));
    expect(labels).toContain(hostile.replace('\u0007', '\ufffd'));
  });
});
