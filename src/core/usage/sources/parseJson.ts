import { isObject, type JsonObject } from './readFields.ts';

/** How often a line begins anew after one that was torn off. */
const MOST_STARTS = 20;

/** A JSON object, or `undefined`. */
export function parseJson(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The object that a line ends with. A writer that died leaves half a line, on some disks NUL characters, and the next writer goes
 * on in the same line: `isTorn` says that something stood before the object.
 */
export function parseLine(text: string): { value: JsonObject | undefined; isTorn: boolean } {
  const line = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const value = parseJson(line);
  if (value !== undefined || line.trim() === '') return { value, isTorn: false };
  const starts = /\{"\w+":/g;
  starts.lastIndex = 1;
  for (let tried = 0; tried < MOST_STARTS; tried++) {
    const start = starts.exec(line);
    if (start === null) break;
    // Only what reaches to the end of the line parses: an object inside another has brackets behind it.
    const rest = parseJson(line.slice(start.index));
    if (rest !== undefined) return { value: rest, isTorn: true };
  }
  return { value: undefined, isTorn: true };
}
