import { execFileSync } from 'node:child_process';
import { languageOf } from '../../../src/core/context/suggest/facts/languageOf.ts';

/** A past commit: what is given of it, and what is looked for. */
export type BenchCase = {
  commit: string;
  parent: string;
  /** The commit's first line. */
  task: string;
  /** The one touched file that is given. */
  open: string;
  /** Every touched file that was there before, the given one included. */
  touched: string[];
};

/** Commits that touch so many files that were there before; larger ones are sweeping changes. */
const FILES_OF_CASE = { least: 2, most: 8 };
/** Cases are spread evenly over so many of the newest commits. */
const NEWEST_COMMITS = 3_000;

/**
 * `count` cases, the oldest first. Left out: merges, commits without a parent, and of the files those that the commit adds and images, fonts
 * and archives, which no text can hold. Which file is given follows from the commit's id; code goes before other files.
 */
export function listCases(repository: string, count: number): BenchCase[] {
  const log = git(repository, [
    'log',
    '-n',
    String(NEWEST_COMMITS),
    '--no-merges',
    '--no-renames',
    '--name-status',
    '-z',
    '--format=%x01%H %P%x02%s',
  ]);
  const cases = log.split('\u0001').slice(1).flatMap(readCase);
  const step = Math.max(1, cases.length / count);
  return Array.from({ length: Math.min(count, cases.length) }, (_, index) => cases[Math.floor(index * step)])
    .filter((each) => each !== undefined)
    .reverse();
}

export function git(folder: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function readCase(record: string): BenchCase[] {
  const [head = '', body = ''] = record.split('\u0002');
  const [commit = '', parent, ...more] = head.trim().split(' ');
  if (parent === undefined || more.length > 0) return [];
  const [task = '', ...fields] = body.split('\0');
  const touched: string[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const path = fields[index + 1] ?? '';
    if (/[MD]/.test(fields[index] ?? '') && !BINARY.test(path)) touched.push(path);
  }
  if (touched.length < FILES_OF_CASE.least || touched.length > FILES_OF_CASE.most) return [];
  const code = touched.filter(isCode);
  const choice = code.length > 0 ? code : touched;
  const open = choice[Number.parseInt(commit.slice(0, 8), 16) % choice.length] ?? '';
  return [{ commit, parent, task, open, touched }];
}

const BINARY =
  /\.(?:png|jpe?g|gif|ico|webp|woff2?|ttf|otf|eot|zip|gz|tgz|jar|dll|exe|pdf|mp[34]|wasm|snk|xpi)$/i;
const CODE = new Set(['script', 'python', 'go', 'jvm', 'rust', 'csharp', 'c', 'ruby', 'php', 'swift']);

function isCode(path: string): boolean {
  return CODE.has(languageOf(path) ?? '');
}
