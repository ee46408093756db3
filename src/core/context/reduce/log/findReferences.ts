import type { Reference } from './lineReferences.ts';
import { readLogLines } from './readLogLines.ts';

/**
 * Every distinct place that a log names: `src/a.ts:12:5`, `a.ts(12,5)`, `File "a.py", line 12`, `A.java:[12,5]`, `a.cs:line 12`,
 * `a.php on line 12`, `Makefile:12`, `./a.ts 12:5-9`, `a.ts (12:5)`, and ESLint's form, a path on a line of its own with `12:5` below it. Frames of
 * libraries count as well. Places are the same when path, line and column are.
 */
export function findReferences(text: string): Reference[] {
  const found = new Map<string, Reference>();
  for (const { references } of readLogLines(text)) {
    for (const reference of references) {
      if (!found.has(reference.key)) found.set(reference.key, reference);
    }
  }
  return [...found.values()];
}
