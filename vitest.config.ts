// How the tests run: every package's *.test.ts, against its own private servers (scripts/services.ts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/review/web/**/*.test.ts',
      'scripts/**/*.test.ts',
      'demo/**/*.test.ts',
      'evaluation/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['scripts/build-before-tests.ts'],
    // Bounds for what hangs, not for what is slow: they hold on a machine with much else to do.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
