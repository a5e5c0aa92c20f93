// What runs for every story is planned once for each connection to a server, and anew when its table has changed. A real server.
import { RetryLater, systemClock } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { onServer, testDialects } from '../testing/databases.ts';
import { addExampleSource } from '../testing/example-story.ts';

const servers = testDialects.filter(({ name }) => name === 'postgres');

it.each(servers)('a table that got another column fails one question, for now, and no other', async (dialect) => {
  const database = await dialect.create();
  const store = await openStore(database.url, { clock: systemClock });
  try {
    await addExampleSource(store);
    const before = await store.getSource('mesa-wire');
    await onServer(database.url, 'alter table source add column note text');
    await expect(store.getSource('mesa-wire')).rejects.toThrow(RetryLater);
    expect(await store.getSource('mesa-wire')).toEqual(before);
    expect(await store.getSource('mesa-wire')).toEqual(before);
  } finally {
    await store.close();
    await database.remove();
  }
});
