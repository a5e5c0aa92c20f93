// The stances that people accepted or edited last, as an Atom feed. Knows decisions and stances; writes no XML.

import type { Store, ViewRow } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { type AtomEntry, atomDocument } from './atom.ts';
import { type Api, addOperation, type Guards, taggedAnswer } from './operation.ts';
import { wholeNumber } from './parameters.ts';

const entriesUsual = 50;
const entriesMax = 200;

/** An empty feed was last changed when there was nothing. */
const never = '1970-01-01T00:00:00.000Z';

/** Adds the operation. */
export function addFeedOperation(api: Api, guards: Guards, store: Store): void {
  addOperation(api, guards, {
    method: 'get',
    path: '/stances.atom',
    id: 'feed_stances',
    summary: 'Stances that people accepted or edited last, as an Atom feed',
    about: 'Feed readers that know no bearer tokens send the token as the password of basic authentication.',
    tag: 'stances',
    scopes: ['read:published'],
    query: z.strictObject({ limit: wholeNumber(`Entries; ${entriesUsual} unless given.`, 1, entriesMax).optional() }),
    answer: { about: 'The feed.', type: 'application/atom+xml', schema: z.string() },
    handle: async ({ context, query }) => {
      const entries = await lastAccepted(store, query.limit ?? entriesUsual);
      const self = new URL(context.req.url);
      const body = atomDocument({
        id: `${self.origin}${self.pathname}`,
        title: 'Accepted stances · Civicwire',
        self: `${self.origin}${self.pathname}`,
        updated: entries[0]?.updated ?? never,
        entries,
      });
      return taggedAnswer(context, body, 'application/atom+xml; charset=utf-8');
    },
  });
}

async function lastAccepted(store: Store, limit: number): Promise<AtomEntry[]> {
  const decisions = await store.readView({
    view: 'v_decision',
    where: [
      { column: 'kind', is: '=', value: 'stance' },
      { column: 'is_last', is: '=', value: 1 },
      { column: 'verdict', is: 'in', value: ['accept', 'edit'] },
    ],
    order: ['decided_at', 'id'],
    direction: 'desc',
    limit,
  });
  const stances = await store.readView({
    view: 'v_stance',
    where: [
      { column: 'id', is: 'in', value: decisions.map((decision) => String(decision.finding_id)) },
      { column: 'published', is: '=', value: 1 },
    ],
    order: ['id'],
    direction: 'asc',
    limit,
  });
  const byId = new Map(stances.map((stance) => [stance.id, stance]));
  return decisions.flatMap((decision) => {
    const stance = byId.get(decision.finding_id);
    return stance === undefined ? [] : [entryOf(stance, String(decision.decided_at))];
  });
}

function entryOf(stance: ViewRow, updated: string): AtomEntry {
  const text = (name: string) => String(stance[name] ?? '');
  return {
    id: `urn:civicwire:stance:${text('id')}`,
    title: `${text('holder')} ${text('position')} ${text('issue')}`,
    updated,
    summary: `“${text('text')}” ${text('source_name')}, ${text('seen_on')}: ${text('story_title')}`,
    link: text('url'),
    author: text('source_name'),
    category: text('issue'),
  };
}
