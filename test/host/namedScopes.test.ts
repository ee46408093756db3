import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LogOutputChannel, window } from 'vscode';
import {
  fileItem,
  folderItem,
  gitDiffItem,
  globItem,
  linesItem,
  problemsItem,
  type ScopeItem,
  symbolItem,
  textItem,
} from '../../src/core/context/scopeItem.ts';
import { EMPTY_TASK } from '../../src/core/context/task.ts';
import { LiveMeter } from '../../src/host/liveMeter.ts';
import { Meter } from '../../src/host/meter.ts';
import {
  deleteNamedScope,
  exportScope,
  importScope,
  renameActiveScope,
  saveScope,
  switchToScope,
  undoScopeChange,
} from '../../src/host/namedScopes.ts';
import { ScopeStore } from '../../src/host/scopeStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { SCOPE_FILE_FOLDER } from '../../src/node/scope/scopeFile.ts';
import { workerPath } from './support/extension.ts';
import { hearOffers, type Offer } from './support/offers.ts';
import { answerQuestions } from './support/questions.ts';
import { startClean } from './support/scope.ts';
import { storageOf } from './support/storage.ts';
import { makeFolder, workspaceRoot } from './support/workspaceFolder.ts';

const TASK = { goal: 'Fix it\nSoon', constraints: 'None', doneCriteria: 'Green', filesToTouch: 'a.ts' };

