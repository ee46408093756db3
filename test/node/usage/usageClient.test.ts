import { appendFileSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addChoice, NO_CHOICES } from '../../../src/core/dashboard/findings/findingChoices.ts';
import { UsageClient, type UsageClientOptions } from '../../../src/node/usage/usageClient.ts';
import type { UsageStatus } from '../../../src/node/usage/usageMessages.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { toLines } from '../../fixtures/toLines.ts';
import { moreRuns, WASTE_HOME } from '../../fixtures/waste/wasteHome.ts';
import { makeFolder, writeFiles } from '../temporaryFolder.ts';
import { HOME } from './homeFixture.ts';

const WORKER = join(import.meta.dirname, '../../../dist/usageWorker.cjs');
const TRANSCRIPT = '.claude/projects/-p/a.jsonl';

/** A window on the ledger of a home. */
function openWindow(home: string, folder = makeFolder(), options: Partial<UsageClientOptions> = {}) {
  const client = new UsageClient({
    folder,
    places: placesOfHome(home),
    retentionDays: 90,
    workerPath: WORKER,
    ...options,
  });
  onTestFinished(() => client.dispose());
  const statuses: UsageStatus[] = [];
  const follow = () => client.follow((status) => statuses.push(status));
  const countRequests = async () => {
    const rows = await client.ask({ ask: 'rows', by: 'source', filter: {} });
    return rows.reduce((sum, { requests }) => sum + requests, 0);
  };
  const waitForRequests = (requests: number) =>
    expect.poll(countRequests, { timeout: 20_000, interval: 20 }).toBe(requests);
  return { client, statuses, follow, countRequests, waitForRequests };
}

