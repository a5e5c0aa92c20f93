// Builds the review desk before any test runs, where its sources have changed. Knows vitest's hook; knows no test.
import { buildDesk } from '../packages/review/web/build-desk.ts';

/** Called once by vitest. */
export async function setup(): Promise<void> {
  await buildDesk();
}
