import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CostView, FIRST_VIEW } from '../../../src/core/dashboard/cost/costView.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { NOT_READ, START } from '../../../src/node/usage/logReading.ts';
import { UsageClient } from '../../../src/node/usage/usageClient.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { bundleForNode } from '../buildBundles.ts';
import { atMost, median, printGoals } from '../goal.ts';
import { makeRecords } from './makeRecords.ts';

const FOLDER = join(import.meta.dirname, '../../../.cache/bench/dashboard');
const LOG = join(FOLDER, 'home/.claude/projects/-p/log.jsonl');
const WORKER = join(FOLDER, 'usageWorker.cjs');
const RECORDS = 100_000;
const ROUNDS = 15;

const FILTERED: CostView = { ...FIRST_VIEW, period: '90days', stackBy: 'model' };

/** What the views over the ledger ask for, through its thread as the extension asks: the thread's start and first read once, then answers. */
export async function benchDashboard(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(dirname(LOG), { recursive: true });
  bundleForNode('src/node/usageWorker.ts', WORKER);
  await writeLedger();
  const places = placesOfHome(join(FOLDER, 'home'));
  const client = new UsageClient({ workerPath: WORKER, folder: FOLDER, places, retentionDays: 365 });
  try {
    const ask = (view: CostView) => time(() => client.ask({ ask: 'cost', view }));
    const first = await ask(FIRST_VIEW);
    const again = await repeat(() => ask({ ...FIRST_VIEW, period: 'all' }));
    const filtered = await repeat((round) =>
      ask({ ...FILTERED, filters: { model: 'gpt-5.4', project: `/home/ada/projects/project-${round}` } }),
    );
    const targets = await repeat(() => time(() => client.ask({ ask: 'targets', period: '90days' })));
    const changed = await repeat(async (round) => {
      appendFileSync(LOG, `${JSON.stringify(claudeLine({ id: `msg-${round}`, requestId: `r-${round}` }))}\n`);
      await client.ask({ ask: 'refresh' });
      return ask({ ...FIRST_VIEW, period: 'all' });
    });
    const session = await repeat((round) => ask({ ...FILTERED, session: `session-${round}` }));
    console.log(`\nA thread that starts, opens the ledger and reads all of it: ${first.toFixed(0)} ms.`);
    printGoals(`the dashboard over ${RECORDS.toLocaleString('en')} records, ms`, [
      atMost('a snapshot of all costs', 100, again),
      atMost('the same once more is logged', 100, changed),
      atMost('a click on a filter', 100, filtered),
      atMost('the targets', 100, targets),
      atMost("a session's timeline", 100, session),
    ]);
  } finally {
    client.dispose();
    rmSync(FOLDER, { recursive: true });
  }
}

async function writeLedger(): Promise<void> {
  const { ledger } = await openLedger(FOLDER, Date.now());
  const checkpoint = { ...START, ...NOT_READ, skips: {} };
  ledger.write([{ path: '/log', records: makeRecords(RECORDS, Date.now()), events: [], checkpoint }]);
  ledger.close();
}

async function repeat(measure: (round: number) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await measure(round));
  return median(times);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
