import { setTimeout } from 'node:timers/promises';

/** Repeats `check` until it passes; after the limit fails with what it said last. */
export async function eventually(check: () => unknown, limitMs = 10_000): Promise<void> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
    }
    await setTimeout(5);
  }
}

/** What has not happened after this time is taken not to happen. */
export async function pause(ms = 100): Promise<void> {
  await setTimeout(ms);
}
