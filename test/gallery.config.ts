import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** For `npm run screenshots`: pictures of everything, and those of the README. */
export default defineConfig({
  test: {
    include: ['test/e2e/gallery/gallery.spec.ts', 'test/e2e/looks.test.ts'],
    globalSetup: path.join(import.meta.dirname, 'e2e/browsers/global-setup.ts'),
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
