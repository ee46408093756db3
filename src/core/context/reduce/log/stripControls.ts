/** ANSI escape codes: colours and cursor moves, window titles and links, single shifts. No part can run past the next escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are control characters
const ANSI = /\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|[\]P^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals do not print
const UNPRINTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g;

/** A line as a terminal would show it, without colours and other control codes; tabs stay. */
export function stripControls(line: string): string {
  const plain = line.includes('\x1b') ? line.replace(ANSI, '') : line;
  return UNPRINTED_QUICK.test(plain) ? plain.replace(UNPRINTED, '') : plain;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same without state
const UNPRINTED_QUICK = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/;
