import { defineConfig } from 'vitest/config';

const soak = 'test/scripts/soak.test.ts';

/** Three projects: everything without a browser; real browsers, one at a time because they share a display and two cores; and the soak. */
export default defineConfig({
  test: {
    // The file is what .ci/run counts.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: 'node_modules/.cache/test-results.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,extension,server,scripts}/**/*.test.ts', 'test/*.test.ts'],
          exclude: [soak],
          setupFiles: './server/pages/use-messages.ts',
          globalSetup: './test/server/global-setup.ts',
          // Real servers are started, on a machine that may be busy: a limit is there to end what hangs, and no test asserts how long a thing takes.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000, interval: 10 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: './test/e2e/browsers/global-setup.ts',
          fileParallelism: false,
          // After the others, which would take the browsers' time.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'soak',
          include: [soak],
          // Alone, since it takes all the time there is.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
