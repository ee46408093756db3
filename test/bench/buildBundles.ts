import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { buildVocabularies } from '../../src/node/buildVocabulary.ts';
import { BENCH_FOLDER, ENGINE_BUNDLE, WORKER_BUNDLE } from './subjects.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Builds what is measured as it ships: vocabularies, the worker thread, the engine. */
export function buildBundles(): void {
  mkdirSync(BENCH_FOLDER, { recursive: true });
  buildVocabularies(BENCH_FOLDER);
  bundleForNode('src/node/worker.ts', WORKER_BUNDLE);
  buildSync({
    stdin: {
      contents: "export * from './tokenCounter.ts'; export * from './liveCount.ts';",
      resolveDir: join(ROOT, 'src/core/tokens'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'node22',
    outfile: ENGINE_BUNDLE,
  });
}

/** `entry` is relative to the project. */
export function bundleForNode(entry: string, outfile: string): void {
  buildSync({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    outfile,
  });
}
