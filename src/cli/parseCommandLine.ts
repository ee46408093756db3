import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ENCODING_NAMES, type EncodingName } from '../core/tokens/encoding.ts';
import { UsageError } from './usageError.ts';

export const STRING = { type: 'string' } as const;
export const BOOLEAN = { type: 'boolean' } as const;

/** Options and paths of a command; what it does not have is a `UsageError`. */
export function parseCommandLine<const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of a closed set of values; absent when it was not given. */
export function readChoice<T extends string>(
  what: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((name) => name === value);
  if (value !== undefined && found === undefined) {
    throw new UsageError(`Unknown ${what} "${value}". Known: ${known.join(', ')}.`);
  }
  return found;
}

export function readEncoding(value: string | undefined): EncodingName {
  return readChoice('encoding', value, ENCODING_NAMES) ?? 'o200k_base';
}
