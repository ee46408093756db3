import { readFile } from 'node:fs/promises';
import type { FileNote } from '../../core/context/fileState.ts';
import { ENGINE_VERSION } from '../../core/tokens/engineVersion.ts';
import { replaceFile } from '../files/replaceFile.ts';
import type { CountedFile } from './countFile.ts';

/** Beyond this the files that were not asked for the longest are forgotten: about 25 MB. */
const MOST_FILES = 200_000;

/**
 * Counts of files on disk, known again by path, size and time of change. One file per encoding in the extension's storage.
 *
 * It is a cache: what is broken, or was written by another version of the engine, is dropped and counted anew. Several
 * windows may use it at once; a file is replaced as a whole, and the last one to write keeps what the others have added.
 */
export class CountCache {
  private readonly path: string;
  private loading: Promise<Map<string, CountedFile>> | undefined;
  private entries = new Map<string, CountedFile>();
  private readonly added = new Map<string, CountedFile>();

  /** `path` is the cache file; it need not exist. */
  constructor(path: string) {
    this.path = path;
  }

  /** Reads the file; once is enough. */
  async load(): Promise<void> {
    this.loading ??= readEntries(this.path);
    this.entries = await this.loading;
  }

  /** The count of a file that has not changed since; nothing before the cache is loaded. */
  find(path: string, sizeBytes: number, mtimeMs: number): CountedFile | undefined {
    const entry = this.added.get(path) ?? this.entries.get(path);
    return entry?.sizeBytes === sizeBytes && entry.mtimeMs === mtimeMs ? entry : undefined;
  }

  add(path: string, counted: CountedFile): void {
    this.entries.set(path, counted);
    this.added.set(path, counted);
  }

  /** Writes what was added since, together with what other windows have written meanwhile. */
  async save(): Promise<void> {
    if (this.added.size === 0) return;
    const entries = await readEntries(this.path);
    for (const [path, counted] of this.added) {
      entries.delete(path); // The newest ones stand last, so that the oldest ones are dropped first.
      entries.set(path, counted);
    }
    this.added.clear();
    await replaceFile(this.path, await writeEntries([...entries].slice(-MOST_FILES)));
  }
}

type Row = [
  path: string,
  sizeBytes: number,
  mtimeMs: number,
  tokens: number,
  mix: [prose: number, code: number, nonLatin: number],
  note: FileNote | null,
];

async function writeEntries(entries: readonly [string, CountedFile][]): Promise<string> {
  const rows = entries.map(([path, { count, sizeBytes, mtimeMs, note }]) => {
    const { prose, code, nonLatin } = count.mix;
    const mix: Row[4] = [prose, code, nonLatin];
    return [path, sizeBytes, mtimeMs, count.tokens, mix, note ?? null] satisfies Row;
  });
  const body = JSON.stringify(rows);
  return `${await headerOf(body)}\n${body}`;
}

/** Nothing when there is no cache, when it was cut short or changed, or when another engine wrote it. */
async function readEntries(path: string): Promise<Map<string, CountedFile>> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const end = content.indexOf('\n');
  const body = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== (await headerOf(body))) return new Map();
  // The hash says that it is what this version of the engine wrote.
  return new Map((JSON.parse(body) as Row[]).map(readRow));
}

function readRow([path, sizeBytes, mtimeMs, tokens, [prose, code, nonLatin], note]: Row): [
  string,
  CountedFile,
] {
  const counted = { count: { tokens, mix: { prose, code, nonLatin } }, sizeBytes, mtimeMs };
  return [path, note === null ? counted : { ...counted, note }];
}

async function headerOf(body: string): Promise<string> {
  // Here and not at the top: threads of the pool have no cache, and it is a third of what their bundle takes to start.
  const { createHash } = await import('node:crypto');
  return `token-meter counts ${ENGINE_VERSION} ${createHash('sha256').update(body).digest('hex')}`;
}
