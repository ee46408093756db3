import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Everything that drives a real VS Code in a browser, two files at once: each waits for its window more than it computes. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    setupFiles: ['test/e2e/pictureFailures.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    // A menu that a busy machine closes under the mouse says nothing of the product; what fails each time does.
    retry: 3,
    expect: { poll: { timeout: 10_000, interval: 50 } },
    hookTimeout: 300_000,
  },
});
