import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/core/context/render/formats.ts';
import { makeFolder } from '../node/temporaryFolder.ts';
import { runCli } from './runCli.ts';

// Put together at run time: no file of this project holds anything that looks like a key.
const KEY = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
const RIGHT_TO_LEFT = '\u202e';

const pack = (cwd: string, ...args: string[]) => runCli(cwd, 'pack', ...args);

async function packJson(cwd: string, ...args: string[]) {
  const { stdout, stderr, code } = await pack(cwd, ...args, '--json');
  return { ...JSON.parse(stdout), stderr, code };
}

describe('token-meter pack', () => {
  it('prints the text, and to the side what it came to', async () => {
    const cwd = makeFolder({ 'a.ts': 'let a = 1;\n', 'b.md': 'word '.repeat(1000), 'c.bin': '\0' });
    const { stdout, stderr, code } = await pack(cwd, 'a.ts', '*.bin');
    expect(stdout).toBe('## a.ts\n\n```ts\nlet a = 1;\n```\n');
    expect(stderr).toBe(
      'skipped c.bin: binary file\n1 file · 15 tokens · 99 % less than all files · 1 skipped\n',
    );
    expect(code).toBe(0);
  });

  it.each([
    ['o200k_base', o200k],
    ['cl100k_base', cl100k],
  ] as const)('counts the very text in %s', async (encoding, ranks) => {
    const cwd = makeFolder({ 'CLAUDE.md': 'Be brief.\n', 'a.ts': 'let a = 1;\n', 'b.ts': `k = '${KEY}'\n` });
    const report = await packJson(cwd, '.', '--encoding', encoding, '--task', 'Fix it');
    const count = (text: string) => new Tiktoken(ranks).encode(text, [], []).length;
    expect(report.totalTokens).toBe(count(report.text));
    expect(report.baselineTokens).toBe(
      count('Be brief.\n') + count('let a = 1;\n') + count(`k = '${KEY}'\n`),
    );
    expect(report.stableTokens).toBe(count('## CLAUDE.md\n\n```md\nBe brief.\n```\n'));
    expect(report.text.indexOf('Fix it')).toBeGreaterThan(report.text.indexOf('Be brief.'));
    expect(report).toMatchObject({ encoding, format: 'markdown', task: 'Fix it', code: 0 });
  });

  it.each([
    ['md', 'markdown'],
    ['markdown', 'markdown'],
    ['xml', 'xml'],
    ['plain', 'plain'],
  ] as const)('takes files, folders and globs, in the format %s', async (option, format) => {
    const cwd = makeFolder({
      '.gitignore': 'out\n',
      'src/a.ts': 'a',
      'src/b.py': 'b',
      'src/out/c.ts': 'c',
      'test/d.ts': 'd\n',
      'test/.e.ts': 'e',
      'test/f.js': 'f',
    });
    const { stdout, code } = await pack(cwd, 'src', 'test/*.{ts,md}', 'src/a.ts', '--format', option);
    expect(FORMATS[format].parse(stdout)).toEqual([
      { path: 'src/a.ts', text: 'a' },
      { path: 'src/b.py', text: 'b' },
      { path: 'test/.e.ts', text: 'e' },
      { path: 'test/d.ts', text: 'd\n' },
    ]);
    expect(code).toBe(0);
  });

  it('takes a file for a file though its name could be a glob', async () => {
    const cwd = makeFolder({ 'app/[id].ts': 'one', 'app/i.ts': 'other' });
    const { files } = await packJson(cwd, 'app/[id].ts');
    expect(files).toEqual([{ path: 'app/[id].ts', detail: 'full', tokens: 1 }]);
  });

  it('shows paths from the root, wherever it is run', async () => {
    const root = makeFolder({ 'src/a.ts': 'a', 'b.ts': 'b' });
    const { files } = await packJson(join(root, 'src'), 'a.ts', '../b.ts', '--root', '..');
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['src/a.ts', 'b.ts']);
  });

  it('gives each file at the detail asked for, or says at which', async () => {
    const cwd = makeFolder({ 'long.txt': 'some words here\n'.repeat(500), 'short.txt': 'one' });
    const { files, savedPercent } = await packJson(cwd, '.', '--detail', 'excerpt');
    expect(files).toMatchObject([
      { path: 'long.txt', detail: 'excerpt' },
      { path: 'short.txt', detail: 'full', tokens: 1 },
    ]);
    expect(savedPercent).toBeGreaterThan(70);
  });

  it('gives the outlines of sources', async () => {
    const cwd = makeFolder({ 'a.ts': `export function add(a: number) {\n${'  a += 1;\n'.repeat(50)}}\n` });
    const { files, text } = await packJson(cwd, 'a.ts', '--detail', 'outline');
    expect(files).toMatchObject([{ path: 'a.ts', detail: 'outline' }]);
    expect(text).toContain('export function add(a: number)');
    expect(text).not.toContain('a += 1');
  });

  it('gives what has changed since the last commit', async () => {
    const cwd = makeFolder({ 'a.ts': 'one\n', 'b.ts': 'same\n', '.env': 'A=1\n' });
    const git = (...args: string[]) => execFileSync('git', ['-C', cwd, ...args]);
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'first');
    writeFileSync(join(cwd, 'a.ts'), 'two\n');
    writeFileSync(join(cwd, '.env'), 'A=hidden\n');
    const { stdout, stderr } = await pack(cwd, '.', '--detail', 'diff');
    expect(stdout).toContain('-one\n+two\n');
    expect(stdout).not.toContain('hidden');
    expect(stderr).toContain('skipped .env: likely to hold secrets: left out\n');
  });

  it('redacts secrets, leaves invisible characters out and says where', async () => {
    const cwd = makeFolder({ 'a.ts': `\n\nconst key = '${KEY}';\n`, 'b.ts': 'x\u200b\u200b\n' });
    const { stdout, stderr } = await pack(cwd, '.', '--task', `Use ${KEY}`);
    expect(stdout).not.toContain(KEY);
    expect(stdout).not.toContain('\u200b');
    expect(stderr).toContain('redacted in a.ts:3: ');
    expect(stderr).toContain('redacted in the task or a heading: ');
    expect(stderr).toContain('left out of b.ts:1: 2 × ZERO WIDTH SPACE\n');
    const report = await packJson(cwd, '.');
    expect(report.redacted).toEqual([{ path: 'a.ts', line: 3, kind: expect.any(String) }]);
    expect(report.invisible).toEqual([{ path: 'b.ts', line: 1, names: ['ZERO WIDTH SPACE'], count: 2 }]);
    expect(JSON.stringify(report)).not.toContain(KEY);
  });

  it('skips what is likely to hold secrets even when it is named, and goes on', async () => {
    const cwd = makeFolder({ '.env': 'A=hidden\n', 'a.ts': 'a' });
    symlinkSync('.env', join(cwd, 'settings.txt'));
    const { skipped, files, text, code } = await packJson(cwd, '.', '.env', 'settings.txt');
    expect(skipped).toEqual([
      { path: '.env', reason: 'denied' },
      { path: 'settings.txt', reason: 'denied' },
    ]);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['a.ts']);
    expect(text).not.toContain('hidden');
    expect(code).toBe(1);
  });

  it('says why a path could not be taken', async () => {
    const outside = makeFolder({ 'secret.txt': 'hidden' });
    const cwd = makeFolder({ 'a.ts': 'a' });
    symlinkSync('loop', join(cwd, 'loop'));
    symlinkSync(join(outside, 'secret.txt'), join(cwd, 'link.txt'));
    const log = openSync(join(cwd, 'huge.log'), 'w');
    ftruncateSync(log, 1024 ** 3);
    closeSync(log);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const named = ['a.ts', 'gone.ts', 'loop', 'link.txt', 'huge.log', 'pipe', '*.py', 'x'.repeat(300)];
    const { skipped, text, code } = await packJson(cwd, ...named);
    expect(skipped).toEqual([
      { path: 'gone.ts', reason: 'missing' },
      { path: 'loop', reason: 'loop' },
      { path: 'link.txt', reason: 'outside' },
      { path: 'huge.log', reason: 'tooLarge' },
      { path: 'pipe', reason: 'special' },
      { path: '*.py', reason: 'noMatch' },
      { path: 'x'.repeat(300), reason: 'failed' },
    ]);
    expect(text).toBe('## a.ts\n\n```ts\na\n```\n'.replace('## a.ts', '## a.ts (no newline at end)'));
    expect(code).toBe(1);
  });

  it('says so when there is nothing to pack', async () => {
    const cwd = makeFolder({ '.env': 'A=1\n', 'a.bin': '\0' });
    const { stdout, stderr, code } = await pack(cwd, '.', '--task', 'Do it');
    expect(stdout).toBe('');
    expect(stderr).toContain('skipped .env: likely to hold secrets: left out\n');
    expect(stderr).toContain('Nothing to pack');
    expect(code).toBe(1);
  });

  it('gives paths of any name back, and cannot be made to write what it should not', async () => {
    const names = ['line\nbreak.ts', 'quo"te.ts', `${RIGHT_TO_LEFT}st.ts`, '## b.ts', '-dash.ts', 'b`t.ts'];
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, 'x\n'])));
    const { stdout, stderr, code } = await pack(cwd, '--', ...names, 'go\nne');
    expect(FORMATS.markdown.parse(stdout)).toEqual(names.map((path) => ({ path, text: 'x\n' })));
    expect(stdout).not.toContain(RIGHT_TO_LEFT);
    expect(stderr).toContain('skipped go�ne: not found\n');
    expect(code).toBe(1);
  });

  it('takes a task of any size from a file', async () => {
    const task = `${'Make it work. '.repeat(8000)}\n\`\`\`\n## a.ts\n`;
    const cwd = makeFolder({ 'a.ts': 'a\n', 'task.md': task });
    const { stdout } = await pack(cwd, 'a.ts', '--task-file', 'task.md');
    expect(FORMATS.markdown.parse(stdout)).toEqual([
      { task: `Goal:\n${task.trim()}\n` },
      { path: 'a.ts', text: 'a\n' },
    ]);
  });

  it('takes one line of many megabytes', async () => {
    const cwd = makeFolder({ 'line.txt': 'word '.repeat(2_000_000) });
    const { files } = await packJson(cwd, 'line.txt', '--detail', 'excerpt');
    expect(files).toMatchObject([{ path: 'line.txt', detail: 'excerpt' }]);
    expect(files[0].tokens).toBeLessThanOrEqual(400);
  });

  it.each([
    [['pack'], 'Name at least one file, folder or glob to pack.'],
    [['pack', '../other.ts'], '"../other.ts" is outside of'],
    [['pack', 'a', '--root', 'a'], '--root takes a folder, and "a" is none.'],
    [['pack', 'a', '--detail', 'short'], 'Unknown detail "short". Known: full, outline'],
    [['pack', 'a', '--format', 'pdf'], 'Unknown format "pdf". Known: md, markdown, xml, plain.'],
    [['pack', 'a', '--encoding', 'p50k'], 'Unknown encoding "p50k". Known: o200k_base, cl100k_base.'],
    [['pack', 'a', '--task', 'x', '--task-file', 'a'], 'Give the task with --task or with --task-file'],
    [['pack', 'a', '--task-file', 'gone'], 'Cannot read the task from "gone": not found.'],
  ])('explains %j', async (args, message) => {
    const { stdout, stderr, code } = await runCli(makeFolder({ a: 'x' }), ...args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage:');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
