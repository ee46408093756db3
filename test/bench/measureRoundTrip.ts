import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EncodingName } from '../../src/core/tokens/encoding.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { WORKER_BUNDLE } from './subjects.ts';

/** Milliseconds from each key to its count, and to the answer of a thread that does nothing but answer. */
export interface RoundTrips {
  readonly counted: number[];
  readonly echoed: number[];
}

const KEYSTROKES = 600;
const BETWEEN_KEYSTROKES_MS = 1000 / 120;

/**
 * Types into a text through the product's own worker, as the extension does, with no editor around. What a count takes longer than an
 * echo is ours; the rest is the machine's.
 */
export async function measureRoundTrip(text: string, encoding: EncodingName): Promise<RoundTrips> {
  const pressed: number[] = [];
  const trips: RoundTrips = { counted: [], echoed: [] };
  const opened = Promise.withResolvers<void>();
  const worker = new CountingWorker(WORKER_BUNDLE, {
    onCount({ version }) {
      if (version === 0) opened.resolve();
      else trips.counted.push(performance.now() - pressed[version]!);
    },
  });
  const echo = new Worker(
    "const { parentPort: port } = require('worker_threads'); port.on('message', (m) => port.postMessage(m));",
    {
      eval: true,
    },
  );
  echo.on('message', (version: number) => trips.echoed.push(performance.now() - pressed[version]!));
  worker.send({ type: 'open', id: 'text', version: 0, encoding, text });
  await opened.promise;
  for (let version = 1; version <= KEYSTROKES; version++) {
    const change = { rangeOffset: Math.floor(text.length / 2) + version, rangeLength: 0, text: 'x' };
    pressed[version] = performance.now();
    worker.send({ type: 'change', id: 'text', version, changes: [change] });
    echo.postMessage(version);
    await pause(BETWEEN_KEYSTROKES_MS);
  }
  while (trips.counted.length < KEYSTROKES || trips.echoed.length < KEYSTROKES) await pause(10);
  worker.dispose();
  await echo.terminate();
  return trips;
}
