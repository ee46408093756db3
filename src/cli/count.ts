import { parseArgs } from 'node:util';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { formatInteger, formatPlural } from '../core/format.ts';
import { ENCODING_NAMES, isEncodingName } from '../core/tokens/encoding.ts';
import type { FileCounter } from '../node/counting/fileCounter.ts';
import { type CountedPaths, countPaths } from '../node/scope/countPaths.ts';
import { UsageError } from './usageError.ts';

export const COUNT_USAGE = `token-meter count <path…> [--encoding ${ENCODING_NAMES.join('|')}] [--json]`;

export type Output = { out: string; err: string; exitCode: number };

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
  const options = { encoding: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseOrExplain(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  const encoding = values.encoding ?? 'o200k_base';
  if (!isEncodingName(encoding)) {
    throw new UsageError(`Unknown encoding "${encoding}". Known: ${ENCODING_NAMES.join(', ')}.`);
  }
  if (positionals.length === 0) throw new UsageError('Name at least one file or folder to count.');
  return { paths: positionals, encoding, json: values.json ?? false };
}

function parseOrExplain<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function renderTable({ files, totalTokens }: CountedPaths): string {
  const total = formatInteger(totalTokens);
  const rows = files.map(
    ({ path, tokens }) => `${formatInteger(tokens).padStart(total.length)}  ${showSafely(path)}\n`,
  );
  return `${rows.join('')}${total}  in ${formatPlural(files.length, 'file')}\n`;
}

function renderSkipped({ skipped }: CountedPaths): string {
  return skipped.map(({ path, reason }) => `skipped ${showSafely(path)}: ${SKIP_REASONS[reason]}\n`).join('');
}

/** A file name must not be able to move the cursor or to break the line. */
function showSafely(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}
