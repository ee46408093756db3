import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { importSqlite } from '../../../src/node/usage/importSqlite.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { toLines } from '../../fixtures/toLines.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { HOME } from './homeFixture.ts';

const FOLLOWER = join(import.meta.dirname, 'followUntilKilled.ts');
const TRANSCRIPT = '.claude/projects/-p/a.jsonl';

/** A process that looks at usage, and the number of requests it has told last. */
function startWindow(home: string, folder: string) {
  const window: ChildProcess = spawn(process.execPath, [FOLLOWER, home, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void window.kill('SIGKILL'));
  let told = '';
  window.stdout?.on('data', (data: Buffer) => {
    told += data.toString();
  });
  return { window, requests: () => Number(told.trimEnd().split('\n').at(-1)) };
}

it('shares the work among processes, one of which reads, and another takes over when that is killed', async () => {
  const [home, folder] = [makeFolder(HOME), makeFolder()];
  const windows = [startWindow(home, folder), startWindow(home, folder), startWindow(home, folder)];
  const allTell = (requests: number, of = windows) =>
    expect
      .poll(() => of.map((each) => each.requests()), { timeout: 40_000, interval: 50 })
      .toEqual(of.map(() => requests));
  const append = (id: string) => appendFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id })]));
  await allTell(10);

  const { DatabaseSync } = await importSqlite();
  const ledger = new DatabaseSync(join(folder, 'ledger.db'), { readOnly: true });
  onTestFinished(() => ledger.close());
  const readReader = () =>
    Number.parseInt(String(ledger.prepare('SELECT owner FROM lease').get()?.['owner']), 10);
  const reader = windows.find(({ window }) => window.pid === readReader());
  append('msg_5');
  await allTell(11);
  expect(readReader()).toBe(reader?.window.pid);

  reader?.window.kill('SIGKILL');
  await once(reader!.window, 'exit');
  const others = windows.filter((each) => each !== reader);
  append('msg_6');
  await allTell(12, others);
  expect(others.map(({ window }) => window.pid)).toContain(readReader());
});
