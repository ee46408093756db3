import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionEvent } from '../../../src/core/usage/sessionEvent.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { createWasteFinder } from '../../../src/core/waste/wasteFinder.ts';
import { type FoundLog, findLogs } from '../../../src/node/usage/findLogs.ts';
import type { Ledger } from '../../../src/node/usage/ledger/ledger.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { refreshEvents } from '../../../src/node/usage/refreshEvents.ts';
import { refreshLedger } from '../../../src/node/usage/refreshLedger.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { printTable } from '../printTable.ts';

const WORKER = join(import.meta.dirname, '../../../dist/usageWorker.cjs');
const PASSES = 5;
const GROWN_SESSIONS = 10;

/** Times of finding waste in the logs of a home: from nothing, and from a ledger that has them. */
export async function benchWaste(home: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'token-meter-waste-'));
  try {
    const logs = findLogs(placesOfHome(home));
    const { ledger } = await openLedger(folder, Date.now());
    const cold = await measure(() => refresh(ledger, logs));
    const warm: number[][] = [];
    for (let pass = 0; pass < PASSES; pass++) {
      const read = await measure(() => refresh(ledger, logs));
      let [records, events] = [[...ledger.records()], ledger.events.all()];
      const load = await measure(() => {
        [records, events] = [[...ledger.records()], ledger.events.all()];
      });
      const find = await measure(() => void createWasteFinder().find(records, events));
      warm.push([read, load, find]);
    }
    const grown = await measureGrown([...ledger.records()], ledger.events.all());
    ledger.close();
    const bytes = logs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const times = [0, 1, 2].map((part) => median(warm.map((pass) => pass[part] ?? 0)));
    printTable(
      'waste',
      ['', 'ms'],
      [
        [`cold: ${(bytes / 1e6).toFixed(0)} MB read for records and events`, cold.toFixed(0)],
        ['warm: is anything new?', (times[0] ?? 0).toFixed(0)],
        ['warm: records and events from the ledger', (times[1] ?? 0).toFixed(0)],
        ['warm: all detectors', (times[2] ?? 0).toFixed(0)],
        ['a line more, in a running process (slowest of ten sessions)', grown.toFixed(0)],
        ['warm: together', times.reduce((sum, time) => sum + time, 0).toFixed(0)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Looking again when a session has got one more line: the slowest of some. */
async function measureGrown(records: UsageRecord[], events: SessionEvent[]): Promise<number> {
  const finder = createWasteFinder();
  const sessions = [...new Set(events.map(({ sessionId }) => sessionId))].slice(0, GROWN_SESSIONS);
  const hidden = sessions.map((sessionId) => events.findLast((event) => event.sessionId === sessionId));
  let known = events.filter((event) => !hidden.includes(event));
  finder.find(records, known);
  const times: number[] = [];
  for (const event of hidden) {
    if (event !== undefined) known = [...known, event];
    times.push(await measure(() => void finder.find(records, known)));
  }
  return Math.max(...times);
}

async function refresh(ledger: Ledger, logs: readonly FoundLog[]): Promise<void> {
  await refreshLedger(ledger, logs, { workerPath: WORKER });
  await refreshEvents(ledger.events, logs, WORKER);
}

async function measure(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
