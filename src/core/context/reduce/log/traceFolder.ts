import { addCut, type CutCounts, formatNote, listNotes } from '../reduction.ts';
import type { LogLine } from './logLine.ts';
import { type OutLine, outLine } from './logOutput.ts';
import { type Frame, readFrame } from './readFrame.ts';

type TraceFrame = { lines: readonly LogLine[]; isLibrary: boolean };
/** Frames that follow each other. */
export type Trace = { frames: TraceFrame[]; lineCount: number };

/** Of a trace with library frames only, so many are shown. */
const LIBRARY_FRAMES_SHOWN = 2;

export function readTrace(lines: readonly LogLine[], start: number): Trace {
  const frames: TraceFrame[] = [];
  let at = start;
  for (
    let frame: Frame | undefined = readFrame(lines, at);
    frame !== undefined;
    frame = readFrame(lines, at)
  ) {
    frames.push({ lines: lines.slice(at, at + frame.length), isLibrary: frame.isLibrary });
    at += frame.length;
  }
  return { frames, lineCount: at - start };
}

/**
 * Prints stack traces: own frames in full, at least the first of each trace; frames of libraries as one line with their number and
 * the places not named yet.
 */
export class TraceFolder {
  private readonly out: OutLine[];
  private readonly places: Set<string>;
  private readonly cuts: CutCounts;
  private readonly seen = new Set<string>();

  constructor(out: OutLine[], places: Set<string>, cuts: CutCounts) {
    this.out = out;
    this.places = places;
    this.cuts = cuts;
  }

  /** `above` is the line before the trace; when it was left out as a repeat, it is printed again unless the trace repeats, too. */
  add({ frames }: Trace, above: LogLine | undefined): void {
    const key = JSON.stringify([above?.message, ...frames.map(textOf)]);
    if (this.seen.has(key)) return addCut(this.cuts, 'sameFrames', frames.length);
    this.seen.add(key);
    if (above?.message !== undefined && this.lastPrinted() !== above.text) {
      this.out.push(outLine(above.text, 'error', above));
    }
    const hasOwn = frames.some(({ isLibrary }) => !isLibrary);
    let shown = 0;
    let folded: TraceFrame[] = [];
    for (const frame of frames) {
      const isShown = hasOwn
        ? !frame.isLibrary && (shown === 0 || this.isNew(frame))
        : shown < LIBRARY_FRAMES_SHOWN;
      if (!isShown) folded.push(frame);
      else {
        this.fold(folded);
        folded = [];
        this.print(frame);
        shown++;
      }
    }
    this.fold(folded);
  }

  private lastPrinted(): string | undefined {
    return this.out.at(-1)?.text;
  }

  private isNew(frame: TraceFrame): boolean {
    return !this.seen.has(textOf(frame));
  }

  private print(frame: TraceFrame): void {
    this.seen.add(textOf(frame));
    for (const line of frame.lines) {
      this.out.push(outLine(line.text, 'frame', line));
      for (const { key } of line.references) this.places.add(key);
    }
  }

  private fold(frames: readonly TraceFrame[]): void {
    if (frames.length === 0) return;
    const library = frames.filter(({ isLibrary }) => isLibrary).length;
    const known = frames.length - library;
    addCut(this.cuts, 'frames', library);
    addCut(this.cuts, 'sameFrames', known);
    const notes: CutCounts = new Map();
    addCut(notes, 'frames', library);
    addCut(notes, 'sameFrames', known);
    const places = this.takePlaces(frames);
    const list = places.length === 0 ? '' : `: ${places.join(', ')}`;
    this.out.push(outLine(`    … ${listNotes(notes).map(formatNote).join(', ')}${list}`, 'frame'));
  }

  /** The places of folded frames that the log has not named yet. */
  private takePlaces(frames: readonly TraceFrame[]): string[] {
    const fresh = frames
      .flatMap(({ lines }) => lines)
      .flatMap(({ references }) => references)
      .filter(({ key }) => !this.places.has(key));
    for (const { key } of fresh) this.places.add(key);
    return [...new Set(fresh.map(({ text }) => text))];
  }
}

function textOf({ lines }: TraceFrame): string {
  return lines.map(({ text }) => text).join('\n');
}
