import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { SCOPE_FORMATS, type ScopeFormat } from '../core/context/render/formats.ts';
import { type Suggestion, tellReason } from '../core/context/suggest/suggestion.ts';
import { DEFAULT_TOKEN_BUDGET } from '../core/context/suggest/tokenBudget.ts';
import { formatInteger, formatName, formatPlural } from '../core/format.ts';
import { ENCODING_NAMES, type EncodingName } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { describeGated } from './listGated.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, readChoice, readEncoding, STRING } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const SCOPE_USAGE = `token-meter scope --task TEXT [--root DIR] [--file FILE…] [--budget N] [--format md|xml|plain]
      [--encoding ${ENCODING_NAMES.join('|')}] [--json]`;

type Arguments = {
  root: string;
  task: string;
  files: string[];
  budget: number;
  format: ScopeFormat;
  encoding: EncodingName;
  json: boolean;
};

/**
 * Suggests the context for a task, and to the side why each file is in. JSON: `{ items: [{ path, detail, tokens, reason }], leftOut: [{ path,
 * tokens, reason }], totalTokens, budget, baselineTokens, text }`. The exit code is 1 when there is nothing to suggest, and the error output says why.
 */
export async function runScope(
  args: readonly string[],
  cwd: string,
  worker: CountingWorker,
): Promise<Output> {
  const asked = readArguments(args, cwd);
  if (!(await isFolder(asked.root))) {
    return {
      out: '',
      err: `cannot suggest: ${formatName(asked.root)} is not a folder that can be read\n`,
      exitCode: 1,
    };
  }
  const workspace = {
    roots: [{ path: asked.root, name: basename(asked.root) }],
    encoding: asked.encoding,
    mayRunGit: true,
  };
  await worker.ask({ ask: 'index', workspace });
  const { task, budget, format } = asked;
  const filesAtHand = asked.files.map((path) => ({ path, kind: 'open' as const }));
  const request = { task, filesAtHand, budget, format };
  const suggestion = await worker.ask({ ask: 'suggest', workspace, request });
  const problem = explainNothing(suggestion);
  const missing = asked.files.map((path) => noteMissing(path, asked.root, suggestion)).join('');
  const notes = missing + describeGated('scope', suggestion);
  const exitCode = problem === '' ? 0 : 1;
  if (asked.json) {
    return { out: `${JSON.stringify(reportOf(suggestion), null, 2)}\n`, err: notes + problem, exitCode };
  }
  return { out: suggestion.text, err: notes + (problem || describe(suggestion)), exitCode };
}

function reportOf({ items, leftOut, totalTokens, budget, baselineTokens, text }: Suggestion) {
  const shown = items.map((item) => {
    const { path, detail, tokens } = item;
    return { path, detail, tokens, reason: tellReason(item) };
  });
  const left = leftOut.map((file) => ({ path: file.path, tokens: file.tokens, reason: tellReason(file) }));
  return { items: shown, leftOut: left, totalTokens, budget, baselineTokens, text };
}

function explainNothing({ items, leftOut, baselineTokens, budget }: Suggestion): string {
  if (items.length > 0) return '';
  if (baselineTokens === 0) return 'nothing to suggest: the folder has no text that may be read\n';
  if (leftOut.length === 0)
    return 'nothing to suggest: no file has to do with the task; name one with --file\n';
  return `nothing to suggest: no file fits into ${formatPlural(budget, 'token')}; the next would be ${formatName(leftOut[0]?.path ?? '')}\n`;
}

/** A file at hand is in unless it cannot be: what the user named and does not find needs a word. */
function noteMissing(path: string, root: string, { items, leftOut }: Suggestion): string {
  const label = relative(root, path).split(sep).join('/');
  if ([...items, ...leftOut].some((each) => each.path === label)) return '';
  return `note: ${formatName(label)} is not among the files: not found, ignored, binary, or likely to hold secrets\n`;
}

function describe({ items, leftOut, totalTokens, budget, baselineTokens }: Suggestion): string {
  const told = items.filter(({ isNamesOnly }) => isNamesOnly !== true);
  const rows = told.map(
    (item) =>
      `${formatInteger(item.tokens).padStart(7)}  ${item.detail.padEnd(7)}  ${formatName(item.path)}: ${formatName(tellReason(item))}\n`,
  );
  const more = items.length - told.length;
  const rest = more === 0 ? '' : `         ${formatPlural(more, 'file')} more by the names in them\n`;
  const next = leftOut[0] === undefined ? '' : `; next would be ${formatName(leftOut[0].path)}`;
  return `${rows.join('')}${rest}${formatInteger(totalTokens)} of ${formatPlural(budget, 'token')}, the whole folder is ${formatInteger(baselineTokens)}${next}\n`;
}

function readArguments(args: readonly string[], cwd: string): Arguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  const { task = '', file: files = [] } = values;
  if (positionals.length > 0) throw new UsageError(`Name files with --file, as in --file ${positionals[0]}.`);
  if (task.trim() === '' && files.length === 0) {
    throw new UsageError('Say what it is for with --task TEXT, or name a file with --file.');
  }
  const format = readChoice('format', values.format, ['md', ...SCOPE_FORMATS] as const) ?? 'md';
  const root = resolve(cwd, values.root ?? '.');
  return {
    root,
    task,
    files: files.map((path) => findFile(path, root, cwd)),
    budget: values.budget === undefined ? DEFAULT_TOKEN_BUDGET : readBudget(values.budget),
    format: format === 'md' ? 'markdown' : format,
    encoding: readEncoding(values.encoding),
    json: values.json ?? false,
  };
}

const OPTIONS = {
  root: STRING,
  task: STRING,
  file: { type: 'string', multiple: true },
  budget: STRING,
  format: STRING,
  encoding: STRING,
  json: BOOLEAN,
} as const;

/** As seen from the root, or else from here. */
function findFile(path: string, root: string, cwd: string): string {
  const [inRoot, fromHere] = [resolve(root, path), resolve(cwd, path)];
  return !existsSync(inRoot) && existsSync(fromHere) ? fromHere : inRoot;
}

function readBudget(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new UsageError(`--budget takes a whole number of tokens above 0, not "${value}".`);
  }
  return Number(value);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