describe('UsageClient', () => {
  it('reads nothing by itself', async () => {
    const { client, countRequests } = openWindow(makeFolder(HOME));
    expect(await countRequests()).toBe(0);
    expect(await client.ask({ ask: 'refresh' })).toMatchObject({
      files: 8,
      store: 'sqlite',
      skips: {},
      qualities: { reported: 8, 'reported-partial': 3 },
    });
    expect(await countRequests()).toBe(10);
  });

  it('follows logs that grow and logs that are new, and tells of each change', async () => {
    const home = makeFolder(HOME);
    const { statuses, follow, waitForRequests } = openWindow(home);
    const following = follow();
    await waitForRequests(10);
    appendFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id: 'msg_5' })]));
    await waitForRequests(11);
    writeFiles(home, { '.claude/projects/-new/c.jsonl': toLines([claudeLine({ id: 'msg_6' })]) });
    await waitForRequests(12);
    const told = statuses.map(({ version, files }) => `${version} of ${files}`);
    expect(told).toEqual([...new Set(told)]);
    following.dispose();
    appendFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id: 'msg_7' })]));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await waitForRequests(12);
  });

  it('shares the work among windows, and another takes over when one is gone', async () => {
    const home = makeFolder(HOME);
    const folder = makeFolder();
    const [one, other] = [openWindow(home, folder), openWindow(home, folder)];
    one.follow();
    await one.waitForRequests(10);
    other.follow();
    await other.waitForRequests(10);
    one.client.dispose();
    appendFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id: 'msg_5' })]));
    // What is not written to any more is not looked at again by itself.
    const cold = join(home, '.claude/projects/-p/b.jsonl');
    appendFileSync(cold, toLines([claudeLine({ id: 'msg_6' })]));
    utimesSync(cold, 1_780_000_000, 1_780_000_000);
    await other.waitForRequests(12);
    expect(other.statuses.length).toBeGreaterThan(0);
  });

  it('deletes all, records what is used from then on, and rebuilds from the logs', async () => {
    const home = makeFolder(HOME);
    const { client, countRequests } = openWindow(home);
    await client.ask({ ask: 'refresh' });
    await client.ask({ ask: 'deleteAll' });
    await client.ask({ ask: 'refresh' });
    expect(await countRequests()).toBe(0);
    appendFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id: 'msg_5' })]));
    await client.ask({ ask: 'refresh' });
    expect(await countRequests()).toBe(1);
    await client.ask({ ask: 'rebuild' });
    expect(await countRequests()).toBe(11);
  });

  it('tells what is kept of logs that are deleted', async () => {
    const home = makeFolder(HOME);
    const { client } = openWindow(home);
    const whole = { calls: 4, sinceDay: '2026-07-01', goneLogs: 0 };
    expect((await client.ask({ ask: 'refresh' })).kept).toEqual(whole);
    for (const gone of ['.claude/projects/-p/b.jsonl', '.gemini'])
      rmSync(join(home, gone), { recursive: true });
    expect((await client.ask({ ask: 'refresh' })).kept).toEqual({ ...whole, goneLogs: 1 });
  });

  it('exports all records', async () => {
    const { client } = openWindow(makeFolder(HOME));
    await client.ask({ ask: 'refresh' });
    const path = join(makeFolder(), 'usage.json');
    const count = await client.ask({ ask: 'export', format: 'json', path });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(count);
    await expect(client.ask({ ask: 'export', format: 'csv', path: join(path, 'no/folder') })).rejects.toThrow(
      /ENOTDIR/,
    );
  });

  it('gives records of the days asked for', async () => {
    const { client } = openWindow(makeFolder(HOME));
    await client.ask({ ask: 'refresh' });
    expect(await client.ask({ ask: 'records', filter: { since: '2026-07-03' } })).toEqual([]);
    expect((await client.ask({ ask: 'records', filter: { until: '2026-07-02' } })).length).toBeGreaterThan(5);
  });

  it('measures again what something was done about, in the sessions since', async () => {
    const home = makeFolder(WASTE_HOME);
    const { client } = openWindow(home);
    const log = '.claude/projects/-p/claude.jsonl';
    const calls = (sessionId: string, day: number, count: number) =>
      toLines(
        Array.from({ length: count }, (_, at) =>
          claudeLine({
            id: `${sessionId}${at}`,
            requestId: `${sessionId}${at}`,
            sessionId,
            time: new Date(Date.UTC(2026, 6, day, 13, 0, at)).toISOString(),
          }),
        ),
      );
    const effect = async () => {
      await client.ask({ ask: 'refresh' });
      const { findings } = await client.ask({ ask: 'findings', choices: NO_CHOICES });
      const reads = findings.find(({ detector }) => detector === 'repeatedReads');
      if (reads === undefined) throw new Error('Nothing was read again.');
      const choices = addChoice(NO_CHOICES, 'take', reads, Date.UTC(2026, 7, 1));
      const { effects } = await client.ask({ ask: 'findings', choices });
      return effects;
    };
    appendFileSync(join(home, log), calls('claude', 1, 20));
    expect(await effect()).toMatchObject([{ verdict: 'tooEarly', callsAfter: 0 }]);
    writeFiles(home, { '.claude/projects/-p/later.jsonl': calls('later', 33, 29) });
    expect(await effect()).toMatchObject([{ verdict: 'tooEarly', callsAfter: 29 }]);
    appendFileSync(join(home, '.claude/projects/-p/later.jsonl'), calls('more', 34, 30));
    const [told] = await effect();
    expect(told).toMatchObject({ verdict: 'worked', tokensPerCallAfter: 0 });
    expect(told?.tokensPerCallBefore).toBeGreaterThan(1000);
  });

  it('finds waste in what was read, and in what is appended', async () => {
    const home = makeFolder(WASTE_HOME);
    const { client } = openWindow(home);
    const findings = async () => {
      await client.ask({ ask: 'refresh' });
      const { findings } = await client.ask({ ask: 'findings', choices: NO_CHOICES });
      return findings.map(({ detector, evidence }) => [detector, evidence.items.length]);
    };
    expect(await findings()).toEqual([
      ['repeatedReads', 3],
      ['repeatedLoops', 3],
    ]);
    const log = '.codex/sessions/2026/07/01/rollout-waste.jsonl';
    appendFileSync(join(home, log), moreRuns(WASTE_HOME[log] ?? ''));
    expect(await findings()).toEqual([
      ['repeatedReads', 3],
      ['repeatedLoops', 4],
    ]);
  });

  it('ends its thread when nobody needs it, and starts it again', async () => {
    const { client, countRequests } = openWindow(makeFolder(HOME), makeFolder(), { idleMs: 100 });
    await client.ask({ ask: 'refresh' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await countRequests()).toBe(10);
  });

  it('says why the thread could not do it', async () => {
    const folder = join(makeFolder({ file: '' }), 'file');
    await expect(openWindow(makeFolder(), folder).client.ask({ ask: 'status' })).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    );
  });
});
