/** A run of `char` longer than any run of it in `text`, at least three long: nothing inside can be taken for it. */
export function fenceFor(text: string, char: '`' | '='): string {
  const runs = text.match(char === '`' ? /`{3,}/g : /={3,}/g) ?? [];
  return char.repeat(runs.reduce((most, run) => Math.max(most, run.length), 2) + 1);
}

/**
 * Takes the lines up to the one that is `close` off the start of `text`; the body keeps its last line feed. Throws when there
 * is no such line.
 */
export function takeUntilLine(text: string, close: string): { body: string; rest: string } {
  const end = text.startsWith(`${close}\n`) ? 0 : text.indexOf(`\n${close}\n`) + 1;
  if (end === 0 && !text.startsWith(`${close}\n`))
    throw new Error('Not a rendered scope: a document does not end');
  return { body: text.slice(0, end), rest: text.slice(end + close.length + 1) };
}
