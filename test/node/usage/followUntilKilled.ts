/** `node followUntilKilled.ts <home> <ledger folder>`: a window that looks at usage; prints how many requests there are whenever that changes. */
import { join } from 'node:path';
import { UsageClient } from '../../../src/node/usage/usageClient.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

const [home = '', folder = ''] = process.argv.slice(2);
const client = new UsageClient({
  folder,
  places: placesOfHome(home),
  retentionDays: 90,
  workerPath: join(import.meta.dirname, '../../../dist/usageWorker.cjs'),
});
client.follow(async () => {
  const rows = await client.ask({ ask: 'rows', by: 'source', filter: {} });
  console.log(rows.reduce((sum, { requests }) => sum + requests, 0));
});
// A follower alone does not keep a process alive.
setInterval(() => undefined, 60_000);
