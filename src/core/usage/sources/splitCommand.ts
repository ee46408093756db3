/** The words of each simple command of a command line, in order; `pipedFrom` where it reads what the one before writes. */
export type SimpleCommand = { words: readonly string[]; isPiped: boolean };

/** Longer lines carry whole scripts or files; what they are about stands at the start. */
const MOST_CHARS = 4000;

/** Splits a command line the way shells do, as far as it takes to see what is run: quotes, pipes, lists. */
export function splitCommand(line: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let isPiped = false;
  const end = (operator: string) => {
    if (words.length > 0) commands.push({ words, isPiped });
    words = [];
    isPiped = operator === '|' || operator === '|&';
  };
  for (const [text, operator] of line.slice(0, MOST_CHARS).matchAll(PARTS)) {
    if (operator !== undefined) end(operator);
    else words.push(text.replace(/(["'])(.*?)\1/gs, '$2'));
  }
  end('');
  return commands;
}

/** An operator, or a word whose parts may be quoted; `2>&1` and `&>` are parts of words. */
const PARTS = /(\|\||&&|\|&|[|;\n]|&(?!>))|(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|>&|&>|[^\s|;&"'\\]|["'])+/g;
