// Webhooks over the API, on every database.
import { testDialects } from '@civicwire/store/testing';
import { describe, expect, test } from 'vitest';
import { useApi } from '../testing/api-under-test.ts';

const url = 'https://receiver.example/hook';

for (const dialect of testDialects) {
  describe(`webhooks over the API (${dialect.name})`, () => {
    const api = useApi(dialect, { shared: true });
    const ask = async (method: string, path: string, body?: unknown) =>
      api.ask(path, { method, token: await api.token('admin'), ...(body === undefined ? {} : { body }) });

    test('are added with a secret that is shown once, listed, replayed and removed', async () => {
      const last = await api.filled.store.lastChangeSeq();
      const added = await ask('POST', '/webhooks', { url, entities: ['finding'] });
      expect([added.status, added.json]).toEqual([
        201,
        expect.objectContaining({ url, entities: ['finding'], cursor: last, waiting: 0, state: 'active' }),
      ]);
      const { id, secret } = added.json;
      expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
      const listed = await ask('GET', '/webhooks');
      expect(listed.json.data).toMatchObject([{ id }]);
      expect(listed.body).not.toContain(secret.slice(6));
      const replayed = await ask('POST', `/webhooks/${id}/replay`, { from: 1 });
      expect([replayed.status, replayed.json.cursor, replayed.json.waiting]).toEqual([200, 1, last - 1]);
      expect((await ask('DELETE', `/webhooks/${id}`)).json).toMatchObject({ id, cursor: 1 });
      expect((await ask('DELETE', `/webhooks/${id}`)).status).toBe(404);
      expect((await ask('POST', `/webhooks/${id}/replay`, {})).status).toBe(404);
    });

    test('that cannot be are refused by the name of what is wrong', async () => {
      const refused = async (body: unknown) => {
        const { status, json } = await ask('POST', '/webhooks', body);
        return [status, json.errors?.[0]?.name];
      };
      expect(await refused({ url: 'file:///etc/passwd' })).toEqual([400, 'url']);
      expect(await refused({ url: 'https://kim:word@receiver.example/' })).toEqual([400, 'url']);
      expect(await refused({ url, from: 1_000_000 })).toEqual([400, 'from']);
      expect(await refused({ url, from: -1 })).toEqual([400, 'from']);
      expect(await refused({ url, entities: ['token'] })).toEqual([400, 'entities.0']);
      expect(await refused({ url, secret: 'mine' })).toEqual([400, 'secret']);
      expect((await ask('GET', '/webhooks')).json.data).toEqual([]);
    });
  });
}
