import {
  appendFileSync,
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';

export type JsonLinesTaker<Entry> = {
  take: (entry: Entry) => void;
  /** The file was written anew: what it held before counts no more. */
  forget: () => void;
};

/**
 * A file to which several processes append a line of JSON per write, at once, so that a line that was torn off takes nothing else with it.
 * Each gets what the others write when it reads on.
 */
export class JsonLinesFile<Entry> {
  private readonly path: string;
  private readonly taker: JsonLinesTaker<Entry>;
  private readBytes = 0;
  /** Tells the file from one that was put in its place. */
  private inode: bigint | undefined;

  constructor(path: string, taker: JsonLinesTaker<Entry>) {
    this.path = path;
    this.taker = taker;
  }

  /** Takes what any process has appended since. */
  readOn(): void {
    const file = openIfThere(this.path);
    if (file === undefined) return;
    try {
      const { ino, size } = fstatSync(file, { bigint: true });
      if (this.inode !== undefined && this.inode !== ino) {
        this.taker.forget();
        this.readBytes = 0;
      }
      this.inode = ino;
      this.readFrom(file, Number(size) - this.readBytes);
    } finally {
      closeSync(file);
    }
  }

  append(entry: Entry): void {
    // What a torn line left behind must not swallow this one.
    appendFileSync(this.path, `\n${JSON.stringify(entry)}\n`);
    this.readOn();
  }

  /** Puts a file with this one entry in its place, which its writer knows already. */
  rewrite(entry: Entry): void {
    const text = `${JSON.stringify(entry)}\n`;
    const temporary = `${this.path}.${process.pid}.tmp`;
    writeFileSync(temporary, text);
    renameSync(temporary, this.path);
    this.inode = statSync(this.path, { bigint: true }).ino;
    this.readBytes = Buffer.byteLength(text);
  }

  private readFrom(file: number, length: number): void {
    if (length <= 0) return;
    const bytes = Buffer.alloc(length);
    const text = bytes.subarray(0, readSync(file, bytes, 0, length, this.readBytes));
    const end = text.lastIndexOf(10) + 1;
    this.readBytes += end;
    for (const line of text.subarray(0, end).toString().split('\n')) {
      const entry = parseEntry<Entry>(line);
      if (entry !== undefined) this.taker.take(entry);
    }
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

function parseEntry<Entry>(line: string): Entry | undefined {
  if (line === '') return undefined;
  try {
    // Whole lines are what `append` and `rewrite` wrote.
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
