import { randomUUID } from 'node:crypto';
import { systemClock } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { onServer, testDialects } from '../testing/databases.ts';
import { withReader } from '../testing/reader.ts';

for (const dialect of testDialects) {
  it(`lets readers in, or says how (${dialect.name})`, async () => {
    const database = await dialect.create();
    const store = await openStore(database.url, { clock: systemClock });
    expect(await store.readerAccess()).toMatchObject({ ready: true });
    if (dialect.name === 'postgres') {
      await onServer(database.url, 'revoke select on v_story, v_quote from civicwire_reader');
      const access = await store.readerAccess();
      expect(access).toMatchObject({ role: 'civicwire_reader', ready: false });
      expect(access.note).toContain('create role civicwire_reader');
      await onServer(database.url, access.note.slice(access.note.indexOf('grant select')));
      expect(await store.readerAccess()).toMatchObject({ ready: true });
    }
    await store.close();
    await database.remove();
  });
}

for (const dialect of testDialects.filter(({ name }) => name === 'postgres')) {
  it('works for an owner who may not create roles', async () => {
    const database = await dialect.create();
    const owner = `owner_${randomUUID().replaceAll('-', '')}`;
    const name = new URL(database.url).pathname.slice(1);
    await onServer(database.url, `create role ${owner} login nosuperuser nocreaterole`);
    await onServer(database.url, `alter database ${name} owner to ${owner}`);
    const url = new URL(database.url);
    url.username = owner;
    const store = await openStore(url.href, { clock: systemClock });
    const { role, note } = await store.readerAccess();
    expect([role, note.length > 0]).toEqual(['civicwire_reader', true]);
    await store.close();
    const stories = await withReader(database.url, (reader) => reader.rows('select count(*) as stories from v_story'));
    expect(stories).toEqual([{ stories: 0 }]);
    await database.remove();
    await onServer(process.env.CIVICWIRE_TEST_POSTGRES ?? '', `drop role ${owner}`);
  });
}
