// The desk's API over a filled store of one database for each test, with one editor inside or with users. For tests only.
import type { DeskStore, UserRole } from '@civicwire/store';
import { type TestDatabase, testDialects } from '@civicwire/store/testing';
import { afterEach, beforeEach, describe } from 'vitest';
import { type ReviewOptions, type ReviewServer, serveReview } from '../serve-review.ts';
import { createDeskClient, type DeskClient, enterDesk } from './desk-client.ts';
import { type FilledStore, fillStore } from './filled-store.ts';

export interface DeskApiUnderTest {
  filled: FilledStore;
  /** Of the database. */
  url: string;
  server: ReviewServer;
  /** Kim, an admin: by the one-time address, or signed in where there are users. */
  kim: DeskClient;
  desk: DeskStore;
  /** Adds a user (users alone) and signs in. */
  user(name: string, role?: UserRole): Promise<DeskClient>;
}

export const password = 'correct horse battery';

let keys = 0;
/** A key that no other request has. */
export function newKey(): string {
  keys += 1;
  return `test-key-${String(keys).padStart(6, '0')}`;
}

/** Defines the group once for each database. */
export function describeDesk(
  name: string,
  options: Partial<ReviewOptions>,
  define: (under: DeskApiUnderTest) => void,
): void {
  for (const dialect of testDialects) {
    describe(`${name} (${dialect.name})`, () => {
      const under = {} as DeskApiUnderTest;
      let database: TestDatabase;
      beforeEach(async () => {
        database = await dialect.create();
        under.url = database.url;
        under.filled = await fillStore(database.url);
        const { store, clock } = under.filled;
        under.desk = store.desk;
        if (options.users === true) await store.desk.addUser({ name: 'Kim', role: 'admin', password }, 'test');
        under.server = await serveReview({ store, editor: 'Kim', port: 0, clock, ...options });
        if (options.users === true) {
          under.kim = createDeskClient(under.server.port);
          await under.kim.signIn('Kim', password);
        } else {
          under.kim = await enterDesk(under.server.port, under.server.url);
        }
      });
      under.user = async (userName, role = 'editor') => {
        await under.desk.addUser({ name: userName, role, password }, 'test');
        const client = createDeskClient(under.server.port);
        await client.signIn(userName, password);
        return client;
      };
      afterEach(async () => {
        await under.server.close();
        await under.filled.remove();
        await database.remove();
      });
      define(under);
    });
  }
}
