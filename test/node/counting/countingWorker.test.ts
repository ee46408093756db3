import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileItem, folderItem } from '../../../src/core/context/scopeItem.ts';
import { CountingWorker } from '../../../src/node/counting/countingWorker.ts';
import type { LiveDocumentCount } from '../../../src/node/counting/workerMessages.ts';
import { makeFolder } from '../temporaryFolder.ts';

const WORKER = join(import.meta.dirname, '../../../dist/worker.cjs');
const oracle = new Tiktoken(o200k);
const count = (text: string) => oracle.encode(text, [], []).length;

/** A real worker thread whose live counts can be awaited. */
function startWorker(path = WORKER) {
  const counts: LiveDocumentCount[] = [];
  const lost: (string | undefined)[] = [];
  const crashes: string[] = [];
  const worker = new CountingWorker(path, {
    onCount: (each) => counts.push(each),
    onLost: (id) => lost.push(id),
    onCrash: (error) => crashes.push(error.message),
  });
  onTestFinished(() => worker.dispose());
  const waitFor = (isMet: () => boolean) => expect.poll(isMet, { timeout: 20_000, interval: 5 }).toBe(true);
  return { worker, counts, lost, crashes, waitFor };
}

const open = (id: string, text: string, version = 1) =>
  ({ type: 'open', id, version, encoding: 'o200k_base', text }) as const;

describe('CountingWorker', () => {
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
    await waitFor(() => counts.some(({ selectedTokens }) => selectedTokens !== undefined));
    expect(counts.at(-1)).toEqual({
      id: 'a',
      version: 2,
      tokens: count('hello <|endoftext|>'),
      selectedTokens: count('hello') + count('<|'),
    });
  });

  it('asks for the text again when a change does not follow on what it has', async () => {
    const { worker, lost, waitFor } = startWorker();
    worker.send(open('a', 'x'));
    worker.send({ type: 'change', id: 'a', version: 3, changes: [] });
    worker.send({ type: 'change', id: 'b', version: 2, changes: [] });
    await waitFor(() => lost.length === 2);
    expect(lost).toEqual(['a', 'b']);
  });

  it('tells only the newest count of a large document that is being edited', async () => {
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
    expect(counts.at(-1)?.tokens).toBe(count('x '.repeat(39) + text));
    expect(counts.length).toBeLessThan(10);
  }, 60_000);

  it('answers questions about texts, scopes and files', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'a.ts': 'let a;\n' });
    const text = 'größe 漢字 😀\n'.repeat(100_000);
    writeFileSync(join(folder, 'big.txt'), text);
    const shares: number[] = [];
    const question = { ask: 'file', encoding: 'o200k_base', path: join(folder, 'big.txt') } as const;
    expect(await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'hello world' })).toBe(2);
    expect(await worker.ask(question, undefined, (share) => shares.push(share))).toBe(count(text));
    expect(shares.at(-1)).toBe(1);
    const roots = [{ path: folder, name: 'p' }];
    const request = {
      scope: [fileItem(join(folder, 'a.ts'))],
      roots,
      encoding: 'o200k_base',
      unsaved: {},
    } as const;
    const answer = await worker.ask({ ask: 'scope', request, withText: true });
    expect(answer.text).toBe('## a.ts\n\n```ts\nlet a;\n```\n');
    expect(answer.measured.totalTokens).toBe(count(answer.text ?? ''));
  }, 60_000);

  it('gives up a question that is no longer wanted', async () => {
    const { worker } = startWorker();
    const folder = makeFolder({ 'a.ts': 'a' });
    const controller = new AbortController();
    const request = { scope: [folderItem(folder)], roots: [], encoding: 'o200k_base', unsaved: {} } as const;
    const asked = worker.ask({ ask: 'scope', request, withText: false }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'a' })).toBe(1);
  });

  it('reports what fails without losing the worker', async () => {
    const { worker, crashes } = startWorker();
    await expect(worker.ask({ ask: 'file', encoding: 'o200k_base', path: '/no/such/file' })).rejects.toThrow(
      'ENOENT',
    );
    expect(await worker.ask({ ask: 'text', encoding: 'o200k_base', text: 'a' })).toBe(1);
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
