import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { type LogOutputChannel, window } from 'vscode';
import { BaselineStore } from '../../src/host/baselineStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { countTokens } from './support/countTokens.ts';
import { eventually, pause } from './support/eventually.ts';
import { workerPath } from './support/extension.ts';
import { makeFolder, workspaceRoot } from './support/workspaceFolder.ts';

describe('the store of the baseline', () => {
  const folder = makeFolder();
  let log: LogOutputChannel;
  let worker: CountingWorker;
  let store: BaselineStore;

  beforeEach(() => {
    for (const name of readdirSync(folder.path)) rmSync(folder.uri(name).fsPath, { recursive: true });
    log = window.createOutputChannel('Token Meter Tests', { log: true });
    worker = new CountingWorker(workerPath(), {});
    store = new BaselineStore(worker, 'o200k_base', log);
  });

  afterEach(() => {
    for (const part of [store, worker, log]) part.dispose();
  });

  /** What a walk finds now. */
  const measureAnew = () => worker.ask({ ask: 'baseline', encoding: 'o200k_base', roots: [workspaceRoot()] });

  async function countedTokens(): Promise<number> {
    await eventually(() => ok(store.current));
    return store.current?.count.tokens ?? 0;
  }

  it('does nothing before somebody needs it', async () => {
    let events = 0;
    store.onDidChange(() => {
      events += 1;
    });
    folder.write({ 'a.ts': 'let a;\n' });
    store.setEncoding('cl100k_base');
    await pause(600);
    deepEqual([store.current, events], [undefined, 0]);
  });

  it('counts the whole workspace', async () => {
    store.follow();
    await countedTokens();
    deepEqual(store.current, await measureAnew());
  });

  it('follows files and folders that come, change, move and go, and ignore files', async () => {
    store.follow();
    const before = await countedTokens();
    const expectMore = (tokens: number) =>
      eventually(() => equal(store.current?.count.tokens, before + tokens));
    folder.write({ 'a.ts': 'let a = 1;\n', 'b.ts': 'let b;\n' });
    await expectMore(9);
    folder.write({ 'a.ts': 'let a;\n' });
    await expectMore(6);
    folder.write({ 'sub/c.ts': 'let c;\n' });
    await expectMore(9);
    renameSync(folder.uri('sub').fsPath, folder.uri('moved').fsPath);
    folder.write({ 'b.ts': '' });
    await expectMore(6);
    const rules = '/moved/\n';
    folder.write({ '.gitignore': rules });
    await expectMore(3 + countTokens(rules));
    for (const name of ['.gitignore', 'moved', 'a.ts', 'b.ts'])
      rmSync(folder.uri(name).fsPath, { recursive: true });
    await expectMore(0);
  });

  it('counts again in another encoding, and shows no number meanwhile', async () => {
    folder.write({ 'a.txt': '漢字仮名交じり文'.repeat(100) });
    store.follow();
    const before = await countedTokens();
    store.setEncoding('cl100k_base');
    equal(store.current, undefined);
    ok((await countedTokens()) > before);
  });

  it('knows and follows nothing once it is cancelled, until it is needed again', async () => {
    store.follow();
    const before = await countedTokens();
    store.cancel();
    equal(store.current, undefined);
    folder.write({ 'more.ts': 'let a;\n' });
    await pause(600);
    equal(store.current, undefined);
    store.follow();
    equal(await countedTokens(), before + 3);
  });

  it('says no more after it was disposed of', async () => {
    store.follow();
    await countedTokens();
    let events = 0;
    store.onDidChange(() => {
      events += 1;
    });
    folder.write({ 'last.ts': 'x' });
    store.dispose();
    await pause(600);
    equal(events, 0);
  });
});
