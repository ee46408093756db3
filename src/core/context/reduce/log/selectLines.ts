import { addCut, type Cut, type CutCounts } from '../reduction.ts';
import { PASSED_LINE } from './errorLine.ts';
import { foldError, foldLine } from './foldVolatile.ts';
import { LOG_RULES, type LogFormat, type LogRules } from './logFormats.ts';
import type { LogLine } from './logLine.ts';
import { type OutLine, outLine } from './logOutput.ts';
import { readFrame } from './readFrame.ts';
import { readTrace, TraceFolder } from './traceFolder.ts';

type Selection = { formats: readonly LogFormat[]; lastLines: number; cuts: CutCounts };

/**
 * The lines worth printing, in order. A line is left out only when its error message and all its places are printed elsewhere, or,
 * without either, when it repeats another or says nothing by the rules of the formats.
 */
export function selectLines(lines: readonly LogLine[], { formats, lastLines, cuts }: Selection): OutLine[] {
  const rules = formats.map((format): LogRules => LOG_RULES[format]);
  const out: OutLine[] = [];
  const first = new Map<string, OutLine>();
  const places = new Set<string>();
  const traces = new TraceFolder(out, places, cuts);
  const tail = tailStart(lines, lastLines);
  const tailTexts = new Set<string>();
  let lastWasPrinted = true;

  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (readFrame(lines, at) !== undefined) {
      const trace = readTrace(lines, at);
      traces.add(trace, at > 0 ? lines[at - 1] : undefined);
      at += trace.lineCount;
      continue;
    }
    // A path above findings is printed with the first of them.
    if (line.isHeader === true && lines[at + 1]?.header === line.text) out.push(outLine('', 'blank'));
    else addLine(line, at >= tail);
    at++;
  }
  return out;

  function addLine(line: LogLine, isTail: boolean): void {
    if (line.text.trim() === '') return void out.push(outLine('', 'blank'));
    if (isDrawing(line)) return addDrawing(line);
    const key = keyOf(line);
    const known = first.get(key);
    // The last lines are kept word for word, those before them as far as they say something new.
    lastWasPrinted = isTail ? !tailTexts.has(line.text) : known === undefined;
    if (known !== undefined) addRepeat(line, known);
    if (!lastWasPrinted) return addCut(cuts, 'repeats');
    const noise = isTail ? undefined : noiseOf(line);
    if (noise !== undefined) return leaveOut(noise);
    if (isTail) tailTexts.add(line.text);
    const printed = outLine(line.text, roleOf(line, isTail), line);
    out.push(printed);
    if (known === undefined) first.set(key, printed);
    for (const { key: place } of line.references) places.add(place);
  }

  /** Bars and carets below code: they stay with the line above. */
  function addDrawing(line: LogLine): void {
    if (lastWasPrinted && out.at(-1)?.text !== line.text) out.push(outLine(line.text, 'other'));
    else addCut(cuts, 'repeats');
  }

  function addRepeat(line: LogLine, known: OutLine): void {
    known.count++;
    for (const { key, text } of line.references) {
      if (!places.has(key)) known.also.push(text);
      places.add(key);
    }
  }

  function noiseOf(line: LogLine): Cut | undefined {
    if (line.message !== undefined || line.references.some(({ key }) => !places.has(key))) return undefined;
    if (rules.some(({ summary }) => summary?.test(line.text))) return undefined;
    if (PASSED_LINE.test(line.text)) return 'passed';
    for (const { noise } of rules) {
      for (const { cut, pattern } of noise) if (pattern.test(line.text)) return cut;
    }
    return undefined;
  }

  function leaveOut(cut: Cut): void {
    addCut(cuts, cut);
    lastWasPrinted = false;
    out.push(outLine('…', 'gap'));
  }

  function roleOf(line: LogLine, isTail: boolean): OutLine['role'] {
    if (line.message !== undefined) return 'error';
    if (isTail || line.references.length > 0) return 'kept';
    return rules.some(({ summary }) => summary?.test(line.text)) ? 'kept' : 'other';
  }
}

function isDrawing({ text, message, references }: LogLine): boolean {
  return message === undefined && references.length === 0 && !SAYS_SOMETHING.test(text);
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Findings of linters and compilers: worth saying once, with all their places. */
const WARNING = /\bwarn(?:ing)?\b/i;

/**
 * What makes two lines the same: errors by their message, warnings by what is left without numbers and places, other lines without
 * numbers but with the same places.
 */
function keyOf(line: LogLine): string {
  if (line.message !== undefined) return `!${foldError(line.message)}`;
  const bare = line.references.reduce((text, reference) => text.replace(reference.text, '\u0002'), line.text);
  if (WARNING.test(bare)) return foldLine(bare);
  return [foldLine(bare), ...line.references.map(({ key }) => key)].join('\u0002');
}

/** The first of the last lines that say something. */
function tailStart(lines: readonly LogLine[], lastLines: number): number {
  let left = lastLines;
  let at = lines.length;
  while (at > 0 && left > 0) {
    at--;
    if (lines[at]?.text.trim() !== '') left--;
  }
  return at;
}
