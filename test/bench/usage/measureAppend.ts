import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageClient } from '../../../src/node/usage/usageClient.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { median } from '../goal.ts';

const ROUNDS = 9;

/** Milliseconds from a line in a log to the status that the host is told; the median. */
export async function measureAppend(workerPath: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'token-meter-'));
  const log = join(home, '.claude/projects/p/a.jsonl');
  mkdirSync(join(log, '..'), { recursive: true });
  const line = (id: number) => `${JSON.stringify(claudeLine({ id: `msg_${id}` }))}\n`;
  writeFileSync(log, line(0));
  const client = new UsageClient({
    folder: join(home, 'ledger'),
    places: placesOfHome(home),
    retentionDays: 90,
    workerPath,
  });
  let told = Promise.withResolvers<void>();
  // A follower alone does not keep a process alive.
  const alive = setInterval(() => undefined, 1000);
  const following = client.follow(() => told.resolve());
  await told.promise;
  const times: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    told = Promise.withResolvers<void>();
    const start = performance.now();
    appendFileSync(log, line(round));
    await told.promise;
    times.push(performance.now() - start);
  }
  clearInterval(alive);
  following.dispose();
  client.dispose();
  rmSync(home, { recursive: true });
  return median(times);
}
