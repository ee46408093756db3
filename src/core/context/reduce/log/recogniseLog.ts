import { errorMessage, PASSED_LINE } from './errorLine.ts';
import { foldLine } from './foldVolatile.ts';
import { isFrameLine } from './frameLine.ts';
import { LOG_FORMATS, LOG_RULES, type LogFormat } from './logFormats.ts';
import { splitPrefix } from './splitPrefix.ts';
import { stripControls } from './stripControls.ts';

/** So many lines of the start and of the end are looked at; of each line so many UTF-16 units. */
const SAMPLE_LINES = 300;
const SAMPLE_UNITS = 2_000;

/** One line in so many must have a known format for the text to be taken for a log of it. */
const FEWEST_SHARE = 15;

/** The formats found in a text, the one with the most lines first. CI logs hold several. */
export function recogniseFormats(text: string): LogFormat[] {
  return [...countFormats(text).keys()];
}

/** Whether a text is a log of a known format, or looks like a log of another. A document that quotes a line of one is neither. */
export function isLog(text: string): boolean {
  const hits = [...countFormats(text).values()].reduce((sum, count) => sum + count, 0);
  const lines = sampleLines(text).filter((line) => line.trim() !== '').length;
  return (hits > 0 && hits * FEWEST_SHARE >= lines) || looksLikeLog(text);
}

function countFormats(text: string): Map<LogFormat, number> {
  const hits = new Map<LogFormat, number>();
  for (const raw of sampleLines(text)) {
    const printed = splitPrefix(raw).text;
    for (const format of LOG_FORMATS) {
      const { detect } = LOG_RULES[format];
      if (detect.test(raw) || (printed !== raw && detect.test(printed))) {
        hits.set(format, (hits.get(format) ?? 0) + 1);
      }
    }
  }
  return new Map([...hits].sort((a, b) => b[1] - a[1]));
}

/** Whether a text of no known format is a log all the same: times, errors, frames or repeats in a good part of its lines. */
export function looksLikeLog(text: string): boolean {
  const lines = sampleLines(text).filter((line) => line.trim() !== '');
  const marked = lines.filter(isMarked).length;
  if (marked >= 3 && marked * 5 >= lines.length) return true;
  const long = lines.filter((line) => line.trim().length >= 10);
  const distinct = new Set(long.map((line) => foldLine(line))).size;
  return long.length >= 20 && distinct * 10 <= long.length * 3;
}

function isMarked(line: string): boolean {
  const { text, timestamp } = splitPrefix(line);
  return (
    timestamp !== undefined || isFrameLine(text) || errorMessage(text) !== undefined || PASSED_LINE.test(text)
  );
}

/** Lines from both ends, without colours, each cut to a bounded length. */
export function sampleLines(text: string): string[] {
  const window = SAMPLE_LINES * SAMPLE_UNITS;
  const head = text.slice(0, window).split(/\r\n|\n|\r/, SAMPLE_LINES);
  const tail =
    text.length <= window
      ? []
      : text
          .slice(-window / 4)
          .split(/\r\n|\n|\r/)
          .slice(1);
  return [...head, ...tail.slice(-SAMPLE_LINES)].map((line) => stripControls(line.slice(0, SAMPLE_UNITS)));
}
