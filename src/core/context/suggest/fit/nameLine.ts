import { splitWords } from '../facts/splitWords.ts';

/** So many names say what a file is about; more would keep other files out. */
const MOST_NAMES = 10;
const MOST_UNITS = 120;

/**
 * The shortest outline of a file: its name and the names that it declares, `walkFolder.ts: walkFolder, resolveRoots`. Of many, those with a word of
 * the task, then the first ones, in the order of the file. `undefined` for a file without names: its bare path would say nothing.
 */
export function nameLine(
  fileName: string,
  names: readonly string[],
  words: ReadonlySet<string>,
): string | undefined {
  const asked = new Set(
    names.filter((name) => splitWords(name).some((word) => words.has(word))).slice(0, MOST_NAMES),
  );
  const rest = names.filter((name) => !asked.has(name)).slice(0, MOST_NAMES - asked.size);
  const chosen = new Set([...asked, ...rest]);
  let shown = '';
  for (const name of names) {
    if (!chosen.has(name)) continue;
    const next = shown === '' ? oneLine(name) : `${shown}, ${oneLine(name)}`;
    if (next.length > MOST_UNITS && shown !== '') break;
    shown = next;
  }
  return shown === '' ? undefined : `${oneLine(fileName)}: ${shown}`;
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, MOST_UNITS);
}
