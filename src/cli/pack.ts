import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { DETAILS } from '../core/context/detail.ts';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { SCOPE_FORMATS } from '../core/context/render/formats.ts';
import { addItems, type Scope, setItemDetail } from '../core/context/scope.ts';
import type { ScopeRequest } from '../core/context/scopeRequest.ts';
import { EMPTY_TASK } from '../core/context/task.ts';
import { formatName } from '../core/format.ts';
import { ENCODING_NAMES } from '../core/tokens/encoding.ts';
import { readTextFile } from '../node/files/readTextFile.ts';
import { Baseline } from '../node/scope/baseline.ts';
import { measureScope } from '../node/scope/measureScope.ts';
import type { ScopeTools } from '../node/scope/scopeTools.ts';
import { findRoot, nameItems } from './namedItems.ts';
import type { Output } from './output.ts';
import { describePack, listSkipped, reportPack } from './packReport.ts';
import { BOOLEAN, parseCommandLine, readChoice, readEncoding, STRING } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const PACK_USAGE = `token-meter pack <path…> [--root DIR] [--detail DETAIL] [--format md|xml|plain] [--task TEXT | --task-file FILE]
      [--encoding ${ENCODING_NAMES.join('|')}] [--json]`;

/**
 * Files, folders and globs as one text, through the gates that every copy passes. JSON: a `PackReport`. The exit code is 1 when a path that
 * was named could not be taken, or when nothing could.
 */
export async function runPack(args: readonly string[], cwd: string, tools: ScopeTools): Promise<Output> {
  try {
    return await pack(args, cwd, tools);
  } catch (error) {
    if (!(error instanceof RangeError && /string length/i.test(error.message))) throw error;
    throw new UsageError(
      'All of it is more than one text can hold, some 500 MB. Name less, or take a --detail.',
    );
  }
}

async function pack(args: readonly string[], cwd: string, tools: ScopeTools): Promise<Output> {
  const { names, detail, json, ...wishes } = readArguments(args, cwd);
  const here = realpathSync.native(cwd);
  const root = findRoot(wishes.root, here);
  const named = nameItems(names, here, root);
  const items = addItems(
    [],
    named.map(({ item }) => item),
  );
  const scope = items.reduce((taken: Scope, { id }) => setItemDetail(taken, id, detail), items);
  const request: ScopeRequest = {
    scope,
    task: { ...EMPTY_TASK, goal: wishes.goal },
    roots: [{ path: root, name: basename(root) || root }],
    encoding: wishes.encoding,
    format: wishes.format,
    unsaved: {},
    problems: {},
    outlines: {},
    // Who names a folder on a command line may as well run Git there.
    mayRunGit: true,
  };
  const read = await measureScope(request, tools);
  const skipped = listSkipped(read.measured, named);
  const { count } = await new Baseline([root], wishes.encoding, tools.files).measure();
  const report = reportPack(request, read, skipped, count.tokens);
  const isEmpty = read.measured.documentCount === 0;
  const exitCode = isEmpty || skipped.some(({ isNamed }) => isNamed) ? 1 : 0;
  const nothing = isEmpty ? 'Nothing to pack: no file that was named can be taken.\n' : '';
  if (json) return { out: `${JSON.stringify(report, null, 2)}\n`, err: nothing, exitCode };
  return { out: isEmpty ? '' : report.text, err: describePack(report) + nothing, exitCode };
}

function readArguments(args: readonly string[], cwd: string) {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  const encoding = readEncoding(values.encoding);
  const detail = readChoice('detail', values.detail, DETAILS) ?? 'full';
  const format = readChoice('format', values.format, ['md', ...SCOPE_FORMATS] as const) ?? 'md';
  if (positionals.length === 0) throw new UsageError('Name at least one file, folder or glob to pack.');
  if (values.task !== undefined && values['task-file'] !== undefined) {
    throw new UsageError('Give the task with --task or with --task-file, not both.');
  }
  return {
    names: positionals,
    root: values.root ?? '.',
    encoding,
    detail,
    format: format === 'md' ? ('markdown' as const) : format,
    goal: values['task-file'] === undefined ? (values.task ?? '') : readTaskFile(values['task-file'], cwd),
    json: values.json ?? false,
  };
}

const OPTIONS = {
  root: STRING,
  detail: STRING,
  format: STRING,
  task: STRING,
  'task-file': STRING,
  encoding: STRING,
  json: BOOLEAN,
} as const;

function readTaskFile(path: string, cwd: string): string {
  const read = readTextFile(resolve(cwd, path));
  if ('text' in read) return read.text;
  throw new UsageError(`Cannot read the task from "${formatName(path)}": ${SKIP_REASONS[read.skip]}.`);
}
