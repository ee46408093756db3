/** Calls `read` with the bounds of each line that holds one of the marks, in order. `start` and `end` are bounds of whole lines. */
export function eachMarkedLine(
  buffer: Buffer,
  start: number,
  end: number,
  marks: readonly Buffer[],
  read: (lineStart: number, lineEnd: number) => void,
): void {
  const lines = buffer.subarray(start, end);
  const nextAt = marks.map((mark) => indexOrEnd(lines, mark, 0));
  for (;;) {
    const at = Math.min(...nextAt);
    if (at === lines.length) return;
    const lineEnd = lines.indexOf(10, at);
    read(start + lines.lastIndexOf(10, at) + 1, start + lineEnd);
    for (const [index, mark] of marks.entries()) {
      if ((nextAt[index] ?? 0) < lineEnd) nextAt[index] = indexOrEnd(lines, mark, lineEnd);
    }
  }
}

/** Calls `read` with the bounds of each line, at most `most` of them, and returns where the next one starts. */
export function eachLine(
  buffer: Buffer,
  start: number,
  end: number,
  most: number,
  read: (lineStart: number, lineEnd: number) => void,
): number {
  let lineStart = start;
  for (let count = 0; lineStart < end && count < most; count++) {
    const lineEnd = buffer.indexOf(10, lineStart);
    read(lineStart, lineEnd);
    lineStart = lineEnd + 1;
  }
  return lineStart;
}

function indexOrEnd(lines: Buffer, mark: Buffer, from: number): number {
  const at = lines.indexOf(mark, from);
  return at === -1 ? lines.length : at;
}
