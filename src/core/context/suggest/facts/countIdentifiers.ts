const LEAST_UNITS = 2;
/** What is longer is data. */
const MOST_UNITS = 60;

/** Identifiers of two to sixty characters, and words of prose, with the number of times they occur; the first `limit` different ones. */
export function countIdentifiers(text: string, limit: number): Map<string, number> {
  charKinds ??= classifyChars();
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    if (charKinds[text.charCodeAt(at)] !== START) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && charKinds[text.charCodeAt(at)] !== OTHER) at += 1;
    if (at - start < LEAST_UNITS || at - start > MOST_UNITS) continue;
    const identifier = text.slice(start, at);
    const known = counts.get(identifier);
    if (known !== undefined) counts.set(identifier, known + 1);
    else if (counts.size < limit) counts.set(identifier, 1);
  }
  return counts;
}

const OTHER = 0;
const PART = 1;
const START = 2;

/** What each UTF-16 unit can be in an identifier. A table takes a third of the time of a pattern, and leaves nothing to clean up. */
let charKinds: Uint8Array | undefined;

function classifyChars(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const char = String.fromCharCode(unit);
    if (/[\p{L}_$]/u.test(char)) return START;
    return /\p{N}/u.test(char) ? PART : OTHER;
  });
}
