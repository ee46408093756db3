import { join } from 'node:path';
import { type CounterLoader, createCounterLoader } from '../node/counting/counterLoader.ts';
import { CountingWorker } from '../node/counting/countingWorker.ts';
import { FileCounter } from '../node/counting/fileCounter.ts';
import type { SourceParser } from '../node/outline/parseSource.ts';

export type Engine = {
  loadCounter: CounterLoader;
  counter: FileCounter;
  worker: CountingWorker;
  parseSource: SourceParser;
};

/** What counts and parses for the commands. The vocabularies, the grammars and the worker's bundle lie in `folder`. */
export function createEngine(folder: string): Engine {
  const workerPath = join(folder, 'worker.cjs');
  const loadCounter = createCounterLoader(folder);
  const worker = new CountingWorker(workerPath, {});
  // In a thread of its own: a source that no parser survives ends that thread only.
  const parseSource: SourceParser = (path, text) => worker.ask({ ask: 'source', path, text });
  return { loadCounter, counter: new FileCounter({ loadCounter, workerPath }), worker, parseSource };
}
