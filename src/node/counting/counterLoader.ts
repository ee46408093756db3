import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import { createTokenCounter, type TokenCounter } from '../../core/tokens/tokenCounter.ts';

/** Gives the counter of an encoding. The vocabulary is read on first use and kept for as long as the loader lives. */
export type CounterLoader = (encoding: EncodingName) => Promise<TokenCounter>;

/** `folder` holds the vocabulary files, beside the bundles. Rejects when one is missing or damaged. */
export function createCounterLoader(folder: string): CounterLoader {
  const counters = new Map<EncodingName, Promise<TokenCounter>>();
  return (encoding) => {
    const known = counters.get(encoding);
    if (known !== undefined) return known;
    const loading = loadCounter(folder, encoding);
    counters.set(encoding, loading);
    loading.catch(() => counters.delete(encoding));
    return loading;
  };
}

/** Reads at once: on a thread that has nothing else to do yet, a promise for every half megabyte takes longer than the reading. */
async function loadCounter(folder: string, encoding: EncodingName): Promise<TokenCounter> {
  return createTokenCounter(readFileSync(join(folder, `${encoding}.vocab`)), encoding);
}
