import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Everything that runs in plain Node. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/host/**', 'test/fixtures/**'],
    testTimeout: 120_000,
  },
});
