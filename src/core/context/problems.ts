import { quotePath } from './render/quotePath.ts';

/** Something that the editor complains about; lines and columns from 1. */
export type Problem = {
  label: string;
  line: number;
  column: number;
  severity: 'error' | 'warning' | 'information' | 'hint';
  message: string;
  /** Who says so and by which rule: `ts 2322`. */
  source?: string;
};

/** One line for each problem, as compilers write them, worst first; a message of several lines is indented, no name breaks a line. */
export function renderProblems(problems: readonly Problem[]): string {
  const ranked = [...problems].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.label < b.label ? -1 : a.label > b.label ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column,
  );
  return ranked.map(renderProblem).join('');
}

const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

function renderProblem({ label, line, column, severity, message, source }: Problem): string {
  const path = /["\p{C}\p{Zl}\p{Zp}]/u.test(label) ? quotePath(label) : label;
  const by = source === undefined ? '' : ` [${source}]`;
  return `${`${path}:${line}:${column}: ${severity}: ${message}${by}`.replace(LINE_END, '\n  ')}\n`;
}
