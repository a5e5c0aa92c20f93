// Runs a group of tests on every database there is, each test on a fresh and empty store.
import { afterEach, beforeEach, describe } from 'vitest';
import { openStore, type Store } from '../open-store.ts';
import { type TestDatabase, testDialects } from './databases.ts';
import { addExampleSource, steppingClock } from './example-story.ts';

/** The store of the running test, its address and its clock. */
export interface StoreUnderTest {
  store: Store;
  url: string;
  clock: ReturnType<typeof steppingClock>;
}

/** Defines the group once for each dialect. The store has the example's source and nothing else. */
export function describeOnEachStore(name: string, define: (under: StoreUnderTest) => void): void {
  for (const dialect of testDialects) {
    describe(`${name} (${dialect.name})`, () => {
      const under = {} as StoreUnderTest;
      let database: TestDatabase;
      beforeEach(async () => {
        database = await dialect.create();
        under.url = database.url;
        under.clock = steppingClock();
        under.store = await openStore(database.url, { clock: under.clock });
        await addExampleSource(under.store);
      });
      afterEach(async () => {
        await under.store.close();
        await database.remove();
      });
      define(under);
    });
  }
}
