import { copyFileSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, message } from '../../../core/message.ts';
import { importSqlite } from '../importSqlite.ts';
import { MissingInNode } from '../skipOf.ts';
import { JsonLinesLedger } from './jsonLinesLedger.ts';
import type { Ledger } from './ledger.ts';
import { BrokenLedger, backupPathOf, SqliteLedger } from './sqliteLedger.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody repairs for longer; whoever held the lock has died. */
const LOCK_MS = 60_000;

export type OpenedLedger = {
  ledger: Ledger;
  /** What a user should know of: that the ledger was broken, and what was done. */
  notice?: Message;
};

/**
 * Opens the ledger of a folder, made if it is missing. A broken one is set aside and its last backup takes its place; logs are read anew
 * then. Without SQLite it is kept as JSON lines.
 */
export async function openLedger(folder: string, nowMs: number): Promise<OpenedLedger> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'ledger.db');
  try {
    const sqlite = await importSqlite();
    const open = () => new SqliteLedger(sqlite, path);
    const isNew = !existsSync(path);
    const opened = openOrRepair(open, path, nowMs);
    if (!isNew) backUpDaily(opened.ledger, path, nowMs);
    return opened;
  } catch (error) {
    if (!(error instanceof MissingInNode)) throw error;
    return { ledger: new JsonLinesLedger(join(folder, 'ledger.jsonl')) };
  }
}

function openOrRepair(open: () => Ledger, path: string, nowMs: number): OpenedLedger {
  try {
    return { ledger: open() };
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
  return withLock(`${path}.repair`, () => {
    try {
      return { ledger: open() }; // Another window has repaired it meanwhile.
    } catch (error) {
      if (!isBroken(error)) throw error;
    }
    const aside = setAside(path, nowMs);
    const restored = restoreBackup(open, path);
    const ledger = restored ?? open();
    ledger.clear('checkpoints');
    return { ledger, notice: describeRepair(aside, restored !== undefined) };
  });
}

function describeRepair(aside: string, isRestored: boolean): Message {
  return isRestored
    ? message(
        'The usage ledger was damaged and is kept as {0}. Its last backup took its place, and all logs are read anew.',
        aside,
      )
    : message(
        'The usage ledger was damaged and is kept as {0}. There was no backup, and all logs are read anew.',
        aside,
      );
}

/** SQLite's codes for a damaged file and for one that is no database. */
function isBroken(error: unknown): boolean {
  if (error instanceof BrokenLedger) return true;
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
  return code === 11 || code === 26;
}

function setAside(path: string, nowMs: number): string {
  const aside = path.replace(/\.db$/, `.broken-${nowMs}.db`);
  renameSync(path, aside);
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  return aside;
}

function restoreBackup(open: () => Ledger, path: string): Ledger | undefined {
  const backup = backupPathOf(path);
  if (!existsSync(backup)) return undefined;
  copyFileSync(backup, path);
  try {
    return open();
  } catch (error) {
    if (!isBroken(error)) throw error;
    rmSync(path, { force: true });
    return undefined;
  }
}

/** A folder is made by one process alone. */
function withLock<T>(lock: string, work: () => T): T {
  const deadline = Date.now() + LOCK_MS;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      const isStale = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LOCK_MS;
      if (isStale) rmSync(lock, { recursive: true, force: true });
      else if (Date.now() > deadline) throw error;
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  try {
    return work();
  } finally {
    rmdirSync(lock);
  }
}

/** A ledger that cannot be copied today, on a full disk, is still a ledger. */
function backUpDaily(ledger: Ledger, path: string, nowMs: number): void {
  const backup = statSync(backupPathOf(path), { throwIfNoEntry: false });
  if (backup !== undefined && Math.abs(nowMs - backup.mtimeMs) < DAY_MS) return;
  try {
    ledger.backUp();
  } catch {}
}
