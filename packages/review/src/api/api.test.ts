// Tests of what the API answers, over real HTTP on every database.
import { testDialects } from '@civicwire/store/testing';
import { describe, expect, test } from 'vitest';
import { useApi } from '../testing/api-under-test.ts';

for (const dialect of testDialects) {
  describe(`reading by the API (${dialect.name})`, () => {
    const api = useApi(dialect, { shared: true });
    const get = async (path: string) => (await api.ask(path)).json;

    test('lists give every row once in pages of any size, and each row at its own address', async () => {
      for (const [list, key] of Object.entries({
        claims: 'id',
        stories: 'id',
        cities: 'place_id',
        sources: 'source_id',
      })) {
        const whole = (await get(`/${list}?limit=500`)).data as Record<string, string>[];
        expect(whole.length).toBeGreaterThan(0);
        const paged: unknown[] = [];
        for (let after = ''; ; ) {
          const page = await get(`/${list}?limit=2${after}`);
          paged.push(...page.data);
          if (page.next === null) break;
          after = `&after=${page.next}`;
        }
        expect(paged).toEqual(whole);
        for (const row of whole) expect(await get(`/${list}/${row[key]}`)).toEqual(row);
      }
    });

    test('filters narrow a list', async () => {
      const count = async (query: string) => (await get(`/claims?${query}`)).data.length;
      const all = await count('limit=500');
      const kinds = await Promise.all(['city', 'official', 'quote', 'stance'].map((kind) => count(`kind=${kind}`)));
      expect(kinds.reduce((sum, one) => sum + one, 0)).toBe(all);
      expect(await count(`story_id=${api.filled.harborId}`)).toBe(3);
      expect(await count('published=true')).toBe(0);
      expect(await count('published=false&seen_from=2026-01-01&seen_to=2027-01-01')).toBe(all);
      expect(await count('seen_to=2001-01-01')).toBe(0);
    });

    test('what is wrong with a parameter is said by name, with what was expected', async () => {
      const refused = async (path: string) => {
        const { status, headers, json } = await api.ask(path);
        expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
        return `${json.errors[0].in} ${json.errors[0].name}: ${json.errors[0].problem}`;
      };
      expect(await refused('/claims?limit=0')).toBe('query limit: expected a whole number from 1 to 500');
      expect(await refused('/claims?limit=2&limit=3')).toBe('query limit: expected a whole number from 1 to 500');
      expect(await refused('/claims?kind=person')).toBe('query kind: expected one of city, official, quote, stance');
      expect(await refused('/claims?seen_from=2026-02-31')).toContain('seen_from: expected a day of the calendar');
      expect(await refused('/claims?knd=quote')).toBe('query knd: expected no parameter of this name');
      expect(await refused('/claims/xyz')).toContain('path id: expected an id: 8 to 64 hexadecimal digits');
      expect(await refused('/search')).toContain('query q: expected text');
      expect(await refused('/exports/secrets')).toContain('path kind: expected one of stories');
      expect(await refused('/claims?after=abc')).toContain('query after: not a cursor; expected “next” of an answer');
      const { next } = await get('/claims?limit=1&kind=city');
      expect(await refused(`/quotes?after=${next}`)).toContain('a cursor of another list');
      expect(await refused(`/claims?after=${next}`)).toContain('a cursor of other filters');
      expect((await api.ask(`/claims?limit=1&kind=city&after=${next}`)).status).toBe(200);
    });

    test('versions of a story and what changed between them', async () => {
      const path = `/stories/${api.filled.councilId}`;
      const { data: versions } = await get(`${path}/versions`);
      expect(versions).toHaveLength(1);
      expect(await get(`${path}/versions/${versions[0].id}`)).toEqual(versions[0]);
      expect((await api.ask(`${path}/diff`)).json.errors[0].problem).toContain('the newer one is the first');
      const same = await get(`${path}/diff?from=${versions[0].id}`);
      expect(same).toMatchObject({ from: versions[0].id, to: versions[0].id, facts: [], passages: [], words_added: 0 });
      expect((await api.ask(`${path}/diff?from=${'a'.repeat(32)}`)).json.detail).toContain(
        'the id of a version of this story',
      );
      expect((await api.ask(`/stories/${api.filled.droppedId}/diff`)).status).toBe(404);
    });

    test('a city has a timeline and positions; search finds stories and quotes', async () => {
      const { data: cities } = await get('/cities?name=Mesquite%20Flats');
      const { data: stories } = await get(`/cities/${cities[0].place_id}/timeline`);
      expect(stories).toMatchObject([{ story_id: api.filled.councilId, focus: true, name: 'Mesquite Flats' }]);
      expect((await get(`/cities/${cities[0].place_id}/positions`)).data.length).toBeGreaterThan(0);
      const { data: hits } = await get('/search?q=%22hold%20people%22&kind=quote');
      expect(hits).toMatchObject([{ kind: 'quote', story_id: api.filled.councilId, speaker_name: 'Ana Ruiz' }]);
    });

    test('exports have as many rows as the store, in every format that streams', async () => {
      const jsonl = await api.ask('/exports/findings');
      expect(jsonl.headers.get('content-disposition')).toBe('attachment; filename="findings.jsonl"');
      const lines = jsonl.body.trimEnd().split('\n');
      expect(lines).toHaveLength((await get('/findings?limit=500')).data.length);
      expect((await api.ask('/exports/v_stance')).body.trimEnd().split('\n')).toHaveLength(
        (await get('/stances')).data.length,
      );
      const starts = {
        csv: /^id,/,
        parquet: /^PAR1/,
        'web-annotation': /^[{[]/,
        graphml: /^<\?xml/,
        'dna-csv': /organization/i,
      };
      for (const [format, start] of Object.entries(starts)) {
        const answer = await api.ask(`/exports/stances?format=${format}`);
        expect([format, answer.status, start.test(answer.body)]).toEqual([format, 200, true]);
      }
      expect((await api.ask('/exports/cities?format=graphml')).json.detail).toContain('graphml holds stances');
    });

    test('each claim leads back to its words, version and bytes', async () => {
      for (const { id, text, version_id } of (await get('/claims')).data) {
        const { span, version, snapshot, ...rest } = await get(`/provenance/${id}`);
        expect([rest.id, span.text, span.holds, version.id, version.holds]).toEqual([id, text, true, version_id, true]);
        expect(snapshot.id).toMatch(/^[0-9a-f]{64}$/);
      }
      expect((await api.ask(`/provenance/${'a'.repeat(32)}`)).status).toBe(404);
    });

    test('exports that nobody takes hold nothing', async () => {
      for (let count = 0; count < 12; count += 1) {
        const head = await api.ask('/exports/findings', { method: 'HEAD' });
        expect([head.status, head.body]).toEqual([200, '']);
      }
      expect((await api.ask('/exports/findings')).status).toBe(200);
    });

    test('CSV is disarmed where a spreadsheet may open it, and exact for programs', async () => {
      const cells = async (query: string) => (await api.ask(`/exports/stories?format=csv${query}`)).body;
      expect(await cells('&spreadsheet=true')).toContain("'=HYPERLINK");
      expect(await cells('')).toMatch(/[,"]=HYPERLINK/);
    });
  });

  describe(`what people decide, by the API (${dialect.name})`, () => {
    const api = useApi(dialect);
    const get = async (path: string) => (await api.ask(path)).json;

    test('an answer that the reader has already is not sent again', async () => {
      const first = await api.ask('/stances');
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      const again = await api.ask('/stances', { headers: { 'if-none-match': `"x", W/${etag}` } });
      expect([again.status, again.body]).toEqual([304, '']);
      const [{ id }] = first.json.data;
      await api.filled.store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
      expect((await api.ask('/stances', { headers: { 'if-none-match': etag } })).status).toBe(200);
    });

    test('a decision needs what its editor saw, and is kept under the token’s name', async () => {
      const { data: waiting } = await get('/findings?needs_review=true&kind=stance');
      const [{ id, content_hash }] = waiting;
      const token = await api.token('read:all', 'decide');
      const decide = (body: unknown, headers = {}) =>
        api.ask(`/findings/${id}/decisions`, { method: 'POST', token, body, headers });
      expect((await decide({ verdict: 'accept', content_hash: 'old' })).status).toBe(409);
      expect((await decide({ verdict: 'perhaps', content_hash })).json.errors[0]).toMatchObject({
        in: 'body',
        name: 'verdict',
      });
      expect((await decide({ verdict: 'edit', content_hash })).json.detail).toContain('expected a patch with an edit');
      expect((await decide('{', {})).status).toBe(400);
      expect((await decide({ verdict: 'accept', content_hash }, { origin: 'https://evil.example' })).status).toBe(403);
      expect((await decide({ verdict: 'accept', content_hash, reason: 'x'.repeat(70_000) })).status).toBe(413);
      expect((await get('/decisions')).data).toEqual([]);
      const done = await decide({ verdict: 'accept', content_hash, reason: 'as the minutes say' });
      expect([done.status, done.json.editor, done.json.reason]).toEqual([201, 'read:all decide', 'as the minutes say']);
      expect((await get(`/findings/${id}`)).decisions).toHaveLength(1);
      expect((await get(`/stances/${id}`)).published).toBe(true);
    });

    test('the feed has what people accepted, escaped, and links of the web alone', async () => {
      expect((await api.ask('/stances.atom')).body).not.toContain('<entry>');
      for (const { id } of (await get('/stances')).data) {
        await api.filled.store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
      }
      const { body, headers } = await api.ask('/stances.atom');
      expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(body.match(/<entry>/g)).toHaveLength((await get('/stances')).data.length);
      expect(body).toContain('&lt;script&gt;');
      expect(body).not.toContain('<script');
      expect(body).not.toContain('href="javascript:');
    });
  });
}
