import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';

const MEGABYTE = 1024 * 1024;

/** The logs of a home over and over, each time under other ids and years, until there are `bytes` of them. Returns the folder. */
export function repeatHome(home: string, target: string, bytes: number): string {
  const logs = findLogs(placesOfHome(home)).map(({ path }) => ({ path, text: readFileSync(path, 'latin1') }));
  let written = 0;
  for (let copy = 0; written < bytes; copy++) {
    for (const { path, text } of logs) {
      const name = relative(home, path).replace(/([^/]+)$/, `${copy}-$1`);
      const renamed = text
        .replaceAll('"msg_', `"msg_${copy}_`)
        .replaceAll('"timestamp":"202', `"timestamp":"20${3 + (copy % 7)}`);
      write(join(target, name), Buffer.from(renamed, 'latin1'));
      written += renamed.length;
    }
  }
  return target;
}

export function makeManyFiles(target: string, count: number): string {
  for (let index = 0; index < count; index++) {
    const name = `.claude/projects/p${index % 100}/${index}.jsonl`;
    write(join(target, name), `${JSON.stringify(claudeLine({ id: `msg_${index}` }))}\n`);
  }
  return target;
}

type LargeFile = { name: string; home: string; wantedMs?: number };

/** Files that no reader should hold in memory. */
export function makeLargeFiles(target: string): LargeFile[] {
  const line = `${JSON.stringify(claudeLine())}\n`;
  const log = (name: string) => join(target, name, '.claude/projects/p/a.jsonl');
  const user = `${JSON.stringify({ type: 'user', message: { content: 'x'.repeat(100_000) } })}\n`;
  write(log('oneGigabyte'), line);
  append(log('oneGigabyte'), (write) => {
    for (let index = 0; index < 10_000; index++) {
      write(`${user}${JSON.stringify(claudeLine({ id: `msg_${index}` }))}\n`);
    }
  });
  write(log('longLine'), `{"usage":"${'x'.repeat(60 * MEGABYTE)}"}\n${line}`);
  write(log('sparse'), line);
  append(log('sparse'), (_, file) => ftruncateSync(file, 10 * 1024 * MEGABYTE));
  return [
    { name: 'one file of 1 GB', home: join(target, 'oneGigabyte') },
    { name: 'one line of 60 MB', home: join(target, 'longLine'), wantedMs: 1000 },
    { name: 'a sparse file of 10 GB', home: join(target, 'sparse') },
  ];
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function append(path: string, work: (write: (text: string) => void, file: number) => void): void {
  const file = openSync(path, 'a');
  work((text) => void writeSync(file, text), file);
  closeSync(file);
}
