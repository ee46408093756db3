import { foldError } from './foldVolatile.ts';
import { type RawLine, readRawLines } from './readLogLines.ts';

/** More than any model is sent, in UTF-16 units. What is remembered of a line is not longer than the line: so it bounds the memory, too. */
const MOST_UNITS = 4 * 1024 * 1024;

/**
 * What must survive of the middle of a log that is too long to be held: a line for each error message and each place that neither the
 * log's start nor a line before has named (`findErrorMessages`, `findReferences`).
 */
export class LogDigest {
  keptLines = 0;
  /** Lines that say something new and found no room. */
  droppedLines = 0;
  private readonly mostUnits: number;
  private readonly known = new Set<string>();
  private kept = '';
  private units = 0;
  /** The path above the line read next, and the one that a reader of what is kept sees above the line kept next. */
  private header: string | undefined;
  private keptHeader: string | undefined;

  /** `head` is the start of the log, whole lines; it is kept elsewhere. */
  constructor(head: string, mostUnits = MOST_UNITS) {
    this.mostUnits = mostUnits;
    this.readLines(head, (line) => this.remember(this.findNews(line)));
    this.keptHeader = this.header;
  }

  /** Takes the lines that follow. */
  add(text: string): void {
    const kept: string[] = [];
    this.readLines(text, (line) => {
      const news = this.findNews(line);
      if (news.length > 0) this.keep(line, news, kept);
    });
    this.kept += detach(kept.join(''));
  }

  /** What is to stand between the start and the end of the log: whole lines as they were written, below the right path. */
  get text(): string {
    return this.kept + this.changeHeader(this.header);
  }

  private readLines(text: string, take: (line: RawLine) => void): void {
    const lines = readRawLines(text, this.header);
    let next = lines.next();
    for (; !next.done; next = lines.next()) take(next.value);
    this.header = next.value && detach(next.value);
  }

  private findNews({ lines }: RawLine): string[] {
    const keys = lines.flatMap(({ message, references }) => [
      ...(message === undefined ? [] : [`!${foldError(message)}`]),
      ...references.map(({ key }) => key),
    ]);
    return keys.filter((key) => !this.known.has(key));
  }

  private keep({ raw, lines }: RawLine, news: readonly string[], kept: string[]): void {
    const header = lines.find((line) => line.header !== undefined)?.header;
    const text = `${this.changeHeader(header)}${raw}\n`;
    if (this.units + text.length > this.mostUnits) {
      this.droppedLines++;
      return;
    }
    this.remember(news);
    this.units += text.length;
    this.keptLines++;
    this.keptHeader = header;
    kept.push(text);
  }

  private remember(news: readonly string[]): void {
    for (const key of news) this.known.add(detach(key));
  }

  /** A blank line ends what stands below a path. */
  private changeHeader(header: string | undefined): string {
    if (header === this.keptHeader) return '';
    const end = this.keptHeader === undefined ? '' : '\n';
    return header === undefined ? end : `${end}${header}\n`;
  }
}

/** A copy of its own: a part of a string would hold on to the whole of it, here to all of the log. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
