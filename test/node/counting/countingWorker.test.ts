import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileItem, folderItem, type ScopeItem } from '../../../src/core/context/scopeItem.ts';
import { CountingWorker, type CountingWorkerOptions } from '../../../src/node/counting/countingWorker.ts';
import type { LiveDocumentCount } from '../../../src/node/counting/workerMessages.ts';
import { makeRequest } from '../../core/context/makeRequest.ts';
import { makeFolder } from '../temporaryFolder.ts';

const WORKER = join(import.meta.dirname, '../../../dist/worker.cjs');
const oracle = new Tiktoken(o200k);
const count = (text: string) => oracle.encode(text, [], []).length;

/** A real worker thread whose live counts can be awaited. */
function startWorker(path = WORKER, options: CountingWorkerOptions = {}) {
  const counts: LiveDocumentCount[] = [];
  const lost: (string | undefined)[] = [];
  const crashes: string[] = [];
  const events = {
    onCount: (each: LiveDocumentCount) => counts.push(each),
    onLost: (id?: string) => lost.push(id),
    onCrash: (error: Error) => crashes.push(error.message),
  };
  const worker = new CountingWorker(path, events, options);
  onTestFinished(() => worker.dispose());
  const waitFor = (isMet: () => boolean) => expect.poll(isMet, { timeout: 20_000, interval: 5 }).toBe(true);
  return { worker, counts, lost, crashes, waitFor };
}

const CODE = { prose: 0, code: 1, nonLatin: 0 };

const open = (id: string, text: string, version = 1) =>
  ({ type: 'open', id, version, encoding: 'o200k_base', text }) as const;

