import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../node/temporaryFolder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const LOG = `${'10:00:01 INFO step 17 done\n'.repeat(200)}10:00:09 ERROR step failed at src/a.ts:12:5\n`;

type Result = { stdout: string; stderr: string; code: number | null };

async function run(cwd: string, args: string[], input = ''): Promise<Result> {
  const child = spawn(process.execPath, [CLI, 'reduce', ...args], { cwd });
  const result = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { ...result, code };
}

describe('token-meter reduce', () => {
  it('prints the reduced log, and to the side what that saves', async () => {
    const { stdout, stderr, code } = await run(makeFolder({ 'a.log': LOG }), ['a.log']);
    expect(stdout).toContain('\nERROR step failed at src/a.ts:12:5\n');
    expect(stderr).toMatch(/^[\d,]+ → \d+ tokens \(log\)\n$/);
    expect(code).toBe(0);
  });

  it('reads standard input and prints JSON', async () => {
    const { stdout, stderr, code } = await run(makeFolder(), ['-', '--json'], LOG);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      kind: 'log',
      notes: [{ cut: 'repeats' }, { cut: 'timestamps', count: 201 }],
    });
    expect(report.afterTokens).toBeLessThan(report.beforeTokens / 20);
    expect(Object.keys(report)).toEqual([
      'kind',
      'beforeTokens',
      'afterTokens',
      'text',
      'notes',
      'redacted',
      'invisible',
    ]);
    expect([stderr, code]).toEqual(['', 0]);
  });

  it('keeps to a number of tokens', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `${'word '.repeat(index % 9)}${index}.`).join(
      '\n',
    );
    const { stdout } = await run(makeFolder({ 'a.txt': text }), [
      'a.txt',
      '--tokens',
      '100',
      '--kind',
      'other',
      '--json',
    ]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ kind: 'other', notes: [{ cut: 'truncated' }] });
    expect(report.afterTokens).toBeLessThanOrEqual(100);
    expect(report.afterTokens).toBeGreaterThan(85);
    expect(report.text).toMatch(/\n… [\d,]+ tokens left out …\n/);
  });

  it('redacts secrets, says where, and keeps to the number of tokens all the same', async () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const lines = Array.from(
      { length: 60 },
      (_, index) => `step ${index} PASSWORD=${'Xq7'}v${index}z!\u200b`,
    );
    const cwd = makeFolder({ 'a.txt': lines.join('\n') });
    const whole = await run(cwd, ['a.txt', '--kind', 'other']);
    expect(whole.stdout).not.toMatch(/Xq7|\u200b/);
    expect(whole.stdout).toContain('step 7 PASSWORD=[redacted: password]\n');
    expect(whole.stderr).toContain('redacted in a.txt, line 8 of what is printed: password\n');
    expect(whole.stderr).toContain('left out of a.txt, line 1 of what is printed: 1 × ZERO WIDTH SPACE\n');
    const cut = JSON.parse(
      (await run(cwd, ['a.txt', '--kind', 'other', '--tokens', '100', '--json'])).stdout,
    );
    expect(cut.text).not.toContain('Xq7');
    expect(cut.redacted[0]).toEqual({ line: 1, kind: 'password' });
    expect(cut.afterTokens).toBeLessThanOrEqual(100);
    expect(cut.afterTokens).toBeGreaterThan(50);
  });

  it('takes the text for what it is told', async () => {
    const cwd = makeFolder({
      'package-lock.json': JSON.stringify({ packages: Array(99).fill({ name: 'a' }) }),
    });
    expect((await run(cwd, ['package-lock.json'])).stdout).toBe(
      '[package-lock.json: lock file of npm, 1 line left out]\n',
    );
    expect((await run(cwd, ['package-lock.json', '--kind', 'json'])).stderr).toMatch(
      / tokens \(json: JSON\)\n$/,
    );
  });

  it('keeps the errors and places in the middle of a log that is too large to be held', async () => {
    const half = LOG.repeat(5_000);
    const cwd = makeFolder({
      'big.log': `${half}ERROR only once at src/middle.ts:7:3\n${half}ERROR the end\n`,
    });
    const { stdout, stderr, code } = await run(cwd, ['big.log']);
    expect(stdout).toContain('\nERROR only once at src/middle.ts:7:3\n');
    expect(stdout).toContain('\nERROR step failed at src/a.ts:12:5  (×');
    expect(stdout).toContain('\nERROR the end\n');
    expect(stderr).toMatch(
      /^52 MB: the first 2 MB and the last 4 MB, of the rest 1 line with new errors or places\n[\d,]+ → \d+ tokens \(log\)\n$/,
    );
    expect(code).toBe(0);
    const report = JSON.parse((await run(cwd, ['-', '--json'], `${half}ERROR new\n${half}`)).stdout);
    expect(report).toMatchObject({ kind: 'log', keptLines: 1, droppedLines: 0 });
    expect(report.leftOutBytes).toBe(Buffer.byteLength(`${half}ERROR new\n${half}`) - 6 * 1024 * 1024);
  });

  it('reads the start and the end of what is no log, a single line for instance, and says so', async () => {
    const { stdout, stderr } = await run(makeFolder({ 'long.txt': 'lorem ipsum '.repeat(2_000_000) }), [
      'long.txt',
    ]);
    expect(stderr).toContain('23 MB: only the first 2 MB and the last 4 MB were read\n');
    expect(stdout.length).toBe(6 * 1024 * 1024 + 1);
    const asLog = await run(
      makeFolder(),
      ['-', '--kind', 'log'],
      `ERROR ${'lorem ipsum '.repeat(2_000_000)}`,
    );
    expect(asLog.stdout).toMatch(/^ERROR lorem ipsum .* characters left out /m);
  });

  it.each([
    ['gone', 'cannot reduce gone: not found\n'],
    ['.', 'cannot reduce .: not a regular file\n'],
    ['b.bin', 'cannot reduce b.bin: binary file\n'],
  ])('says why it cannot read %s', async (path, message) => {
    const { stderr, code } = await run(makeFolder({ 'b.bin': 'a\0b' }), [path]);
    expect([stderr, code]).toEqual([message, 1]);
  });

  it.each([
    [[], 'Name one file, or - for standard input.'],
    [['a', 'b'], 'Name one file, or - for standard input.'],
    [['a', '--tokens', '0'], '--tokens takes a whole number above 0, not "0".'],
    [['a', '--kind', 'x'], 'Unknown kind "x". Known: log, json, table, generated, other.'],
  ])('explains %j', async (args, message) => {
    const { stderr, code } = await run(makeFolder({ a: 'x' }), args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('gives back empty text as it is', async () => {
    expect(await run(makeFolder(), ['-'])).toEqual({ stdout: '', stderr: '0 → 0 tokens (other)\n', code: 0 });
  });
});
