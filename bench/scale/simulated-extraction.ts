// What extraction gives for a simulated story, without reading it: what reading costs is measured by itself. The findings are
// of the size of real ones and each stands in the story's text, so that saving has all its work.
import type { ExtractionPool } from '@civicwire/cli';
import type { Annotation, Article, TextSpan } from '@civicwire/shared';
import { type Outlet, paragraphsOf, titleOf } from './outlets.ts';

/** A pool whose stories are known by their addresses. */
export function createSimulatedExtraction(outlets: readonly Outlet[]): ExtractionPool {
  const byHost = new Map(outlets.map((outlet) => [outlet.host, outlet]));
  return {
    extract: async ({ url }) => {
      const { host, pathname } = new URL(url);
      const outlet = byHost.get(host);
      if (outlet === undefined) return { ok: false, reason: 'not-an-article', detail: `${host}: no simulated outlet` };
      const story = Number(pathname.split('/').at(-1));
      const text = paragraphsOf(outlet, story).join('\n');
      return { ok: true, article: articleOf(titleOf(outlet, story), text), annotation: annotationOf(text) };
    },
    warm: async () => undefined,
    close: async () => undefined,
  };
}

function articleOf(title: string, text: string): Article {
  return {
    title,
    byline: 'By Kim Doe',
    section: null,
    publishedAt: '2026-03-04',
    modifiedAt: null,
    canonicalUrl: null,
    text,
    methods: { title: 'json-ld', text: 'readability' },
  };
}

function passage(text: string, words: string, nth = 0): TextSpan {
  let start = -1;
  for (let at = 0; at <= nth; at += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the simulated story; expected its outlets.ts to write it`);
  return { start, end: start + words.length, text: words };
}

/** A city, an official, a quote and a stance. */
function annotationOf(text: string): Annotation {
  const mesa = { name: 'Mesa', state: 'AZ', geoid: '0446000', lat: 33.4, lon: -111.7, type: 'city' as const };
  const city = { ...mesa, focus: true, focusConfidence: 0.8, confidence: 0.9, rule: 'city/home-state' };
  const quote = /“[^”]+”/.exec(text)?.[0] ?? '';
  const official = {
    title: 'Mayor',
    role: 'mayor',
    organization: 'Mesa City Council',
    jurisdiction: 'Mesa, AZ',
    jurisdictionId: 'ocd-division/country:us/state:az/place:mesa',
    tenure: 'current' as const,
    rule: 'official/title-before-name',
  };
  return {
    cities: [{ ...passage(text, 'Mesa', 0), ...city, inOrg: true }],
    places: [],
    people: [],
    officials: [{ ...official, name: 'Dana Ortega', mentions: [{ ...passage(text, 'Dana Ortega'), kind: 'full' }] }],
    quotes: [
      {
        ...passage(text, quote),
        kind: 'direct',
        group: 'q1',
        part: 0,
        speaker: passage(text, 'Mayor Dana Ortega'),
        speakerName: 'Dana Ortega',
        speakerType: 'official',
        cue: passage(text, 'said'),
        rule: 'quote/after-speaker-cue',
      },
    ],
    stances: [
      {
        holder: 'Dana Ortega',
        holderType: 'official',
        issue: 'local-enforcement',
        position: 'opposes',
        basis: 'position',
        act: 'decline',
        modality: 'stated',
        target: null,
        attributedBy: null,
        evidence: passage(text, quote),
        trace: 'will not (−1) × renew the item (+1) = −1: opposes',
        confidence: 0.8,
        rule: 'stance/decline',
      },
    ],
    notes: [],
  };
}
