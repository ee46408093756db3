import { formatPlural } from '../../../format.ts';
import { addCut, type CutCounts, formatNote, listNotes, type Reduction } from '../reduction.ts';
import type { LogFormat } from './logFormats.ts';
import { dropFarLines, printLines } from './logOutput.ts';
import { readLogLines } from './readLogLines.ts';
import { recogniseFormats } from './recogniseLog.ts';
import { selectLines } from './selectLines.ts';

/**
 * A log with everything that was said, once: each distinct error message and each place survive (`findErrorMessages`, `findReferences`),
 * frames of libraries are folded, lines alike are counted, the last `lastLines` lines stay. A first line says what was left out.
 */
export function reduceLog(
  text: string,
  lastLines: number,
  formats: readonly LogFormat[] = recogniseFormats(text),
): Reduction {
  const lines = [...readLogLines(text)];
  const cuts: CutCounts = new Map();
  const selected = selectLines(lines, { formats, lastLines, cuts });
  const { kept, dropped } = dropFarLines(selected);
  addCut(cuts, 'otherLines', dropped);
  const times = lines.flatMap(({ timestamp }) => timestamp ?? []);
  addCut(cuts, 'timestamps', times.length);
  addCut(cuts, 'longLines', lines.filter(({ wasShortened }) => wasShortened).length);
  const format = formats[0];
  const head = describe(format, countLines(text), cuts, times);
  return {
    kind: 'log',
    ...(format !== undefined && { format }),
    text: `${head}\n${printLines(kept)}\n`,
    notes: listNotes(cuts),
  };
}

function describe(
  format: LogFormat | undefined,
  lineCount: number,
  cuts: CutCounts,
  times: readonly string[],
): string {
  const said = listNotes(cuts).filter(({ cut }) => cut !== 'timestamps');
  const left = said.map(formatNote).join(', ');
  const span = times.length === 0 ? '' : `, ${times[0]} to ${times.at(-1)}`;
  const name = format === undefined ? 'log' : `${format} log`;
  return `[${name}, ${formatPlural(lineCount, 'line')}${span}${left === '' ? '' : `; left out: ${left}`}]`;
}

function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
