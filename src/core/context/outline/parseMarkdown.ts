import type { OutlineEntry } from './outlineEntry.ts';
import type { ParsedSource, SourceSymbol } from './sourceSymbol.ts';

type Heading = { line: number; level: number; text: string };

/** The headings of a Markdown text, as one flat list (their marks tell the level), and its sections. */
export function parseMarkdown(text: string): ParsedSource {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const headings = findHeadings(lines);
  const lastLine = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return {
    entries: headings.map(({ line, text }): OutlineEntry => ({ line, text, children: [] })),
    symbols: headings.map((heading, index) => sectionOf(heading, headings.slice(index + 1), lastLine)),
  };
}

function findHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const heading = readHeading(line, lines[index + 1] ?? '');
      if (heading !== undefined) headings.push({ line: index + 1, ...heading });
    }
  }
  return headings;
}

function readHeading(line: string, next: string): { level: number; text: string } | undefined {
  const marks = /^ {0,3}(#{1,6})(?=[ \t]+\S)/.exec(line)?.[1];
  if (marks !== undefined) return { level: marks.length, text: line.trim() };
  // A list, quote, table or a line of dashes above the underline is no heading.
  const underline = /^ {0,3}(=+|--+)[ \t]*$/.exec(next)?.[1];
  if (underline === undefined || !/^ {0,3}[^\s>|#*+-]/.test(line)) return undefined;
  return { level: underline.startsWith('=') ? 1 : 2, text: line.trim() };
}

function sectionOf(
  { line, level, text }: Heading,
  later: readonly Heading[],
  lastLine: number,
): SourceSymbol {
  const next = later.find((heading) => heading.level <= level);
  const name = text.replace(/^#+\s+/, '').replace(/\s+#+$/, '');
  return { name, kind: 'section', startLine: line, endLine: next === undefined ? lastLine : next.line - 1 };
}
