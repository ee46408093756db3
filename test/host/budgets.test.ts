import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Memento } from 'vscode';
import { BudgetAlerts } from '../../src/host/budgetAlerts.ts';
import { BudgetStore } from '../../src/host/budgetStore.ts';
import { createLog } from '../../src/host/log.ts';
import { Meter } from '../../src/host/meter.ts';
import { ScopeStore } from '../../src/host/scopeStore.ts';
import { TierAdvice } from '../../src/host/tierAdvice.ts';
import { UsageStore } from '../../src/host/usageStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { claudeLine } from '../core/usage/sources/claudeLine.ts';
import { toLines } from '../fixtures/toLines.ts';
import { eventually, pause } from './support/eventually.ts';
import { usageWorkerPath, workerPath } from './support/extension.ts';
import { followEditors } from './support/liveMeter.ts';
import { hearOffers } from './support/offers.ts';
import { storageOf } from './support/storage.ts';
import { useSettings } from './support/useSettings.ts';
import { makeFolder } from './support/workspaceFolder.ts';

/** A call of now as Claude Code logs it: a million tokens of input on Opus 4.8, which takes $5 for them. */
function logLine(id: string): string {
  const usage = {
    input_tokens: 1_000_000,
    output_tokens: 0,
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
    cache_creation: null,
  };
  const fields = { cwd: '/home/ann/shop' };
  return toLines([
    claudeLine({ id, model: 'claude-opus-4-8', time: new Date().toISOString(), usage, fields }),
  ]);
}

describe('budgets of periods', () => {
  const offers = hearOffers('showWarningMessage');
  const use = useSettings();
  const live = followEditors();
  const home = makeFolder({}, tmpdir());
  const logPath = join(home.path, '.claude/projects/project/session-1.jsonl');
  const opened: { dispose(): void }[] = [];
  /** The extension itself is a window of its own here, with marks of its own: it tells everything once more. */
  const heard = (count: number) => eventually(() => equal(offers.length, count), 30_000);

  /** A window: stores of their own over one ledger and one folder of marks. */
  function openWindow(folder: string): BudgetStore {
    const log = createLog();
    const own = <T extends { dispose(): void }>(part: T): T => {
      opened.push(part);
      return part;
    };
    const usage = own(new UsageStore(usageWorkerPath(), join(folder, 'a/b/usage'), log));
    const counter = own(new CountingWorker(workerPath(), { onCrash: () => undefined }));
    const storage: Memento = storageOf(new Map());
    const store = own(new ScopeStore(storage, counter, 'o200k_base', log));
    const meter = own(new Meter(live.meter, store));
    const sources = { usage, meter, advice: new TierAdvice(meter, store), store, log };
    const budgets = own(new BudgetStore({ ...sources, folder: join(folder, 'marks') }));
    own(new BudgetAlerts(budgets, log));
    return budgets;
  }

  beforeEach(async () => {
    mkdirSync(join(logPath, '..'), { recursive: true });
    writeFileSync(logPath, logLine('1'));
    await use('usageRoots', [home.path]);
  });
  afterEach(() => {
    for (const part of opened.splice(0).reverse()) part.dispose();
  });

  it('tell at 80 % and at 100 %, once, in one of two windows, and follow the logs for it', async () => {
    await use('budgets', [{ per: 'day', project: 'shop', hardUsd: 6 }]);
    const folder = makeFolder({}, tmpdir()).path;
    const [first, second] = [openWindow(folder), openWindow(folder)];
    await eventually(() => equal(first.periods[0]?.level, 'near'), 30_000);
    await eventually(() => equal(second.periods[0]?.level, 'near'), 30_000);
    await heard(2);
    match(
      offers[0]?.message ?? '',
      /^Token Meter: 83 % of the budget “Today · shop” is spent: \$5\.00 of \$6\.00\.$/,
    );
    deepEqual(offers[0]?.buttons, ['Show Costs', 'Never for This Budget']);
    equal(first.breach, undefined);
    writeFileSync(logPath, logLine('2'), { flag: 'a' });
    await eventually(() => equal(first.breach, 'hard'), 30_000);
    await eventually(() => equal(second.breach, 'hard'), 30_000);
    await heard(4);
    match(
      offers.at(-1)?.message ?? '',
      /is exceeded: \$10\.00 of \$6\.00\. What other tools send cannot be stopped/,
    );
    writeFileSync(logPath, logLine('3'), { flag: 'a' });
    await eventually(() => equal(first.periods[0]?.spentUsd, 15), 30_000);
    await pause();
    equal(offers.length, 4);
  });

  it('can be muted for good, also for what comes later', async () => {
    await use('budgets', [{ per: 'month', project: 'shop', hardUsd: 1 }]);
    const folder = makeFolder({}, tmpdir()).path;
    const budgets = openWindow(folder);
    await heard(2);
    for (const offer of offers) offer.press('Never for This Budget');
    await eventually(() => equal(budgets.breach, undefined));
    equal(budgets.periods[0]?.level, 'over');
    equal(openWindow(folder).isMuted(JSON.stringify(['month', 'shop', 'usd', null, 1])), true);
  });

  it('are left alone where none is set: nothing is read', async () => {
    const budgets = openWindow(makeFolder({}, tmpdir()).path);
    await pause(300);
    equal(budgets.spends, undefined);
    deepEqual([budgets.periods, budgets.uses, budgets.breach], [[], [], undefined]);
  });

  it('that are wrong are said with their field, and the others hold', async () => {
    await use('budgets', [
      { per: 'day', hardUsd: -1 },
      { scope: '*', hardTokens: 5 },
    ]);
    await eventually(() => ok(offers.some(({ message }) => message.includes('budgets[0].hardUsd must be'))));
    equal(openWindow(makeFolder({}, tmpdir()).path).uses.length, 1);
  });
});
