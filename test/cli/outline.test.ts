import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../node/outline/testParser.ts';
import { makeFolder } from '../node/temporaryFolder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

function run(cwd: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'outline', ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('token-meter outline', () => {
  it('prints outlines below their paths, and to the side what they save', () => {
    const cwd = makeFolder({
      'a.ts': 'export function a(): number {\n  return 1;\n}\n',
      'b.py': 'def b():\n    pass\n',
    });
    expect(run(cwd, 'a.ts', 'b.py')).toEqual({
      stdout: 'a.ts\n1 export function a(): number\n\nb.py\n1 def b()\n\n',
      stderr: 'a.ts: 12 → 7 tokens\nb.py: 6 → 4 tokens\n',
      status: 0,
    });
  });

  it('redacts secrets in what it prints', () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const key = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
    const cwd = makeFolder({ 'a.ts': `export function a(token = '${key}'): number {\n  return 1;\n}\n` });
    const { stdout, stderr } = run(cwd, 'a.ts');
    expect(stdout).toBe("1 export function a(token = '[redacted: GitHub token]'): number\n");
    expect(stderr).toMatch(/^redacted in a.ts, line 1 of what is printed: GitHub token\na.ts: /);
    expect(JSON.parse(run(cwd, 'a.ts', '--json').stdout).files[0].redacted).toEqual([
      { line: 1, kind: 'GitHub token' },
    ]);
  });

  it('has every language in the built bundle', () => {
    const cwd = makeFolder(Object.fromEntries(FIXTURES.map(({ path, text }) => [path, text])));
    const { stdout } = run(cwd, '--json', ...FIXTURES.map(({ path }) => path));
    const { files } = JSON.parse(stdout) as { files: { path: string; text: string }[] };
    expect(files.map(({ path, text }) => [path, text])).toEqual(
      FIXTURES.map(({ path, outline }) => [path, outline]),
    );
  });

  it('says of which files there is no outline', () => {
    expect(run(makeFolder({ 'a.json': '{}' }), 'a.json', 'gone.ts')).toEqual({
      stdout: '',
      stderr: 'cannot outline a.json: no outline for this language\ncannot outline gone.ts: not found\n',
      status: 1,
    });
  });

  it('asks for a file', () => {
    const { stderr, status } = run(makeFolder());
    expect(stderr).toContain('Name at least one source file.');
    expect(status).toBe(2);
  });
});
