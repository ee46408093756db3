import { deepEqual, equal, match } from 'node:assert/strict';
import { fileItem, globItem } from '../../src/core/context/scopeItem.ts';
import { countTokens } from './support/countTokens.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyDocuments, copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const SOURCE = `/** Adds two numbers. */
export function add(a: number, b: number): number {
${'  // A long body.\n'.repeat(100)}  return a + b;
}
`;

describe('how much of an item goes in', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'a.ts': SOURCE, 'b.ts': 'export const b = 2;\n' });
  const [a, b] = [folder.uri('a.ts'), folder.uri('b.ts')];
  const rowOf = (item: { path: string }) => ({ item, path: item.path, isPart: false });
  const row = rowOf(fileItem(a.fsPath));

  it('is chosen from what each detail comes to', async () => {
    await run('addToScope', a);
    questions.answer('outline');
    await run('chooseDetail', row);
    const { title, items } = questions.asked[0]!;
    equal(title, 'How much of a.ts goes in');
    deepEqual(
      items.map(({ label }) => label),
      ['$(check) full', 'outline', 'excerpt', 'diff', 'reduced'],
    );
    match(
      items[0]?.description ?? '',
      new RegExp(`^${countTokens(SOURCE)} tokens · \\$0\\.00\\d+ · the whole text$`),
    );
    const [document] = await copyDocuments();
    match(document?.text ?? '', /function add\(a: number, b: number\): number/);
    equal(document?.text.includes('A long body'), false);
    match(
      items[1]?.description ?? '',
      new RegExp(`^${countTokens(document?.text ?? '')} tokens · .* · signatures and types, no bodies$`),
    );
    // Without Git there is no diff, and that is no number.
    equal(items[3]?.description, 'nothing · what has changed since the last commit');
  });

  it('stays as it is on Escape', async () => {
    await run('addToScope', a);
    const before = await copyText();
    questions.answer(undefined);
    await run('chooseDetail', row);
    equal(await copyText(), before);
  });

  it('counts all files of a pattern', async () => {
    const glob = globItem(folder.path, '*.ts');
    questions.answer(`${folder.label}/*.ts`, 'excerpt');
    await run('addGlobToScope');
    await run('chooseDetail', rowOf(glob));
    const all = countTokens(SOURCE) + countTokens('export const b = 2;\n');
    await eventually(() =>
      match(questions.asked[1]?.items[0]?.description ?? '', new RegExp(`^${all} tokens`)),
    );
  });

  it('is first in the text when it is kept first, and back in its place when not', async () => {
    await run('addToScope', a, [a, b]);
    const order = async () => (await copyDocuments()).map(({ path }) => path.slice(-4));
    const rowOfB = rowOf(fileItem(b.fsPath));
    await run('keepFirst', rowOfB);
    deepEqual(await order(), ['b.ts', 'a.ts']);
    await run('keepInPlace', rowOfB);
    deepEqual(await order(), ['a.ts', 'b.ts']);
  });

  it('asks for an item when there is none', async () => {
    await run('chooseDetail');
    await run('keepFirst');
    deepEqual(
      messages.warnings,
      Array.from({ length: 2 }, () => 'Token Meter: Select an item in the Scope view first.'),
    );
  });
});
