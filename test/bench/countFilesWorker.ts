import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { EncodingName } from '../../src/core/tokens/encoding.ts';
import { loadCounter } from './subjects.ts';

/** Both workers take batches of files from one shared counter, so neither waits for the other. */
const BATCH = 16;

const { encoding, listPath, next } = workerData as {
  encoding: EncodingName;
  listPath: string;
  next: SharedArrayBuffer;
};
const files = JSON.parse(readFileSync(listPath, 'utf8')) as string[];
const taken = new Int32Array(next);
const counter = await loadCounter(encoding);

for (let start = Atomics.add(taken, 0, BATCH); start < files.length; start = Atomics.add(taken, 0, BATCH)) {
  for (const file of files.slice(start, start + BATCH)) {
    const bytes = readFileSync(file);
    if (isUtf8(bytes)) counter.countUtf8(bytes);
    else counter.countTokens(bytes.toString('utf8'));
  }
}
