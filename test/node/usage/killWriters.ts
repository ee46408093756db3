/**
 * `node killWriters.ts [kills] [writers]`: processes that read growing logs into one ledger are killed at random moments; what the ledger holds
 * in the end is compared with what the logs hold. The tests do this with fewer; 160 kills of 8 writers take about a minute.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Message, sayMessage } from '../../../src/core/message.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { refreshLedger } from '../../../src/node/usage/refreshLedger.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { HOME } from './homeFixture.ts';

const WRITER = join(import.meta.dirname, 'writeUntilKilled.ts');
const MOST_MS = 60;

export type KilledWriters = {
  kills: number;
  fromLedger: UsageRecord[];
  fromLogs: UsageRecord[];
  notice: Message | undefined;
};

/** Records are in the order of their keys. */
export async function killWriters(kills: number, writers: number): Promise<KilledWriters> {
  const parent = mkdtempSync(join(tmpdir(), 'token-meter-'));
  const [home, folder] = [join(parent, 'home'), join(parent, 'ledger')];
  try {
    growLogs(home, kills);
    const left = { kills };
    await Promise.all(Array.from({ length: writers }, () => killInTurn(home, folder, left)));
    growLogs(home, 0);
    return { kills, ...(await readBoth(home, folder)) };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Starts writers, one after the other, and kills each at some moment after its first round. */
async function killInTurn(home: string, folder: string, left: { kills: number }): Promise<void> {
  while (left.kills-- > 0) {
    const writer: ChildProcess = spawn(process.execPath, [WRITER, home, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(writer, 'exit');
    await Promise.race([writer.stdout && once(writer.stdout, 'data'), ended]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_MS));
    if (writer.exitCode !== null) throw new Error(`A writer ended by itself with code ${writer.exitCode}.`);
    writer.kill('SIGKILL');
    await ended;
    growLogs(home, left.kills);
  }
}

/** Makes each log longer, so that all are whole when there are no kills left; they end anywhere meanwhile. */
function growLogs(home: string, killsLeft: number): void {
  for (const [name, text] of Object.entries(HOME)) {
    const path = join(home, name);
    const bytes = Buffer.from(text);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    const missing = bytes.length - (size ?? 0);
    const more = killsLeft <= 0 ? missing : Math.floor((Math.random() * 2 * missing) / (killsLeft + 1));
    if (size === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes.subarray(0, more));
    } else if (more > 0) appendFileSync(path, bytes.subarray(size, size + Math.min(more, missing)));
  }
}

async function readBoth(home: string, folder: string) {
  const logs = findLogs(placesOfHome(home));
  const { ledger, notice } = await openLedger(folder, Date.now());
  try {
    await refreshLedger(ledger, logs);
    return {
      fromLedger: byKey([...ledger.records()]),
      fromLogs: byKey((await collectUsage(logs)).records),
      notice,
    };
  } finally {
    ledger.close();
  }
}

function byKey(records: readonly UsageRecord[]): UsageRecord[] {
  return [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
}

if (import.meta.main) {
  const [kills = 160, writers = 8] = process.argv.slice(2).map(Number);
  const { fromLedger, fromLogs, notice } = await killWriters(kills, writers);
  const isSame = isDeepStrictEqual(fromLedger, fromLogs) && notice === undefined;
  console.log(
    `${kills} kills of ${writers} writers: ${fromLedger.length} records in the ledger, ${fromLogs.length} in the logs, ${isSame ? 'the same' : 'NOT the same'}`,
    notice === undefined ? '' : sayMessage(notice),
  );
  process.exitCode = isSame ? 0 : 1;
}
