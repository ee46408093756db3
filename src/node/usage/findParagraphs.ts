import { readFile } from 'node:fs/promises';
import { hashText } from '../../core/hashText.ts';
import { splitParagraphs } from '../../core/usage/sources/prompt.ts';
import type { SourceId } from '../../core/usage/usageRecord.ts';
import type { FoundLog } from './findLogs.ts';

/** Larger logs are not looked through for a few words. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The paragraphs with these hashes, in their order, from the newest logs of a source that have them; those that none has are left out. */
export async function findParagraphs(
  logs: readonly FoundLog[],
  source: SourceId,
  hashes: readonly string[],
): Promise<string[]> {
  const wanted = new Set(hashes);
  const found = new Map<string, string>();
  const own = logs.filter((log) => log.source === source && log.sizeBytes <= MOST_BYTES);
  for (const { path } of own.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    if (found.size === wanted.size) break;
    for (const text of textsOf(await readFile(path, 'utf8'))) {
      for (const paragraph of splitParagraphs(text)) {
        const hash = hashText(paragraph);
        if (wanted.has(hash)) found.set(hash, paragraph);
      }
    }
  }
  return hashes.flatMap((hash) => found.get(hash) ?? []);
}

/** All texts of a log, of JSON lines as of one document. */
function* textsOf(log: string): Generator<string> {
  for (const value of parseAll(log)) yield* textsIn(value);
}

function* parseAll(log: string): Generator<unknown> {
  try {
    yield JSON.parse(log);
    return;
  } catch {
    // Lines, or a log that is being written.
  }
  for (const line of log.split('\n')) {
    try {
      yield JSON.parse(line);
    } catch {
      // A torn line.
    }
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}
