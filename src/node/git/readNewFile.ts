import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../files/readTextFile.ts';
import type { FileDiff } from './fileDiff.ts';

/**
 * A file that Git does not know yet, as Git would write it once it is added. Of a link that is where it leads, never what lies there.
 * `path` is as Git lists it, below `folder`.
 */
export function readNewFile(folder: string, path: string): FileDiff {
  const file = join(folder, path);
  const link = readLink(file);
  const read = link === undefined ? readTextFile(file) : { text: link };
  if ('skip' in read) return { path: file, skip: read.skip };
  const [before, after] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
  const mode = link === undefined ? '' : ' mode 120000';
  const head = `diff --git ${before} ${after}\nnew file${mode}\n`;
  // Where a name ends is not clear by itself when it has blanks.
  const end = path.includes(' ') ? '\t' : '';
  const hunk = read.text === '' ? '' : `--- /dev/null\n+++ ${after}${end}\n${formatAddition(read.text)}`;
  return { path: file, text: head + hunk };
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function formatAddition(text: string): string {
  const lines = text.split('\n');
  const isOpen = lines.at(-1) !== '';
  if (!isOpen) lines.pop();
  const range = lines.length === 1 ? '+1' : `+1,${lines.length}`;
  const body = lines.map((line) => `+${line}\n`).join('');
  return `@@ -0,0 ${range} @@\n${body}${isOpen ? '\\ No newline at end of file\n' : ''}`;
}

const ESCAPES: Record<string, string> = {
  '\x07': 'a',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
  '"': '"',
  '\\': '\\',
};

/** As Git does it for names that could break a line or end too early. */
function quotePath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be quoted.
  const escaped = path.replace(/["\\\x00-\x1f\x7f]/g, (char) => `\\${ESCAPES[char] ?? toOctal(char)}`);
  return escaped === path ? path : `"${escaped}"`;
}

function toOctal(char: string): string {
  return char.charCodeAt(0).toString(8).padStart(3, '0');
}
