import { isFrameLine, isLibraryFrame } from './frameLine.ts';
import type { LogLine } from './logLine.ts';

/** A frame of a stack trace that begins at a line: how many lines it takes and whose code it is. */
export type Frame = { length: number; isLibrary: boolean };

const PYTHON = /^(\s*)File "[^"]{1,300}", line \d+/;
const GO_FUNCTION = /^(?:created by )?[\w./*()@~$·-]{1,300}\(?.{0,500}\)?$|^goroutine \d+ \[/u;
const GO_PLACE = /^\t\S{1,300}\.(?:go|s):\d+/;
const RUST_FUNCTION = /^\s*\d+: {1,10}\S/;
const RUST_PLACE = /^\s+at \S{1,300}:\d+/;
/** Python prints the line of code, sometimes with carets below. */
const LONGEST_PYTHON_FRAME = 4;

/** The frame that begins at line `at`, if one does. Lines with an error message of their own never belong to it. */
export function readFrame(lines: readonly LogLine[], at: number): Frame | undefined {
  const length = frameLength(lines, at);
  if (length === 0) return undefined;
  const texts = lines.slice(at, at + length).map(({ text }) => text);
  return { length, isLibrary: isLibraryFrame(texts.join('\n')) };
}

function frameLength(lines: readonly LogLine[], at: number): number {
  const line = lines[at];
  if (line === undefined || line.message !== undefined) return 0;
  const python = PYTHON.exec(line.text);
  if (python !== null) return pythonLength(lines, at, python[1]?.length ?? 0);
  if (isFrameLine(line.text)) return 1;
  const next = lines[at + 1];
  if (next === undefined || next.message !== undefined) return 0;
  if (GO_PLACE.test(next.text) && GO_FUNCTION.test(line.text)) return 2;
  return RUST_PLACE.test(next.text) && RUST_FUNCTION.test(line.text) ? 2 : 0;
}

function pythonLength(lines: readonly LogLine[], at: number, indent: number): number {
  let length = 1;
  while (length < LONGEST_PYTHON_FRAME) {
    const next = lines[at + length];
    if (next === undefined || next.message !== undefined) break;
    if (next.text.length - next.text.trimStart().length <= indent) break;
    length++;
  }
  return length;
}
