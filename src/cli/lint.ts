import { dirname, resolve } from 'node:path';
import type { Advice, AdvicePlace } from '../core/advice/advice.ts';
import type { CheckId } from '../core/advice/checkIds.ts';
import type { PromptKind } from '../core/advice/promptKind.ts';
import { createLinePositions, type LinePosition } from '../core/advice/text/linePositions.ts';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { formatInteger, formatName, formatPlural } from '../core/format.ts';
import { sayMessage } from '../core/message.ts';
import { ENCODING_NAMES, type EncodingName } from '../core/tokens/encoding.ts';
import { lintText } from '../node/advice/lintText.ts';
import type { CounterLoader } from '../node/counting/counterLoader.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { readTextFile } from '../node/files/readTextFile.ts';
import { countProjectCalls } from './countProjectCalls.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, readEncoding, STRING } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const LINT_USAGE = `token-meter lint <file…> [--root DIR] [--calls-per-month N | --usage [--home DIR]]
      [--encoding ${ENCODING_NAMES.join('|')}] [--strict] [--json]`;

type Engine = { loadCounter: CounterLoader; usageWorkerPath: string };

/** Lines and columns from 1, the end not included; absent for what is missing from the whole file. */
type Finding = {
  check: CheckId;
  start?: LinePosition;
  end?: LinePosition;
  message: string;
  tokens?: { tokens: number; kind: 'measured' | 'estimated'; formula: string };
};
type LintedFile = {
  path: string;
  kind: PromptKind;
  tokens: number;
  tokensPerMonth?: number;
  findings: Finding[];
};
type Linted = LintedFile | { path: string; error: string };

/**
 * What to change in prompts and in files with instructions. JSON: `{ files: [{ path, kind, tokens, tokensPerMonth?, findings: [{ check, start?,
 * end?, message, tokens? }] }], encoding }`, of a file that cannot be read `{ path, error }`. The exit code is 1 when one could not be read, and
 * with `--strict` when there is a finding.
 */
export async function runLint(args: readonly string[], cwd: string, engine: Engine): Promise<Output> {
  const { paths, root, encoding, calls, usage, home, strict, json } = readArguments(args);
  const counter = await engine.loadCounter(encoding);
  const folder = resolve(cwd, root ?? '.');
  const perMonth = usage ? await countProjectCalls(folder, cwd, home, engine.usageWorkerPath) : calls;
  const files = paths.map((path): Linted => {
    const absolute = resolve(cwd, path);
    const read = readTextFile(absolute);
    if ('skip' in read) return { path, error: SKIP_REASONS[read.skip] };
    const ownRoot = isWithin(folder, absolute) ? folder : dirname(absolute);
    const { kind, count, advice } = lintText({ text: read.text, path: absolute, root: ownRoot }, counter);
    const { tokens } = count;
    const isCarried = kind === 'instructions' && perMonth !== undefined;
    const findings = advice.flatMap((each) => toFindings(each, read.text));
    return { path, kind, tokens, ...(isCarried && { tokensPerMonth: tokens * perMonth }), findings };
  });
  const isUnread = files.some((file) => 'error' in file);
  const hasFindings = files.some((file) => 'findings' in file && file.findings.length > 0);
  const exitCode = isUnread || (strict && hasFindings) ? 1 : 0;
  if (json) return { out: `${JSON.stringify({ files, encoding }, null, 2)}\n`, err: '', exitCode };
  const err = files
    .flatMap((file) => ('error' in file ? `${formatName(file.path)}: ${file.error}\n` : []))
    .join('');
  return { out: files.flatMap((file) => ('error' in file ? [] : renderFile(file))).join(''), err, exitCode };
}

/** One for each place; the tokens are those of all places together, and said at the first. */
function toFindings({ check, title, places, tokens }: Advice, text: string): Finding[] {
  const positionOf = createLinePositions(text);
  const found = { check, message: sayMessage(title) };
  const counted = tokens && { tokens: { ...tokens, formula: sayMessage(tokens.formula) } };
  const ranges = places.filter((place): place is AdvicePlace & { in: 'text' } => place.in === 'text');
  if (ranges.length === 0) return [{ ...found, ...counted }];
  return ranges.map(({ start, end }, index) => ({
    ...found,
    start: positionOf(start),
    end: positionOf(end),
    ...(index === 0 && counted),
  }));
}

function renderFile({ path, kind, tokens, tokensPerMonth, findings }: LintedFile): string {
  const name = formatName(path);
  const month = tokensPerMonth === undefined ? '' : `, ${formatInteger(tokensPerMonth)} a month`;
  const size =
    kind === 'instructions'
      ? `${formatPlural(tokens, 'token')} in each call${month}`
      : formatPlural(tokens, 'token');
  const lines = findings.map(({ check, start, message, tokens: counted }) => {
    const at = start === undefined ? '1:1' : `${start.line}:${start.column}`;
    const cost = counted === undefined ? '' : ` (${formatPlural(counted.tokens, 'token')}, ${counted.kind})`;
    return `${name}:${at} ${check}: ${message}${cost}\n`;
  });
  return `${lines.join('')}${name}: ${size}, ${formatPlural(findings.length, 'finding')}\n`;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  if (positionals.length === 0)
    throw new UsageError('Name at least one prompt or file with instructions to check.');
  const { root, home, usage = false, strict = false, json = false } = values;
  const calls = values['calls-per-month'];
  if (calls !== undefined && usage) throw new UsageError('Give --calls-per-month or --usage, not both.');
  if (home !== undefined && !usage)
    throw new UsageError('--home says where the logs of --usage are. Give --usage, too.');
  return {
    paths: positionals,
    root,
    home,
    usage,
    strict,
    json,
    encoding: readEncoding(values.encoding) satisfies EncodingName,
    calls: calls === undefined ? undefined : readCalls(calls),
  };
}

const OPTIONS = {
  root: STRING,
  'calls-per-month': STRING,
  usage: BOOLEAN,
  home: STRING,
  encoding: STRING,
  strict: BOOLEAN,
  json: BOOLEAN,
} as const;

function readCalls(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new UsageError(`--calls-per-month takes a whole number, not "${value}".`);
  return Number(value);
}
