import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PLANTED_GLOBALS } from './plantedGlobals.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');
const PROJECTS = Object.keys(PLANTED_GLOBALS);

describe('one tsconfig per runtime', () => {
  const copy = copyTree();
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('compiles the tree as it is, and no planted violation', { timeout: 120_000 }, () => {
    expect(compile(copy)).toEqual([]);

    const planted = PROJECTS.flatMap((project) => plant(copy, project));
    const failed = new Set(compile(copy).map((error) => error.replace(/\(.*/s, '')));
    expect(planted.filter(({ path }) => !failed.has(path))).toEqual([]);
    expect([...failed].filter((path) => !planted.some((file) => file.path === path))).toEqual([]);
  });
});

function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'token-meter-types-'));
  for (const name of ['src', 'webview', 'tsconfig.json', 'package.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Writes the planted files of `project`, and one that others may try to import. */
function plant(copy: string, project: string): { path: string; source: string }[] {
  writeFileSync(join(copy, project, 'plantedTarget.ts'), 'export const target = 1;\n');
  return (PLANTED_GLOBALS[project] ?? []).map((source, index) => {
    const path = `${project}/planted${index}.ts`;
    writeFileSync(join(copy, path), `${source}\n`);
    return { path, source };
  });
}

/** Error messages, each starting with the path of its file. */
function compile(copy: string): string[] {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [COMPILER, '-b', '--pretty', 'false', ...PROJECTS],
    { cwd: copy, encoding: 'utf8' },
  );
  if (error !== undefined) throw error;
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => /error TS\d+/.test(line));
  return status === 0 || errors.length > 0 ? errors : [`tsc ended with ${status}: ${stdout}${stderr}`];
}
