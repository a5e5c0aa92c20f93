// Roles × endpoints, from the OpenAPI document that the server itself gives: nothing is readable or writable without its scope.
import { type ApiScope, apiScopes } from '@civicwire/store';
import { testDialects } from '@civicwire/store/testing';
import { describe, expect, test } from 'vitest';
import { addressOf, documentedOperations, usualValue } from '../testing/api-document.ts';
import { useApi } from '../testing/api-under-test.ts';
import { createVisitor } from '../testing/visitor.ts';
import { createApi } from './create-api.ts';

const [sqlite] = testDialects;
if (sqlite === undefined) throw new Error('no database to test on');

/** Nobody, a token that is none, and each set of scopes that a token may have. */
const roles: readonly (readonly ApiScope[])[] = Array.from({ length: 2 ** apiScopes.length - 1 }, (_, set) =>
  apiScopes.filter((_scope, at) => ((set + 1) >> at) & 1),
);

describe.each(testDialects)('every operation of the document ($name)', (dialect) => {
  const api = useApi(dialect);

  test('answers exactly those who have all its scopes, and tells others nothing', async () => {
    const operations = await documentedOperations(api);
    expect(operations.length).toBeGreaterThan(30);
    const tokens = await Promise.all(roles.map(async (scopes) => [scopes, await api.token(...scopes)] as const));
    const wrong: unknown[] = [];
    for (const operation of operations) {
      const query = Object.fromEntries(
        operation.parameters
          .filter((one) => one.in === 'query' && one.required)
          .map((one) => [one.name, usualValue(one)]),
      );
      const path = addressOf(operation, { kind: 'stories' }, query);
      const body = operation.hasBody ? { body: { verdict: 'accept', content_hash: 'x' } } : {};
      const ask = (token: string | null) => api.ask(path, { method: operation.method, token, ...body });
      for (const token of [null, 'cw_', `cw_${'0'.repeat(16)}_${'A'.repeat(43)}`]) {
        const { status, body: said } = await ask(token);
        if (status !== 401 || said.includes('Mesquite')) wrong.push([operation.method, path, token, status]);
      }
      for (const [scopes, token] of tokens) {
        const held = new Set<ApiScope>(scopes.includes('read:all') ? [...scopes, 'read:published'] : scopes);
        const isAllowed = operation.scopes?.every((scope) => held.has(scope)) ?? false;
        const { status, json } = await ask(token);
        const isRefused = status === 403 && json.detail.startsWith('the token lacks');
        if (isAllowed === isRefused || status === 401 || status >= 500)
          wrong.push([operation.method, path, scopes, status]);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('names its scopes, and no address answers that is not in the document', async () => {
    const operations = await documentedOperations(api);
    expect(operations.filter(({ scopes }) => scopes === null)).toEqual([]);
    const { store, clock } = api.filled;
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const stopped = new AbortController().signal;
    const nobody = { sessionOf: async () => null, publicOrigin: null };
    const app = createApi({ store, clock, logger: silent, ...nobody, stopped });
    const documented = new Set(operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
    const served = new Set(
      app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    );
    expect([...served].filter((one) => !documented.has(one))).toEqual(['GET /openapi.json']);
    expect([...documented].filter((one) => !served.has(one))).toEqual([]);
  });

  test('gives a reader of published records nothing that no person has looked at', async () => {
    const token = await api.token('read:published');
    const { data: claims } = (await api.ask('/claims?limit=500')).json;
    const ids: string[] = claims.flatMap(({ id, story_id, official_id }: Record<string, string>) => [
      id,
      story_id,
      official_id,
    ]);
    const { data: cities } = (await api.ask('/cities')).json;
    const known = [...ids, ...cities.map(({ place_id }: Record<string, string>) => place_id)].filter(
      (id) => id !== null,
    );
    for (const operation of await documentedOperations(api)) {
      if (operation.method !== 'GET' || !operation.scopes?.every((scope) => scope === 'read:published')) continue;
      const values = operation.path.includes('{') ? known : [''];
      for (const id of values) {
        const query = operation.path === '/search' ? { q: 'council' } : {};
        const { status, body } = await api.ask(addressOf(operation, { id, place_id: id }, query), { token });
        expect([operation.path, status]).toEqual([
          operation.path,
          operation.path.includes('{') ? expect.any(Number) : 200,
        ]);
        for (const secret of ['Mesquite', 'Ruiz', 'hold people', 'jail agreement']) expect(body).not.toContain(secret);
      }
    }
    const refused = await api.ask('/stories?state=dropped', { token });
    expect(refused.json.errors[0]).toMatchObject({ name: 'state', problem: expect.stringContaining('read:all') });
  });

  test('shows a reader of published records one claim once it is accepted, and its story, without the counts', async () => {
    const token = await api.token('read:published');
    const { data: stances } = (await api.ask(`/stances?story_id=${api.filled.councilId}`)).json;
    await api.filled.store.decide({ findingId: stances[0].id, editor: 'kim', verdict: 'accept' });
    const seen = async (path: string) => (await api.ask(path, { token })).json.data;
    expect(await seen('/stances')).toMatchObject([{ id: stances[0].id, published: true }]);
    expect(Object.keys((await seen('/stances'))[0])).not.toContain('trace');
    expect(await seen('/quotes')).toEqual([]);
    const [story, ...others] = await seen('/stories');
    expect([story.id, story.published_claims, others]).toEqual([api.filled.councilId, 1, []]);
    expect(Object.keys(story)).not.toContain('stances');
    expect(await seen('/search?q=council')).toMatchObject([{ kind: 'story', id: api.filled.councilId }]);
  });
});

describe('the editor of the review desk', () => {
  const api = useApi(sqlite);

  test('reads and decides with the session, deciding only with its secret and from its own page', async () => {
    const visitor = createVisitor(api.server.port);
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
    await visitor.enter(api.server.url);
    expect(JSON.parse((await visitor.get('/api/v1/me')).body)).toEqual({
      name: 'kim',
      scopes: ['read:published', 'read:all', 'export', 'decide'],
    });
    expect((await visitor.get('/api/v1/tokens')).status).toBe(403);
    const { id, content_hash } = JSON.parse((await visitor.get('/api/v1/findings?limit=1')).body).data[0];
    const { csrf } = JSON.parse((await visitor.get('/api/desk/session')).body);
    const origin = `http://127.0.0.1:${api.server.port}`;
    const decide = (headers: Record<string, string>) =>
      api.ask(`/findings/${id}/decisions`, {
        method: 'POST',
        token: null,
        body: { verdict: 'reject', content_hash },
        headers: { cookie: visitor.cookie ?? '', ...headers },
      });
    const refused = [
      await decide({}),
      await decide({ origin }),
      await decide({ 'x-csrf-token': csrf }),
      await decide({ origin: 'https://evil.example', 'x-csrf-token': csrf }),
      await decide({ origin, 'x-csrf-token': 'A'.repeat(43) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect((await decide({ origin, 'x-csrf-token': csrf })).json).toMatchObject({ editor: 'kim', verdict: 'reject' });
  });

  test('is refused under a foreign name, as are tokens', async () => {
    const visitor = createVisitor(api.server.port);
    const authorization = `Bearer ${await api.token('read:all')}`;
    expect((await visitor.get('/api/v1/claims', { authorization })).status).toBe(200);
    expect((await visitor.get('/api/v1/claims', { authorization, host: 'evil.example' })).status).toBe(403);
  });
});

describe('tokens over the API', () => {
  const api = useApi(sqlite);

  test('are listed without secrets and revoked by who may', async () => {
    const admin = await api.token('admin');
    const other = await api.token('read:all');
    const { data } = (await api.ask('/tokens', { token: admin })).json;
    expect(JSON.stringify(data)).not.toContain(other.slice(20));
    const id = other.slice(3, 19);
    expect((await api.ask(`/tokens/${id}`, { method: 'DELETE', token: admin })).json).toMatchObject({
      id,
      state: 'revoked',
    });
    expect((await api.ask('/me', { token: other })).status).toBe(401);
    expect((await api.ask('/tokens/ffff', { method: 'DELETE', token: admin })).status).toBe(404);
  });

  test('may send so many requests a minute, and are told when to come back', async () => {
    const { text } = await api.filled.store.createToken({ name: 'slow', scopes: ['read:all'], requestsPerMinute: 6 });
    expect((await api.ask('/me', { token: text })).status).toBe(200);
    const refused = await api.ask('/me', { token: text });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    api.filled.clock.advance(seconds * 1000);
    expect((await api.ask('/me', { token: text })).status).toBe(200);
  });

  test('are taken as the password of basic authentication too', async () => {
    const authorization = `Basic ${Buffer.from(`reader:${await api.token('read:published')}`).toString('base64')}`;
    expect((await api.ask('/stances.atom', { token: null, headers: { authorization } })).status).toBe(200);
  });
});
