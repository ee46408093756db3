import { cpSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const NODE_MODULES = join(import.meta.dirname, '../../../node_modules');
const TEXT = /\.(js|mjs|cjs|ts|mts|cts|json|md|css|html|txt|yml)$/;
const FILES = 5_000;
/** With the stubs left out, 5,000 files come to about 50 MB. */
const SMALLEST_BYTES = 200;
const LARGEST_BYTES = 1_000_000;

/** Patterns that a repository has; the two logs are what they ignore here. */
const IGNORE_FILE = 'node_modules/\n*.log\n*.tmp\n/coverage/\n.cache\n!keep.log\n';
const IGNORED = ['debug.log', 'coverage/report.txt'];

/** A folder of 5,000 text files, taken evenly from the installed packages, and an ignore file; new below `parent`. */
export function makePackFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'token-meter-bench-'));
  const folder = join(parent, 'workspace');
  for (const source of pickFiles()) {
    const target = join(folder, relative(NODE_MODULES, source));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(source, target);
  }
  writeFileSync(join(folder, '.gitignore'), IGNORE_FILE);
  for (const path of IGNORED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'noise '.repeat(10_000));
  }
  return folder;
}

function pickFiles(): string[] {
  const all = readdirSync(NODE_MODULES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isTaken(relative(NODE_MODULES, path), statSync(path).size))
    .sort();
  return Array.from({ length: FILES }, (_, index) => all[Math.floor((index * all.length) / FILES)]!);
}

function isTaken(local: string, sizeBytes: number): boolean {
  const isIgnored = /(^|\/)(node_modules|coverage|\.[^/]*)(\/|$)/.test(local);
  return !isIgnored && sizeBytes >= SMALLEST_BYTES && sizeBytes < LARGEST_BYTES;
}
