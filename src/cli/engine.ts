import { join } from 'node:path';
import { createCounterLoader } from '../node/counting/counterLoader.ts';
import { CountingWorker } from '../node/counting/countingWorker.ts';
import { FileCounter } from '../node/counting/fileCounter.ts';
import type { SourceParser } from '../node/outline/parseSource.ts';

// What counts and parses for the commands. The vocabularies, the grammars and the worker's bundle lie beside this one.
const folder = import.meta.dirname;
const workerPath = join(folder, 'worker.cjs');

export const loadCounter = createCounterLoader(folder);
export const counter = new FileCounter({ loadCounter, workerPath });
export const worker = new CountingWorker(workerPath, {});
// In a thread of its own: a source that no parser survives ends that thread only.
export const parseSource: SourceParser = (path, text) => worker.ask({ ask: 'source', path, text });
