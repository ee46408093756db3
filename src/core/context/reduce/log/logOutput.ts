import type { LogLine } from './logLine.ts';

/** A line that will be printed. Everything said about later lines like it is added to it. */
export type OutLine = {
  text: string;
  /** `other` lines can still be left out when there are too many. */
  role: 'error' | 'frame' | 'kept' | 'other' | 'gap' | 'blank';
  header?: string;
  /** Places of later lines that say the same. */
  also: string[];
  /** Lines like it, itself included. */
  count: number;
};

export function outLine(text: string, role: OutLine['role'], line?: LogLine): OutLine {
  const header = line?.header;
  return { text, role, also: [], count: 1, ...(header !== undefined && { header }) };
}

/** Other lines that are kept when a log has too many of them, besides those around errors. */
const MOST_OTHER_LINES = 80;
const BEFORE_ERROR = 3;
const AFTER_ERROR = 12;

/** Leaves out ordinary lines far from any error where there are many; says how many. */
export function dropFarLines(lines: readonly OutLine[]): { kept: OutLine[]; dropped: number } {
  const far = markFar(lines);
  const total = far.filter(Boolean).length;
  if (total <= MOST_OTHER_LINES) return { kept: [...lines], dropped: 0 };
  let seen = 0;
  const kept: OutLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (far[index] !== true) kept.push(line);
    else {
      seen++;
      const inside = seen <= MOST_OTHER_LINES / 2 || seen > total - MOST_OTHER_LINES / 2;
      kept.push(inside ? line : outLine('…', 'gap'));
    }
  }
  return { kept, dropped: total - MOST_OTHER_LINES };
}

function markFar(lines: readonly OutLine[]): boolean[] {
  const far = lines.map(({ role, also }) => role === 'other' && also.length === 0);
  for (const [index, { role }] of lines.entries()) {
    if (role !== 'error' && role !== 'frame') continue;
    far.fill(false, Math.max(0, index - BEFORE_ERROR), index + AFTER_ERROR + 1);
  }
  return far;
}

/** The lines as text: counts behind what was repeated, the path above what stands below one, no gap or blank line twice. */
export function printLines(lines: readonly OutLine[]): string {
  const printed: string[] = [];
  let header: string | undefined;
  // Nothing is said by a gap or a blank line at the start.
  let last: OutLine['role'] = 'gap';
  for (const line of lines) {
    const isSpace = line.role === 'gap' || line.role === 'blank';
    if (isSpace && (last === 'gap' || last === line.role)) continue;
    if (line.header !== undefined && line.header !== header) printed.push(line.header);
    header = line.header;
    printed.push(line.count > 1 ? `${line.text}  (×${line.count})` : line.text);
    if (line.also.length > 0) printed.push(`  … also at ${line.also.join(', ')}`);
    last = line.role;
  }
  if (last === 'blank' || last === 'gap') printed.splice(-1);
  return printed.join('\n');
}
