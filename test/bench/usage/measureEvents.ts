/** `node measureEvents.ts <home>`: what it takes to read all events of the logs, on this thread alone, and how many there are of each kind. */
import { resolve } from 'node:path';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { readLogs } from '../../../src/node/usage/readLogs.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

const [home = ''] = process.argv.slice(2);
const counts: Record<string, number> = {};
const start = performance.now();
const tasks = findLogs(placesOfHome(resolve(home))).map((log) => ({ log, wantsEvents: true }));
await readLogs(tasks, (readings) => {
  for (const { kind } of readings.flatMap(({ events }) => events)) counts[kind] = (counts[kind] ?? 0) + 1;
});
console.log(
  counts,
  `${(performance.now() - start).toFixed(0)} ms, CPU ${(process.cpuUsage().user / 1000).toFixed(0)} ms`,
);
