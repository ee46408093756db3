import { resolve } from 'node:path';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { LogDigest } from '../core/context/reduce/log/logDigest.ts';
import { isLog } from '../core/context/reduce/log/recogniseLog.ts';
import { type ReduceRequest, reduceAndCount } from '../core/context/reduce/reduceAndCount.ts';
import { REDUCTION_KINDS } from '../core/context/reduce/reduction.ts';
import { formatBytes, formatInteger, formatName, formatPlural } from '../core/format.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { TokenCounter } from '../core/tokens/tokenCounter.ts';
import type { CounterLoader } from '../node/counting/counterLoader.ts';
import type { LargeText } from '../node/files/largeTextReader.ts';
import { READ_LIMITS, readLargeFile, readLargeStream } from '../node/files/readLargeText.ts';
import { gateText } from '../node/gates/gateText.ts';
import { describeGated, listGated } from './listGated.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, readChoice, readEncoding, STRING } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const REDUCE_USAGE =
  'token-meter reduce <file|-> [--tokens N] [--kind KIND] [--encoding NAME] [--json]';

type Source = { loadCounter: CounterLoader; stdin: AsyncIterable<Uint8Array> };
type Arguments = {
  path: string;
  encoding: EncodingName;
  json: boolean;
  wishes: Pick<ReduceRequest, 'kind' | 'maxTokens'>;
};

/**
 * Reduces a log, JSON or table from a file or standard input, through the gates that every copy passes. JSON: `{ kind, format?,
 * beforeTokens, afterTokens, text, notes, redacted, invisible }`, with `leftOutBytes` when the source was too large to be read whole, and
 * for a log the lines kept of those bytes. The exit code is 1 when it could not be read.
 */
export async function runReduce(args: readonly string[], cwd: string, source: Source): Promise<Output> {
  const asked = readArguments(args);
  const read = await readSource(asked, cwd, source.stdin);
  if ('skip' in read) {
    return {
      out: '',
      err: `cannot reduce ${formatName(asked.path)}: ${SKIP_REASONS[read.skip]}\n`,
      exitCode: 1,
    };
  }
  const counter = await source.loadCounter(asked.encoding);
  const { reduction, gated, beforeTokens, afterTokens } = reduceAndGate(counter, {
    text: read.text,
    ...(asked.path !== '-' && { path: asked.path }),
    ...asked.wishes,
  });
  const { kind, format, notes } = reduction;
  if (asked.json) {
    const counts = { beforeTokens, afterTokens, ...reportSize(read) };
    const found = { text: gated.text, notes, ...listGated(gated) };
    const report = { kind, ...(format && { format }), ...counts, ...found };
    return { out: `${JSON.stringify(report, null, 2)}\n`, err: '', exitCode: 0 };
  }
  const name = format === undefined ? kind : `${kind}: ${format}`;
  const line = `${formatInteger(beforeTokens)} → ${formatInteger(afterTokens)} tokens (${name})\n`;
  const found = describeGated(asked.path === '-' ? 'standard input' : asked.path, gated);
  return { out: gated.text, err: describeSize(read) + found + line, exitCode: 0 };
}

/** The gates come last, and what they write can take more tokens than what it stands for: then less of the text has to do. */
function reduceAndGate(counter: TokenCounter, request: ReduceRequest) {
  for (let { maxTokens } = request; ; ) {
    const wishes = { ...request, ...(maxTokens !== undefined && { maxTokens }) };
    const { reduction, before, after } = reduceAndCount(counter, wishes);
    const gated = gateText(reduction.text);
    const afterTokens = gated.text === reduction.text ? after.tokens : counter.countTokens(gated.text);
    const over = afterTokens - (request.maxTokens ?? afterTokens);
    if (over <= 0 || maxTokens === undefined || maxTokens === 1)
      return { reduction, gated, beforeTokens: before.tokens, afterTokens };
    maxTokens = Math.max(1, maxTokens - over);
  }
}

async function readSource({ path, wishes }: Arguments, cwd: string, stdin: Source['stdin']) {
  const { kind } = wishes;
  const chooseDigest = (head: string) =>
    kind === 'log' || (kind === undefined && isLog(head)) ? new LogDigest(head) : undefined;
  return path === '-'
    ? readLargeStream(stdin, { chooseDigest })
    : readLargeFile(resolve(cwd, path), { chooseDigest });
}

function reportSize({ leftOutBytes, digest }: LargeText) {
  if (leftOutBytes === 0) return {};
  if (digest === undefined) return { leftOutBytes };
  const { keptLines, droppedLines } = digest;
  return { leftOutBytes, keptLines, droppedLines };
}

function describeSize({ sizeBytes, leftOutBytes, digest }: LargeText): string {
  if (leftOutBytes === 0) return '';
  const ends = `the first ${formatBytes(READ_LIMITS.headBytes)} and the last ${formatBytes(READ_LIMITS.tailBytes)}`;
  if (digest === undefined) return `${formatBytes(sizeBytes)}: only ${ends} were read\n`;
  const { keptLines, droppedLines } = digest;
  const kept = `of the rest ${formatPlural(keptLines, 'line')} with new errors or places`;
  const dropped = droppedLines === 0 ? '' : `; ${formatPlural(droppedLines, 'more such line')} found no room`;
  return `${formatBytes(sizeBytes)}: ${ends}, ${kept}${dropped}\n`;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Name one file, or - for standard input.');
  const encoding = readEncoding(values.encoding);
  const kind = readChoice('kind', values.kind, REDUCTION_KINDS);
  const maxTokens = values.tokens === undefined ? undefined : readTokens(values.tokens);
  return {
    path,
    encoding,
    json: values.json ?? false,
    wishes: { ...(kind !== undefined && { kind }), ...(maxTokens !== undefined && { maxTokens }) },
  };
}

const OPTIONS = { tokens: STRING, kind: STRING, encoding: STRING, json: BOOLEAN } as const;

function readTokens(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(`--tokens takes a whole number above 0, not "${value}".`);
  return Number(value);
}
