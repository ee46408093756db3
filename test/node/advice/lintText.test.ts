import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INSTRUCTION_TEMPLATE } from '../../../src/core/advice/instructionTemplate.ts';
import { lintText, readInstructions } from '../../../src/node/advice/lintText.ts';
import { testCounter } from '../../core/tokens/testCounter.ts';
import { makeFolder } from '../temporaryFolder.ts';

const counter = testCounter('o200k_base');

function checksOf(root: string, path: string, text: string): string[] {
  return lintText({ text, path: join(root, path), root }, counter).advice.map(({ check }) => check);
}

describe('lintText', () => {
  it.each([
    ['CLAUDE.md', 'instructions'],
    ['packages/a/AGENTS.md', 'instructions'],
    ['.github/copilot-instructions.md', 'instructions'],
    ['.github/instructions/style.instructions.md', 'instructions'],
    ['.claude/skills/review/SKILL.md', 'instructions'],
    ['fix.prompt.md', 'prompt'],
    ['README.md', 'prompt'],
  ])('takes %s for %s', (path, kind) => {
    const root = makeFolder();
    expect(lintText({ text: 'a', path: join(root, path), root }, counter).kind).toBe(kind);
  });

  it('asks no goal of instructions, and no order of a prompt', () => {
    const root = makeFolder();
    expect(checksOf(root, 'CLAUDE.md', 'We use React.\n')).toEqual([]);
    expect(checksOf(root, 'task.md', 'We use React.\n')).toEqual(['noGoal']);
  });

  it('finds a secret by every scanner there is', () => {
    const key = ['AKIA', 'Q3EGRIVSXNB2ZL4M'].join('');
    expect(checksOf(makeFolder(), 'CLAUDE.md', `- Key: ${key}\n`)).toEqual(['secrets']);
  });

  it('looks for paths beside the file and in the project, and for none outside of it', () => {
    const root = makeFolder({ 'docs/style.md': '', 'src/a.ts': '' });
    const text = 'See [style](style.md), src/a.ts, src/b.ts and ../../elsewhere/c.ts.\n';
    const [advice, ...more] = lintText({ text, path: join(root, 'docs/CLAUDE.md'), root }, counter).advice;
    expect([advice?.title.values, more]).toEqual([['src/b.ts'], []]);
  });

  it('says nothing about paths where there is no project', () => {
    const text = 'Why is src/b.ts there?\n';
    expect(lintText({ text, path: 'Untitled-1' }, counter).advice).toEqual([]);
  });

  it('does not hold a file against itself', () => {
    const text = 'Always use tabs for indentation in code.\n';
    const root = makeFolder({ 'AGENTS.md': text });
    expect(checksOf(root, 'AGENTS.md', text)).toEqual([]);
  });

  it('finds nothing in the template', () => {
    expect(checksOf(makeFolder(), 'CLAUDE.md', INSTRUCTION_TEMPLATE)).toEqual([]);
    expect(counter.countTokens(INSTRUCTION_TEMPLATE)).toBeLessThan(200);
  });
});

describe('readInstructions', () => {
  it('reads those of the project, and follows no link that leads out of it', () => {
    const outside = makeFolder({ 'secret.md': 'secret' });
    const root = makeFolder({ 'CLAUDE.md': 'a', '.github/copilot-instructions.md': 'b' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'AGENTS.md'));
    expect(readInstructions(root)).toEqual([
      { path: 'CLAUDE.md', text: 'a' },
      { path: '.github/copilot-instructions.md', text: 'b' },
    ]);
  });
});
