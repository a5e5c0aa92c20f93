// Stories about officials, made of their descriptions: each is named once, quoted once and opposes something. For tests only.
import type { Annotation, Official } from '@civicwire/shared';
import type { Store } from '../open-store.ts';
import { exampleAnnotation, exampleArticle, extractAgain, passage, saveExample } from './example-story.ts';

/** What a story says of an official; the rest is the mayor of Mesa. */
export interface Described extends Partial<Omit<Official, 'mentions' | 'rule'>> {
  readonly name: string | null;
}

const mesa = 'ocd-division/country:us/state:az/place:mesa';
const mayor = {
  title: 'Mayor',
  role: 'mayor',
  organization: 'City of Mesa',
  jurisdiction: 'Mesa, AZ',
  jurisdictionId: mesa,
  tenure: 'current' as const,
};

const wordsOf = (described: Described) => `${described.title ?? 'Mayor'} ${described.name ?? 'there'}`;

function textOf(slug: string, officials: readonly Described[]): string {
  return officials
    .map((one, at) => `${wordsOf(one)} spoke. “No to item ${at} of ${slug},” ${one.name} said.`)
    .join('\n');
}

function annotationOf(text: string, slug: string, officials: readonly Described[]): Annotation {
  const quote = exampleAnnotation().quotes[0];
  const stance = exampleAnnotation().stances[0];
  if (quote === undefined || stance === undefined) throw new Error('expected a quote and a stance in the example');
  const named = officials.flatMap(({ name }, at) => (name === null ? [] : [{ name, at }]));
  return exampleAnnotation(text, {
    cities: [],
    officials: officials.map((one) => ({
      ...mayor,
      ...one,
      mentions: [{ ...passage(text, wordsOf(one)), kind: one.name === null ? 'office' : 'full' }],
      rule: 'official/title-before-name',
    })),
    quotes: named.map(({ name, at }) => {
      const words = passage(text, `“No to item ${at} of ${slug},”`);
      return { ...quote, ...words, group: `q${at}`, speaker: null, speakerName: name, cue: null };
    }),
    stances: named.map(({ name, at }) => ({
      ...stance,
      holder: name,
      evidence: passage(text, `“No to item ${at} of ${slug},”`),
    })),
  });
}

/** Saves a story that describes these officials; gives its id. */
export function saveOfficials(
  store: Store,
  slug: string,
  officials: readonly Described[],
  publishedAt = '2026-03-04',
): Promise<string> {
  const text = textOf(slug, officials);
  const article = exampleArticle(text, { title: `Story ${slug}`, publishedAt });
  return saveExample(store, slug, { article, annotation: annotationOf(text, slug, officials) });
}

/** Reads a story again: the same words, described otherwise by the rules of another day. */
export async function describeAgain(
  store: Store,
  storyId: string,
  slug: string,
  officials: readonly Described[],
  rulesVersion = 'rules-2',
): Promise<void> {
  const view = await store.getStory(storyId);
  const text = view?.version?.text ?? '';
  await store.requeue(storyId, 'extract');
  await extractAgain(store, storyId, view?.story.snapshotId ?? '', {
    article: exampleArticle(text, { title: `Story ${slug}`, publishedAt: view?.version?.publishedAt ?? null }),
    annotation: annotationOf(text, slug, officials),
    rulesVersion,
  });
  await store.save(storyId);
}
