import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, workspace } from 'vscode';
import type { CostSnapshot } from '../../src/core/dashboard/cost/costSnapshot.ts';
import { FIRST_VIEW } from '../../src/core/dashboard/cost/costView.ts';
import { createLog } from '../../src/host/log.ts';
import { TodayCost } from '../../src/host/todayCost.ts';
import { UsageStore } from '../../src/host/usageStore.ts';
import { claudeLine } from '../core/usage/sources/claudeLine.ts';
import { toLines } from '../fixtures/toLines.ts';
import { eventually } from './support/eventually.ts';
import { usageWorkerPath } from './support/extension.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const ROOTS = 'tokenMeter.usage.roots';

/** A call of now as Claude Code logs it. */
function logLine(id: string, outputTokens: number): string {
  const usage = {
    input_tokens: 10,
    output_tokens: outputTokens,
    cache_read_input_tokens: 100,
    cache_creation_input_tokens: 0,
    cache_creation: null,
  };
  const time = new Date().toISOString();
  return toLines([claudeLine({ id, model: 'claude-sonnet-4-6', time, usage })]);
}

describe('usage from logs', () => {
  const home = makeFolder({}, tmpdir());
  const ledger = makeFolder({}, tmpdir());
  const logPath = join(home.path, '.claude/projects/project/session-1.jsonl');
  let usage: UsageStore;

  before(async () => {
    mkdirSync(join(logPath, '..'), { recursive: true });
    writeFileSync(logPath, logLine('1', 20));
    await workspace.getConfiguration().update(ROOTS, [home.path], ConfigurationTarget.Global);
    usage = new UsageStore(usageWorkerPath(), join(ledger.path, 'a/b/usage'), createLog());
    usage.setLookedAt(usage, true);
  });
  after(async () => {
    usage.dispose();
    await workspace.getConfiguration().update(ROOTS, undefined, ConfigurationTarget.Global);
  });

  let latest: CostSnapshot | undefined;
  const today = () => latest?.total;
  const eventuallyToday = (check: () => void) =>
    eventually(async () => {
      latest = await usage.ask({ ask: 'cost', view: { ...FIRST_VIEW, period: 'today' } });
      check();
    }, 20_000);

  it('tells what was used today while somebody looks, and follows what is appended', async () => {
    await eventuallyToday(() => equal(today()?.outputTokens, 20));
    deepEqual([today()?.inputTokens, today()?.cacheReadTokens, today()?.requests], [10, 100, 1]);
    writeFileSync(logPath, logLine('2', 5), { flag: 'a' });
    await eventuallyToday(() => equal(today()?.outputTokens, 25));
    equal(latest?.tables.find(({ by }) => by === 'model')?.rows[0]?.key, 'claude-sonnet-4-6');
  });

  it("tells the day's cost while the setting wants it, and only then", async () => {
    const shown = new TodayCost(usage);
    const set = (isWanted: boolean | undefined) =>
      workspace
        .getConfiguration()
        .update('tokenMeter.statusBar.showTodayCost', isWanted, ConfigurationTarget.Global);
    try {
      equal(shown.current, undefined);
      await set(true);
      await eventually(() => equal(shown.current?.requests, 2));
      await set(undefined);
      await eventually(() => equal(shown.current, undefined));
    } finally {
      await set(undefined);
      shown.dispose();
    }
  });

  it('keeps what was read when the log goes, exports it, and forgets it when told', async () => {
    rmSync(logPath);
    const file = join(ledger.path, 'usage.csv');
    equal(await usage.exportTo(file, 'csv'), 2);
    match(readFileSync(file, 'utf8'), /claude-sonnet-4-6/);
    await usage.rebuild();
    await eventuallyToday(() => equal(today()?.requests, 2));
    await usage.deleteAll();
    await eventuallyToday(() => equal(today()?.requests, 0));
  });
});
