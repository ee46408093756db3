import { foldError } from './foldVolatile.ts';
import { readLogLines } from './readLogLines.ts';

/**
 * The distinct error messages of a log, each as its first occurrence has it, in order. A message is a line that says it is an error,
 * without colours, times and the place it begins with, up to 300 UTF-16 units of it. Messages that differ in times, durations, ids and
 * hashes only are the same; other numbers tell them apart.
 */
export function findErrorMessages(text: string): string[] {
  const found = new Map<string, string>();
  for (const { message } of readLogLines(text)) {
    if (message === undefined) continue;
    const key = foldError(message);
    if (!found.has(key)) found.set(key, message);
  }
  return [...found.values()];
}
