import { readFile } from 'node:fs/promises';
import { IdentifierTable } from '../../core/context/suggest/facts/identifierTable.ts';
import type { History } from '../../core/context/suggest/history/history.ts';
import { replaceFile } from '../files/replaceFile.ts';
import type { StoredFile } from './readIndexedFile.ts';

/** To be raised when what is read from a file, or how it is written here, changes. */
const INDEX_VERSION = 1;

/** The history of one root, with the commit at which it was read. */
export type StoredHistory = { head: string; commits: History };

export type StoredIndex = {
  table: IdentifierTable;
  files: Map<string, StoredFile>;
  histories: Map<string, StoredHistory>;
};

/** Writes the index as a whole, identifiers that no file has any more left out. */
export async function writeIndex(path: string, { table, files, histories }: StoredIndex): Promise<void> {
  const used = new IdentifierTable();
  const rows = [...files.values()].map((file) => {
    const ids = Array.from(file.identifiers, (identifier) => used.intern(table.names[identifier] ?? ''));
    return writeRow(file, ids);
  });
  const body = JSON.stringify({ names: used.names, rows, histories: [...histories] });
  await replaceFile(path, `${await headerOf(body)}\n${body}`);
}

/** Nothing when there is none, when it was cut short or changed, or when another version wrote it. */
export async function readIndex(path: string): Promise<StoredIndex | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const end = content.indexOf('\n');
  const body = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== (await headerOf(body))) return undefined;
  // The hash says that it is what this version has written.
  const { names, rows, histories } = JSON.parse(body) as {
    names: string[];
    rows: Row[];
    histories: [string, StoredHistory][];
  };
  const files = new Map(rows.map((row) => [row[0], readRow(row)]));
  return { table: new IdentifierTable(names), files, histories: new Map(histories) };
}

type Row = [
  path: string,
  sizeBytes: number,
  mtimeMs: number,
  tokens: number,
  length: number,
  isBulk: 0 | 1,
  names: string[],
  imports: string[],
  provides: string[],
  identifiers: number[],
  counts: string,
];

function writeRow(file: StoredFile, identifiers: number[]): Row {
  const { path, sizeBytes, mtimeMs, tokens, length, isBulk, names, imports, provides, counts } = file;
  const packed = Buffer.from(counts).toString('base64');
  return [
    path,
    sizeBytes,
    mtimeMs,
    tokens,
    length,
    isBulk ? 1 : 0,
    names,
    imports,
    provides,
    identifiers,
    packed,
  ];
}

function readRow(row: Row): StoredFile {
  const [path, sizeBytes, mtimeMs, tokens, length, isBulk, names, imports, provides, identifiers, counts] =
    row;
  return {
    path,
    sizeBytes,
    mtimeMs,
    tokens,
    length,
    isBulk: isBulk === 1,
    names,
    imports,
    provides,
    identifiers: Uint32Array.from(identifiers),
    counts: new Uint8Array(Buffer.from(counts, 'base64')),
  };
}

async function headerOf(body: string): Promise<string> {
  // Here and not at the top: most worker threads have no index, and it is a third of what their bundle takes to start.
  const { createHash } = await import('node:crypto');
  return `token-meter scope index ${INDEX_VERSION} ${createHash('sha256').update(body).digest('hex')}`;
}
