import { SKIP_REASONS } from '../core/context/fileState.ts';
import { formatInteger, formatName, formatPlural } from '../core/format.ts';
import { ENCODING_NAMES } from '../core/tokens/encoding.ts';
import type { FileCounter } from '../node/counting/fileCounter.ts';
import { type CountedPaths, countPaths } from '../node/scope/countPaths.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, readEncoding, STRING } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const COUNT_USAGE = `token-meter count <path…> [--encoding ${ENCODING_NAMES.join('|')}] [--json]`;

/**
 * Tokens per file and in total. JSON: `{ files: [{ path, tokens }], totalTokens, encoding, accuracy, skipped }`.
 * The exit code is 1 when a path that was asked for could not be counted.
 */
export async function runCount(args: readonly string[], cwd: string, counter: FileCounter): Promise<Output> {
  const { paths, encoding, json } = readArguments(args);
  const counted = await countPaths(paths, cwd, encoding, counter);
  const { files, skipped, totalTokens } = counted;
  const exitCode = skipped.some(({ requested }) => requested) ? 1 : 0;
  if (json) {
    const report = {
      files,
      totalTokens,
      encoding,
      accuracy: 'exact',
      skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    };
    return { out: `${JSON.stringify(report, null, 2)}\n`, err: '', exitCode };
  }
  return { out: renderTable(counted), err: renderSkipped(counted), exitCode };
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseCommandLine(args, { encoding: STRING, json: BOOLEAN });
  const encoding = readEncoding(values.encoding);
  if (positionals.length === 0) throw new UsageError('Name at least one file or folder to count.');
  return { paths: positionals, encoding, json: values.json ?? false };
}

function renderTable({ files, totalTokens }: CountedPaths): string {
  const total = formatInteger(totalTokens);
  const rows = files.map(
    ({ path, tokens }) => `${formatInteger(tokens).padStart(total.length)}  ${formatName(path)}\n`,
  );
  return `${rows.join('')}${total}  in ${formatPlural(files.length, 'file')}\n`;
}

function renderSkipped({ skipped }: CountedPaths): string {
  return skipped.map(({ path, reason }) => `skipped ${formatName(path)}: ${SKIP_REASONS[reason]}\n`).join('');
}
