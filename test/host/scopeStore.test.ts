import { deepEqual, equal, ok } from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type LogOutputChannel, Position, window } from 'vscode';
import { fileItem, folderItem, linesItem, type ScopeItem } from '../../src/core/context/scopeItem.ts';
import { ScopeStore } from '../../src/host/scopeStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { countTokens } from './support/countTokens.ts';
import { openFile } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { workerPath } from './support/extension.ts';
import { startClean } from './support/scope.ts';
import { storageOf } from './support/storage.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const FILES = { 'a.ts': 'let a = 1;\n', 'sub/b.ts': 'let b;\n', 'sub/c.ts': 'let c;\n' };

const NO_UNDO_STOPS = { undoStopBefore: false, undoStopAfter: false };

describe('the store of the scope', () => {
  startClean();
  const folder = makeFolder(FILES);
  const [a, b, sub] = ['a.ts', 'sub/b.ts', 'sub'].map((name) => folder.uri(name).fsPath) as [
    string,
    string,
    string,
  ];
  let log: LogOutputChannel;
  let worker: CountingWorker;
  let store: ScopeStore;
  const open = (storage = storageOf(new Map())) => new ScopeStore(storage, worker, 'o200k_base', log);

  beforeEach(() => {
    folder.write(FILES);
    log = window.createOutputChannel('Token Meter Tests', { log: true });
    worker = new CountingWorker(workerPath(), {});
    store = open();
  });

  afterEach(() => {
    for (const part of [store, worker, log]) part.dispose();
  });

  /** Waits until what is measured are these files with these counts or reasons; `items` are their totals. */
  async function expectMeasured(files: Record<string, number | string>, limitMs?: number): Promise<void> {
    const read = () =>
      (store.measured?.items ?? []).flatMap((item) =>
        item.files.map(({ path, count, skip }) => [
          path.slice(folder.path.length + 1),
          count?.tokens ?? skip,
        ]),
      );
    await eventually(() => deepEqual(Object.fromEntries(read()), files), limitMs);
  }

  it('measures the files and the very text that would be copied', async () => {
    await store.replace([folderItem(folder.path)]);
    await expectMeasured({ 'a.ts': 6, 'sub/b.ts': 3, 'sub/c.ts': 3 });
    const answer = await worker.ask({ ask: 'scope', request: await store.buildRequest(), withText: true });
    equal(store.measured?.total.tokens, countTokens(answer.text ?? ''));
  });

  it('keeps the scope between sessions, and starts with an empty one when what was kept is no scope', async () => {
    const kept = new Map<string, unknown>();
    const scope: ScopeItem[] = [fileItem(a), linesItem(b, { startLine: 1, endLine: 1 })];
    const before = open(storageOf(kept));
    await before.replace(scope);
    before.dispose();
    const [after, broken] = [
      open(storageOf(kept)),
      open(storageOf(new Map([['scope', [{ kind: 'file' }]]]))),
    ];
    deepEqual([after.scope, broken.scope], [scope, []]);
    for (const each of [after, broken]) each.dispose();
  });

  // Not below `sub`: VS Code may miss a folder that is made in the same moment as the one around it.
  it('follows files that come, change and go', async () => {
    await store.replace([folderItem(folder.path)]);
    await expectMeasured({ 'a.ts': 6, 'sub/b.ts': 3, 'sub/c.ts': 3 });
    folder.write({ 'a.ts': 'let a;\n', 'new.ts': 'x' });
    await expectMeasured({ 'a.ts': 3, 'new.ts': 1, 'sub/b.ts': 3, 'sub/c.ts': 3 });
    rmSync(a);
    rmSync(folder.uri('new.ts').fsPath);
    await expectMeasured({ 'sub/b.ts': 3, 'sub/c.ts': 3 });
  });

  it('notices that the folder around a file has gone or got another name, and that it is back', async () => {
    await store.replace([fileItem(b)]);
    await expectMeasured({ 'sub/b.ts': 3 });
    renameSync(dirname(b), `${dirname(b)}-renamed`);
    await expectMeasured({ 'sub/b.ts': 'missing' });
    renameSync(`${dirname(b)}-renamed`, dirname(b));
    await expectMeasured({ 'sub/b.ts': 3 });
    rmSync(sub, { recursive: true });
    await expectMeasured({ 'sub/b.ts': 'missing' });
  });

  it('follows what is typed and not saved, and takes it back', async () => {
    await store.replace([fileItem(a)]);
    await expectMeasured({ 'a.ts': 6 });
    const editor = await openFile(folder.uri('a.ts'));
    await editor.edit((edit) => edit.insert(new Position(1, 0), 'let more;\n'));
    await expectMeasured({ 'a.ts': 9 });
    deepEqual(Object.values((await store.buildRequest()).unsaved), ['let a = 1;\nlet more;\n']);
    await editor.edit((edit) => edit.delete(editor.document.lineAt(1).rangeIncludingLineBreak));
    await editor.document.save();
    await expectMeasured({ 'a.ts': 6 });
    deepEqual((await store.buildRequest()).unsaved, {});
  });

  it('measures while somebody types without a pause', async () => {
    await store.replace([fileItem(a)]);
    await expectMeasured({ 'a.ts': 6 });
    const editor = await openFile(folder.uri('a.ts'));
    const typing = setInterval(() => {
      void editor.edit((edit) => edit.insert(new Position(1, 0), 'x'), NO_UNDO_STOPS);
    }, 30);
    try {
      await eventually(() => ok((store.measured?.items[0]?.total.tokens ?? 0) > 6), 5000);
    } finally {
      clearInterval(typing);
    }
  });

  it('takes no other text than that of unsaved documents in the scope', async () => {
    const other = await openFile(folder.uri('sub/c.ts'));
    await other.edit((edit) => edit.insert(new Position(0, 0), 'x'));
    await store.replace([fileItem(a)]);
    deepEqual((await store.buildRequest()).unsaved, {});
  });

  it('counts again in another encoding, and shows no number meanwhile', async () => {
    folder.write({ 'a.ts': 'größe 漢字 😀\n' });
    await store.replace([fileItem(a)]);
    await expectMeasured({ 'a.ts': countTokens('größe 漢字 😀\n', 'o200k_base') });
    store.setEncoding('cl100k_base');
    equal(store.measured, undefined);
    await expectMeasured({ 'a.ts': countTokens('größe 漢字 😀\n', 'cl100k_base') });
  });

  it('has no measure once it is empty, also when one is under way', async () => {
    await store.replace([folderItem(folder.path)]);
    await pause(160);
    await store.replace([]);
    await pause(500);
    equal(store.measured, undefined);
  });

  it('says no more after it was disposed of', async () => {
    await store.replace([fileItem(a)]);
    await expectMeasured({ 'a.ts': 6 });
    let events = 0;
    store.onDidChange(() => {
      events += 1;
    });
    folder.write({ 'a.ts': 'x' });
    store.dispose();
    await pause(600);
    equal(events, 0);
  });
});
