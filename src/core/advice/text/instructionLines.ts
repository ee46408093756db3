/** A line of prose, and what it says whatever its punctuation, letter case and list mark; `line` is from 0. */
export type SaidLine = {
  start: number;
  end: number;
  line: number;
  said: string;
  /** The heading that it stands under, without its marks; empty above the first. */
  heading: string;
  /** Begins in the line above: a sentence that was wrapped. */
  isContinued: boolean;
};

/** The lines of a Markdown text that say something, without fences, headings, tables and front matter. */
export function instructionLines(text: string): SaidLine[] {
  const said: SaidLine[] = [];
  let fence: string | undefined;
  let start = 0;
  let heading = '';
  let isOpen = false;
  let isFrontMatter = /^---\r?\n/.test(text);
  for (const [line, raw] of text.split('\n').entries()) {
    const end = start + raw.replace(/\r$/, '').length;
    const mark = /^ {0,3}(`{3}|~{3})/.exec(raw)?.[1];
    if (isFrontMatter) {
      if (line > 0 && /^---\s*$/.test(raw)) isFrontMatter = false;
    } else if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    else if (fence === undefined && raw.length <= LONGEST_LINE && !/^\s*(?:#|\||<!--|$)/.test(raw)) {
      said.push({
        start,
        end,
        line,
        said: normaliseLine(raw),
        heading,
        isContinued: isOpen && !LIST_MARK.test(raw),
      });
    } else if (fence === undefined) heading = /^ {0,3}#{1,6}\s+(\S.{0,200})/.exec(raw)?.[1] ?? heading;
    isOpen = OPEN_END.test(raw);
    start += raw.length + 1;
  }
  return said.filter((each) => each.said !== '');
}

const LIST_MARK = /^\s*(?:[-*+]|\d{1,3}[.)])\s/;
/** Of a line that ends within a sentence. */
const OPEN_END = /[^\s.!?:;|#>`~-]\s*$/;

/** Instructions are written by hand; what is longer is data. */
const LONGEST_LINE = 2_000;

export function normaliseLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/^\s*(?:[-*+>]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?/, '')
    .replace(/[^\p{L}\p{N}\s./+#-]+/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
}
