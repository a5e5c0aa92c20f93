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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