describe('CountingWorker', () => {
  it('gives outline and symbols of a source, and nothing for a language it does not know', async () => {
    const { worker } = startWorker();
    const text = '/** Adds. */\nfunc Add(a int) int {\n\treturn a\n}\n';
    expect(await worker.ask({ ask: 'source', path: 'a.go', text })).toEqual({
      entries: [{ line: 2, text: 'func Add(a int) int', doc: 'Adds.', children: [] }],
      symbols: [{ name: 'Add', kind: 'function', startLine: 1, endLine: 4 }],
    });
    expect(await worker.ask({ ask: 'source', path: 'a.txt', text })).toBeUndefined();
  });

  it('outlines in a new thread after a text that took all memory of the parser', async () => {
    const { worker, crashes } = startWorker();
    const ask = (text: string) => worker.ask({ ask: 'source', path: 'A.java', text });
    const notRead = [{ line: 1, text: '… 1 line not read', children: [] }];
    expect((await ask('a<'.repeat(15_000)))?.entries).toEqual(notRead);
    expect((await ask('class A {}'))?.entries).toEqual([{ line: 1, text: 'class A', children: [] }]);
    expect(crashes).toEqual(['exit code 1']);
  });

  it('counts a document and follows its edits and selections', async () => {
    const { worker, counts, waitFor } = startWorker();
    worker.send(open('a', 'hello world'));
    worker.send({
      type: 'change',
      id: 'a',
      version: 2,
      changes: [{ rangeOffset: 5, rangeLength: 6, text: ' <|endoftext|>' }],
    });
    worker.send({
      type: 'select',
      id: 'a',
      ranges: [
        { start: 0, end: 5 },
        { start: 6, end: 8 },
      ],
    });
    await waitFor(() => counts.some(({ selected }) => selected !== undefined));
    expect(counts.at(-1)).toEqual({
      id: 'a',
      version: 2,
      count: { tokens: count('hello <|endoftext|>'), mix: CODE },
      selected: { tokens: count('hello') + count('<|'), mix: CODE },
    });
  });

  it('asks for the text again when a change does not follow on what it has', async () => {
    const { worker, lost, waitFor } = startWorker();
    worker.send(open('a', 'x'));
    worker.send({ type: 'change', id: 'a', version: 3, changes: [] });
    worker.send({ type: 'change', id: 'b', version: 2, changes: [] });
    await waitFor(() => lost.length === 2);
    expect([...lost].sort()).toEqual(['a', 'b']);
  });

  it('follows fast edits of a large document and is exact after the last one', async () => {
    const { worker, counts, waitFor } = startWorker();
    const text = 'const value = compute(1234);\n'.repeat(20_000);
    worker.send(open('a', text));
    for (let version = 2; version <= 40; version += 1) {
      worker.send({
        type: 'change',
        id: 'a',
        version,
        changes: [{ rangeOffset: 0, rangeLength: 0, text: 'x ' }],
      });
    }
    await waitFor(() => counts.some(({ version }) => version === 40));
    expect(counts.at(-1)?.count.tokens).toBe(count('x '.repeat(39) + text));
    expect(counts.map(({ version }) => version)).toEqual([...Array(40).keys()].map((index) => index + 1));
  });

  it('takes a change that does not fit its text for a lost event', async () => {
    const { worker, lost, waitFor } = startWorker();
    worker.send(open('a', 'short'));
    worker.send({
      type: 'change',
      id: 'a',
      version: 2,
      changes: [{ rangeOffset: 99, rangeLength: 1, text: '' }],
    });
    worker.send({ type: 'select', id: 'a', ranges: [] });
    await waitFor(() => lost.length === 2);
    worker.send(open('a', 'short again', 7));
    worker.send({
      type: 'change',
      id: 'a',
      version: 8,
      changes: [{ rangeOffset: 5, rangeLength: 6, text: '' }],
    });
    await waitFor(() => lost.length === 2);
  });

  it('ends when idle and asks for its documents when it is needed again', async () => {
    const { worker, counts, lost, crashes, waitFor } = startWorker(WORKER, { idleMs: 1000 });
    worker.send(open('a', 'hello world'));
    await waitFor(() => counts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    worker.send({ type: 'select', id: 'a', ranges: [{ start: 0, end: 5 }] });
    await waitFor(() => lost.length === 1);
    expect(lost).toEqual(['a']);
    expect(crashes).toEqual([]);
  });

  it('keeps the baseline from question to question, for the same roots and encoding', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'a.ts': 'let a;\n', 'b.ts': 'let b;\n' });
    const question = { ask: 'baseline', encoding: 'o200k_base', roots: [folder] } as const;
    const tokensOf = async (more: { changed?: string[]; encoding?: 'cl100k_base' }) =>
      (await worker.ask({ ...question, ...more })).count.tokens;
    expect(await tokensOf({ changed: [] })).toBe(6);
    for (const name of ['a.ts', 'b.ts']) writeFileSync(join(folder, name), '漢字仮名交じり文');
    expect(await tokensOf({ changed: [join(folder, 'a.ts')] })).toBe(12);
    expect(await tokensOf({ changed: [], encoding: 'cl100k_base' })).toBe(20);
  });

  it('answers questions about texts, scopes and files', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'a.ts': 'let a;\n' });
    const text = 'größe 漢字 😀\n'.repeat(100_000);
    writeFileSync(join(folder, 'big.txt'), text);
    const shares: number[] = [];
    const question = { ask: 'largeFile', encoding: 'o200k_base', path: join(folder, 'big.txt') } as const;
    expect((await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'hello world' })).tokens).toBe(2);
    const counted = await worker.ask(question, undefined, (share) => shares.push(share));
    expect(counted.tokens).toBe(count(text));
    expect(shares.at(-1)).toBe(1);
    const roots = [{ path: folder, name: 'p' }];
    const request = makeRequest({
      scope: [fileItem(join(folder, 'a.ts'))],
      roots,
    });
    const answer = await worker.ask({ ask: 'scope', request, withText: true });
    expect(answer.text).toBe('## a.ts\n\n```ts\nlet a;\n```\n');
    expect(answer.measured.total.tokens).toBe(count(answer.text ?? ''));
  }, 60_000);

  it('reduces a text and counts it before and after', async () => {
    const { worker } = startWorker();
    const text = `${'INFO worker polled the queue\n'.repeat(40)}ERROR failed at src/a.ts:12:5\n`;
    const ask = { ask: 'reduce', encoding: 'o200k_base', text } as const;
    const { reduction, before, after } = await worker.ask(ask);
    expect(reduction).toMatchObject({ kind: 'log', notes: [{ cut: 'repeats', count: 38 }] });
    expect(reduction.text).toMatch(/\(×40\)\nINFO .*\nERROR failed at src\/a\.ts:12:5\n$/);
    expect([before.tokens, after.tokens]).toEqual([count(text), count(reduction.text)]);
    const named = await worker.ask({ ...ask, path: 'yarn.lock' });
    expect(named.reduction).toMatchObject({ kind: 'generated', format: 'lock' });
    const unchanged = await worker.ask({ ...ask, kind: 'other' });
    expect(unchanged.reduction).toEqual({ kind: 'other', text, notes: [] });
    expect(unchanged.after).toEqual(unchanged.before);
    const cut = await worker.ask({ ...ask, kind: 'other', maxTokens: 60 });
    expect(cut.after.tokens).toBeLessThanOrEqual(60);
    expect(cut.reduction.notes).toEqual([{ cut: 'truncated', count: cut.before.tokens - cut.after.tokens }]);
  });

  it('measures a scope whose sources the parser does not survive, and outlines the next one', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'A.java': 'a\u2039'.repeat(15_000), 'B.java': 'class B { void m() {} }\n' });
    const ask = async (names: string[]) => {
      const scope = names.map((name): ScopeItem => ({ ...fileItem(join(folder, name)), detail: 'outline' }));
      const request = makeRequest({ scope, roots: [{ path: folder, name: 'p' }] });
      return (await worker.ask({ ask: 'scope', request, withText: true })).text ?? '';
    };
    expect(await ask(['A.java', 'B.java'])).toContain('## A.java');
    expect(await ask(['B.java'])).toContain('1 class B');
  }, 120_000);

  it('gives up a question that is no longer wanted', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'a.ts': 'a' });
    const controller = new AbortController();
    const request = makeRequest({
      scope: [folderItem(folder)],
      roots: [],
    });
    const asked = worker.ask({ ask: 'scope', request, withText: false }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect((await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'a' })).tokens).toBe(1);
  });

  it('reports what fails without losing the worker', async () => {
    const { worker, crashes } = startWorker();
    await expect(
      worker.ask({ ask: 'largeFile', encoding: 'o200k_base', path: '/no/such/file' }),
    ).rejects.toThrow('ENOENT');
    expect((await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'a' })).tokens).toBe(1);
    expect(crashes).toEqual([]);
  });

  it('starts again after a crash, asks for the documents, and asks questions once more', async () => {
    const folder = makeFolder({
      'crash.cjs': `const { parentPort } = require('node:worker_threads');
        const { existsSync, writeFileSync } = require('node:fs');
        parentPort.on('message', (message) => {
          if (message.type !== 'question') return;
          if (!existsSync(__filename + '.once')) { writeFileSync(__filename + '.once', ''); throw new Error('crash'); }
          parentPort.postMessage({ type: 'answer', questionId: message.questionId, answer: 42 });
        });`,
    });
    const { worker, lost, crashes } = startWorker(join(folder, 'crash.cjs'));
    expect(await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'a' })).toBe(42);
    expect(crashes).toEqual(['crash']);
    expect(lost).toEqual([undefined]);
  });
});
