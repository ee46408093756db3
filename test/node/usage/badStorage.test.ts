import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { message } from '../../../src/core/message.ts';
import { importSqlite } from '../../../src/node/usage/importSqlite.ts';
import { UsageClient } from '../../../src/node/usage/usageClient.ts';
import type { UsageStatus } from '../../../src/node/usage/usageMessages.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { toLines } from '../../fixtures/toLines.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { HOME } from './homeFixture.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const isWindows = process.platform === 'win32';

/** The sums of a home into a ledger, as a command of a shell; `who` may be another user. */
function runUsage(home: string, ledger: string, before = '', who: { uid?: number; gid?: number } = {}) {
  const args = [
    process.execPath,
    join(DIST, 'cli.js'),
    'usage',
    '--home',
    home,
    '--ledger',
    ledger,
    '--json',
  ];
  const command = `${before}exec ${args.map((arg) => `'${arg}'`).join(' ')}`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', ...who });
  const rows = JSON.parse(stdout) as { requests: number }[];
  return { requests: rows.reduce((sum, row) => sum + row.requests, 0), stderr };
}

function makeLargeHome(): string {
  const lines = Array.from({ length: 3000 }, (_, id) => claudeLine({ id: `msg_${id}` }));
  return makeFolder({ '.claude/projects/p/a.jsonl': toLines(lines) });
}

describe('storage that cannot be written', () => {
  it.skipIf(isWindows)('is said where it is full; sums are right, and what was missed is read later', () => {
    const [home, ledger] = [makeLargeHome(), join(makeFolder(), 'ledger')];
    // No file may grow beyond so many blocks of 512 bytes: less than the ledger needs.
    const full = runUsage(home, ledger, 'ulimit -f 300; ');
    expect(full).toEqual({
      requests: 3000,
      stderr: expect.stringMatching(/^The ledger in .* cannot be used/),
    });
    expect(runUsage(home, ledger)).toEqual({ requests: 3000, stderr: '' });
    expect(runUsage(makeFolder(), ledger).requests).toBe(3000);
  });

  it.skipIf(isWindows)('is said where it is read-only; sums are right', () => {
    const home = makeFolder(HOME);
    const parent = makeFolder();
    for (const folder of [home, parent]) chmodSync(folder, 0o555);
    // The administrator may write anywhere.
    const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { requests, stderr } = runUsage(home, join(parent, 'ledger'), '', who);
    expect([requests, stderr]).toEqual([
      10,
      expect.stringMatching(/^The ledger in .* cannot be used \(EACCES/),
    ]);
  });

  it('is said where it is locked, until it is not, and nothing is missed', async () => {
    const [home, folder] = [makeFolder(HOME), makeFolder()];
    const options = { folder, places: placesOfHome(home), retentionDays: 3650 };
    const client = new UsageClient({ ...options, workerPath: join(DIST, 'usageWorker.cjs') });
    onTestFinished(() => client.dispose());
    const statuses: UsageStatus[] = [];
    client.follow((status) => statuses.push(status));
    const poll = (last: () => unknown) => expect.poll(last, { timeout: 60_000, interval: 50 });
    await poll(() => statuses.at(-1)?.qualities.reported).toBe(8);

    const { DatabaseSync } = await importSqlite();
    const other = new DatabaseSync(join(folder, 'ledger.db'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    appendFileSync(join(home, '.claude/projects/-p/a.jsonl'), toLines([claudeLine({ id: 'msg_5' })]));
    await poll(() => statuses.at(-1)?.notice).toEqual(
      message(
        'Usage could not be saved ({0}). It is tried again by itself; if this stays, look whether the disk is full or read-only.',
        'database is locked',
      ),
    );
    // SQLite has waited for 5 seconds; LOCKED_MS asks for a longer lock.
    await new Promise((resolve) => setTimeout(resolve, Number(process.env['LOCKED_MS'] ?? 0)));
    other.exec('ROLLBACK');
    await poll(() => statuses.at(-1)?.qualities.reported).toBe(9);
    await poll(() => statuses.at(-1)?.notice).toBeUndefined();
  });
});
