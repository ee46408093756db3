import { isLog } from '../../context/reduce/log/recogniseLog.ts';
import { type ReadTask, readTask } from '../../models/tier/readTask.ts';
import { findLanguage, type Language } from './findLanguage.ts';
import { maskNames } from './maskNames.ts';
import { maskRanges } from './maskRanges.ts';
import type { TextRange } from './textEdit.ts';

/** A prompt made ready for the checks. */
export type ReadPrompt = {
  text: string;
  /** As long as `text`, with what is not said in its own words masked: pasted blocks, front matter, code, quotations, names. */
  prose: string;
  /** What was pasted: fenced blocks without their fences, and data that stands there by itself. */
  payloads: readonly TextRange[];
  language: Language;
  /** Clauses in the words of the rules that suggest a tier. */
  task: ReadTask;
};

/** Reads a prompt once, in time linear in its length. */
export function readPrompt(text: string): ReadPrompt {
  const blocks = findBlocks(text);
  const prose = maskNames(maskRanges(text, [...blocks.silent, ...blocks.payloads]));
  const language = findLanguage(prose);
  return { text, prose, payloads: blocks.payloads, language, task: readTask(proseOnly(text, blocks)) };
}

type Blocks = { payloads: TextRange[]; silent: TextRange[] };

/** Fewer lines of data are a part of what is said. */
const LEAST_DATA_LINES = 6;

/** Tells pasted blocks by their fences, and by what their lines look like. */
function findBlocks(text: string): Blocks {
  const blocks: Blocks = { payloads: [], silent: [] };
  let fence: { mark: string; bodyStart: number } | undefined;
  let paragraph: TextRange | undefined;
  const endParagraph = () => {
    if (paragraph !== undefined && isData(text.slice(paragraph.start, paragraph.end)))
      addPayload(blocks, paragraph);
    paragraph = undefined;
  };
  let isFrontMatter = text.startsWith('---\n') || text.startsWith('---\r\n');
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    if (isFrontMatter) {
      blocks.silent.push({ start, end });
      if (start > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) isFrontMatter = false;
      continue;
    }
    const mark = /^ {0,3}(`{3,20}|~{3,20})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === undefined || !mark.startsWith(fence.mark)) continue;
      blocks.payloads.push({ start: fence.bodyStart, end: start });
      fence = undefined;
      blocks.silent.push({ start, end });
    } else if (mark !== undefined) {
      endParagraph();
      blocks.silent.push({ start, end });
      fence = { mark, bodyStart: end };
    } else if (line.trim() === '') endParagraph();
    else if (TRACE_LINE.test(line)) {
      blocks.silent.push({ start, end });
      paragraph = { start: paragraph?.start ?? start, end };
    } else paragraph = { start: paragraph?.start ?? start, end };
  }
  endParagraph();
  if (fence !== undefined) blocks.payloads.push({ start: fence.bodyStart, end: text.length });
  return blocks;
}

/** Of a longer line the start tells what it is. */
const LONGEST_LINE = 2_000;
const TRACE_LINE =
  /^\s*(?:at (?:(?:async|new) )?\S{1,300}(?:\(| \(\S{0,300}[:.]|:\d| \[as )|at \S{1,300}\s*$|File "|Traceback \(most recent|(?:Uncaught )?[\w.]{0,200}(?:Error|Exception)\b(?: \[\w{1,60}\])?: )/;

/** Paragraphs of data that follow one another are one payload. */
function addPayload({ payloads }: Blocks, { start, end }: TextRange): void {
  const last = payloads.at(-1);
  if (last !== undefined && start - last.end <= 2) last.end = end;
  else payloads.push({ start, end });
}

function isData(paragraph: string): boolean {
  const lines = paragraph.trimEnd().split('\n');
  if (/^\s*[[{]/.test(paragraph) && (lines.length >= LEAST_DATA_LINES || paragraph.length > LONGEST_LINE)) {
    return /["\]}]\s*,?\s*$/.test(paragraph.slice(-200));
  }
  return (
    lines.length >= LEAST_DATA_LINES &&
    !lines.slice(0, LEAST_DATA_LINES).every(isListItem) &&
    isLog(paragraph)
  );
}

function isListItem(line: string): boolean {
  return /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line);
}

function* linesOf(text: string): Generator<TextRange> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found + 1;
    yield { start, end };
    start = end;
  }
}

/** What is said, without what was pasted, for the rules that read words only. */
function proseOnly(text: string, { payloads, silent }: Blocks): string {
  let prose = '';
  let from = 0;
  for (const { start, end } of [...payloads, ...silent].sort((a, b) => a.start - b.start)) {
    if (start > from) prose += text.slice(from, start);
    from = Math.max(from, end);
  }
  return prose + text.slice(from);
}
