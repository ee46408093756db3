/** `node measureIdle.ts <home> <bundle of the threads>`: the share of a processor that is used while nothing happens, in percent, while a window looks and while none does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageClient } from '../../../src/node/usage/usageClient.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

const SETTLE_MS = 5000;
const MEASURE_MS = 30_000;

const [home = '', workerPath = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'token-meter-'));
const client = new UsageClient({
  folder,
  places: placesOfHome(home).slice(0, 1),
  retentionDays: 3650,
  workerPath,
});
await client.ask({ ask: 'refresh' });
const following = client.follow(() => undefined);
const lookedAt = await measure();
following.dispose();
const notLookedAt = await measure();
client.dispose();
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ lookedAt, notLookedAt }));

async function measure(): Promise<number> {
  await setTimeout(SETTLE_MS);
  const before = process.cpuUsage();
  await setTimeout(MEASURE_MS);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 / MEASURE_MS) * 100;
}
