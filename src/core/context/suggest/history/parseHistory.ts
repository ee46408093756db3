import type { Commit, History } from './history.ts';

/** What `git log` has to print for `parseHistory`. */
export const HISTORY_FORM = ['--name-status', '-M', '-z', '--format=%x01%ct %s'];

/** Reads what `git log` printed in `HISTORY_FORM`, the newest commit first. Files that were renamed since go by their present name. */
export function parseHistory(log: string): History {
  const presentName = new Map<string, string>();
  return log
    .split('\u0001')
    .slice(1)
    .map((record) => readCommit(record, presentName));
}

/** Fields end in NUL; the first is the time and the subject, then come statuses with one path, or two for renames and copies. */
function readCommit(record: string, presentName: Map<string, string>): Commit {
  const [head = '', ...fields] = record.split('\0');
  const paths: string[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const status = fields[index]?.trim() ?? '';
    if (!/^[A-Z]\d*$/.test(status)) continue;
    const isPair = /^[RC]/.test(status);
    const before = fields[index + 1] ?? '';
    const path = isPair ? (fields[index + 2] ?? '') : before;
    index += isPair ? 2 : 1;
    const present = presentName.get(path) ?? path;
    if (status.startsWith('R')) presentName.set(before, present);
    paths.push(present);
  }
  const space = head.indexOf(' ');
  return { timeS: Number(head.slice(0, space)) || 0, subject: head.slice(space + 1).trim(), paths };
}