describe('named scopes', () => {
  startClean();
  const questions = answerQuestions();
  const offers = hearOffers('showWarningMessage');
  const folder = makeFolder({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'sub/c.ts': 'c\n' });
  const path = (name: string) => folder.uri(name).fsPath;
  const [a, b] = [fileItem(path('a.ts')), fileItem(path('b.ts'))];
  const exported = join(workspaceRoot(), '.token-meter');
  const exportedFile = (name: string) => join(workspaceRoot(), SCOPE_FILE_FOLDER, name);
  let kept: Map<string, unknown>;
  let log: LogOutputChannel;
  let counter: CountingWorker;
  let store: ScopeStore;
  let live: LiveMeter;
  const exits = () => ({ store, counter, meter: new Meter(live, store) });
  const open = () => new ScopeStore(storageOf(kept), counter, 'o200k_base', log);
  const ids = () => store.scope.map(({ id }) => id);
  const names = () => store.library.scopes.map(({ name }) => name);

  beforeEach(() => {
    kept = new Map();
    log = window.createOutputChannel('Token Meter Tests', { log: true });
    counter = new CountingWorker(workerPath(), {});
    store = open();
    live = new LiveMeter(workerPath(), 'o200k_base', log);
  });
  afterEach(() => {
    for (const part of [live, store, counter, log]) part.dispose();
    rmSync(exported, { recursive: true, force: true });
  });

  async function saveAs(name: string, items: readonly ScopeItem[]): Promise<void> {
    await store.replace(items);
    questions.answer(name);
    await saveScope(store);
  }

  /** Does what asks before it replaces something, and presses a button of the question, or none. */
  async function confirmed(work: () => Promise<void>, button?: string): Promise<string | undefined> {
    const done = work();
    const { promise: asked, resolve } = Promise.withResolvers<Offer>();
    const looking = setInterval(() => offers[0] && resolve(offers[0]), 5);
    const offer = await Promise.race([asked, done.then(() => undefined)]);
    clearInterval(looking);
    offer?.press(button);
    await done;
    return offer?.message;
  }

  it('are saved, kept up to date and switched between, and survive a new session', async () => {
    await saveAs('dates', [a]);
    await store.setTask(TASK);
    questions.answer('Unnamed');
    await switchToScope(store);
    deepEqual([ids(), store.task], [[], EMPTY_TASK]);
    await store.replace([b]);
    store.dispose();
    store = open();
    deepEqual([ids(), store.library.active], [[b.id], '']);
    questions.answer('dates');
    await switchToScope(store);
    deepEqual([ids(), store.task], [[a.id], TASK]);
    const [unnamed, dates] = questions.asked.at(-1)?.items ?? [];
    deepEqual([unnamed?.label, unnamed?.description], ['$(check) Unnamed', '1 item']);
    deepEqual([dates?.label, dates?.description, dates?.detail], ['dates', '1 item', 'Fix it']);
  });

  it('can start empty, and have no name of blanks only or of more than 100 characters', async () => {
    await store.replace([a]);
    questions.answer(
      '$(add) New Scope',
      'fresh',
      '$(add) New Scope',
      '  ',
      '$(add) New Scope',
      'x'.repeat(101),
    );
    for (let times = 3; times > 0; times -= 1) await switchToScope(store);
    deepEqual([names(), store.library.active, ids()], [['', 'fresh'], 'fresh', []]);
    deepEqual(
      questions.asked.flatMap(({ problem }) => problem ?? []),
      ['A name has at least one character.', 'At most 100 characters.'],
    );
  });

  it('replace one of the same name only when that is confirmed', async () => {
    await saveAs('one', [a]);
    await saveAs('two', [b]);
    questions.answer('one');
    equal(await confirmed(() => saveScope(store)), 'Replace the scope “one”?');
    deepEqual([store.library.active, ids()], ['two', [b.id]]);
    offers.length = 0;
    questions.answer('one');
    await confirmed(() => saveScope(store), 'Replace');
    deepEqual([store.library.active, ids(), names().sort()], ['one', [b.id], ['', 'one', 'two']]);
  });

  it('get another name, but not one that is taken', async () => {
    await saveAs('one', [a]);
    await saveAs('two', [b]);
    questions.answer('one', 'three');
    await rejects(renameActiveScope(store), /There is a scope “one” already\. Choose another name\./);
    await renameActiveScope(store);
    deepEqual([store.library.active, names().sort()], ['three', ['', 'one', 'three']]);
  });

  it('are deleted, and brought back by undoing it', async () => {
    await rejects(deleteNamedScope(store), /No scope has been saved under a name yet\./);
    await saveAs('dates', [a]);
    questions.answer('$(check) dates');
    await deleteNamedScope(store);
    deepEqual([names(), ids()], [[''], []]);
    await undoScopeChange(store);
    deepEqual([store.library.active, ids()], ['dates', [a.id]]);
  });

  it('undo what was cleared, what was typed as one step, and then say that there is no more', async () => {
    await store.replace([a, b]);
    for (const goal of ['F', 'Fi', 'Fix']) await store.setTask({ ...EMPTY_TASK, goal });
    await store.replace([]);
    await undoScopeChange(store);
    deepEqual([ids(), store.task.goal], [[a.id, b.id], 'Fix']);
    await undoScopeChange(store);
    deepEqual([ids(), store.task.goal], [[a.id, b.id], '']);
    await undoScopeChange(store);
    deepEqual(ids(), []);
    await rejects(undoScopeChange(store), /There is no change of the scope to undo in this session\./);
  });

  it('have nothing to undo where nothing has changed', async () => {
    await store.replace([a]);
    await store.replace([{ ...a }]);
    await store.setTask({ ...EMPTY_TASK });
    await undoScopeChange(store);
    deepEqual(ids(), []);
  });

  const ALL_KINDS: ScopeItem[] = [
    a,
    { ...folderItem(folder.path), excluded: [path('b.ts')], detail: 'outline' },
    globItem(folder.path, '**/*.ts'),
    linesItem(path('a.ts'), { startLine: 1, endLine: 1 }),
    { ...symbolItem(path('a.ts'), 'A.b', { startLine: 1, endLine: 1 }), checked: false },
    gitDiffItem(workspaceRoot(), { to: 'branch', branch: 'main' }),
    { ...problemsItem(workspaceRoot()), stable: true },
    textItem('note', 'Only words: “quotes”, \\ and\nlines.\n'),
  ];

  it('come back from a file of the workspace as they were, items of every kind', async () => {
    await store.replace(ALL_KINDS);
    await store.setTask(TASK);
    questions.answer('All kinds / größe');
    await exportScope(exits());
    const text = readFileSync(exportedFile('All-kinds-größe.json'), 'utf8');
    equal(text.includes(workspaceRoot()), false, 'no path of this machine');
    await store.replace([]);
    await store.setTask(EMPTY_TASK);
    questions.answer('All-kinds-größe.json');
    await importScope(store);
    deepEqual([store.library.active, store.task, store.scope], ['All kinds / größe', TASK, ALL_KINDS]);
  });

  it('replace a file only when that is confirmed, and come in beside one of the same name', async () => {
    await saveAs('dates', [a]);
    await exportScope(exits());
    await store.replace([b]);
    const before = readFileSync(exportedFile('dates.json'), 'utf8');
    equal(await confirmed(() => exportScope(exits())), `Replace ${SCOPE_FILE_FOLDER}/dates.json?`);
    equal(readFileSync(exportedFile('dates.json'), 'utf8'), before);
    questions.answer('dates.json');
    await importScope(store);
    deepEqual([store.library.active, ids(), names()], ['dates 2', [a.id], ['', 'dates', 'dates 2']]);
  });

  const item = (more: object) =>
    JSON.stringify({
      version: 1,
      name: 'x',
      task: {},
      items: [{ kind: 'file', checked: true, detail: 'full', ...more }],
    });
  const WRONG: Record<string, [text: string, why: RegExp]> = {
    'that is broken': ['{ "version": 1, ', /it is not JSON \(/],
    'that is empty': ['', /it is not JSON \(/],
    'that is something else': [
      '{ "name": "left-pad", "dependencies": {} }',
      /it has no version, so it is no scope/,
    ],
    'that is a list': ['[1, 2]', /it has no version/],
    'of a newer version': [
      '{ "version": 2, "whatever": true }',
      /it was written by a newer version of Token Meter \(2\): update the extension\./,
    ],
    'without items': ['{ "version": 1, "name": "x" }', /items: /],
    'with an unknown kind': [item({ kind: 'planet', path: 'a' }), /item 1: kind: /],
    'that leads out of the workspace': [
      item({ path: '../secret' }),
      /item 1: "\.\.\/secret" leaves the workspace\./,
    ],
    'with an absolute path': [
      item({ path: '/etc/passwd' }),
      /item 1: "\/etc\/passwd" leaves the workspace\./,
    ],
  };
  for (const [what, [text, why]] of Object.entries(WRONG)) {
    it(`take no file ${what}, and say why`, async () => {
      await saveAs('mine', [a]);
      const before = store.library;
      mkdirSync(join(workspaceRoot(), SCOPE_FILE_FOLDER), { recursive: true });
      writeFileSync(exportedFile('wrong.json'), text);
      questions.answer('wrong.json');
      await rejects(importScope(store), (error: Error) => {
        match(error.message, /^wrong\.json cannot be imported: /);
        match(error.message, why);
        return true;
      });
      equal(store.library, before);
    });
  }

  it('take in a file with the mark that Windows puts before a text', async () => {
    mkdirSync(join(workspaceRoot(), SCOPE_FILE_FOLDER), { recursive: true });
    writeFileSync(exportedFile('marked.json'), `\ufeff${item({ path: 'a.ts' })}`);
    questions.answer('marked.json');
    await importScope(store);
    deepEqual(ids(), [fileItem(join(workspaceRoot(), 'a.ts')).id]);
  });

  it('say where their files are looked for when there are none', async () => {
    await rejects(importScope(store), /There are no scopes in \.token-meter\/scopes\. Export one first/);
  });
});
