import { hashText } from '../hashText.ts';

/** Hashes of what a text begins with, up to the end of each of its first parts; together the parts are the text. */
export function hashStarts(parts: readonly string[]): string[] {
  let start = '';
  return parts.slice(0, MOST_STARTS).map((part) => {
    start += part;
    return hashText(start);
  });
}

/** Each is hashed from the beginning; more instructions and references stand in no scope. */
const MOST_STARTS = 50;
