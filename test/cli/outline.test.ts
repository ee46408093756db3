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
