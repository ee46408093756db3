import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LogFormat, LogRoot, LogSource, Place } from '../../core/usage/sources/logSource.ts';
import { findFormat, LOG_SOURCES } from '../../core/usage/sources/sources.ts';
import type { SourceId } from '../../core/usage/usageRecord.ts';
import { isWithin } from '../files/pathWithin.ts';

/** A log on disk. For a database the size and time are those of its write-ahead log as well. */
export type FoundLog = {
  source: SourceId;
  /** A name among the source's formats. */
  format: string;
  path: string;
  sizeBytes: number;
  mtimeMs: number;
};

/** No tool nests its logs deeper; a backstop for folders that contain themselves. */
const MOST_DEPTH = 12;

/** Every log in the places, each path once. Folders that are not there or cannot be read hold none. */
export function findLogs(places: readonly Place[]): FoundLog[] {
  const logs = new Map<string, FoundLog>();
  for (const { source, ...root } of places.flatMap(findRoots)) addLogs(source, root, logs);
  return [...logs.values()];
}

/** Where logs of a place may be, whether or not there is anything. */
export function findRoots(place: Place): (LogRoot & { source: SourceId })[] {
  const sources = Object.entries(LOG_SOURCES) as [SourceId, LogSource][];
  return sources.flatMap(([source, { roots }]) => roots(place).map((root) => ({ source, ...root })));
}

/** The log as it is now; `undefined` when it is gone. */
export function lookAgain(log: FoundLog): FoundLog | undefined {
  const state = statLog(log.path, findFormat(log.source, log.format).kind);
  return state && { ...log, ...state };
}

function addLogs(source: SourceId, root: LogRoot, logs: Map<string, FoundLog>): void {
  const links = { root: root.path, seen: new Set<string>() };
  const addFile = (path: string, relative: string) => {
    const format = root.format(relative);
    if (format === undefined || logs.has(path)) return;
    const state = statLog(path, findFormat(source, format).kind);
    if (state !== undefined) logs.set(path, { source, format, path, ...state });
  };
  const walk = (folder: string, relative: string, depth: number): void => {
    for (const entry of listFolder(folder)) {
      const path = `${folder}/${entry.name}`;
      const inner = `${relative}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? kindOfLink(path, links) : kindOf(entry);
      if (kind === 'file') addFile(path, inner);
      else if (kind === 'folder' && depth < MOST_DEPTH && !root.skipFolder?.(inner))
        walk(path, inner, depth + 1);
    }
  };
  const kind = kindOf(tryStat(root.path));
  if (kind === 'file') addFile(root.path, `/${basename(root.path)}`);
  else if (kind === 'folder') walk(root.path, '', 0);
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

type Kind = 'file' | 'folder' | undefined;

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean } | undefined): Kind {
  if (entry?.isFile()) return 'file';
  return entry?.isDirectory() ? 'folder' : undefined;
}

/** A linked folder is entered once, and not at all when the root lies in it or it in the root: so links in a ring end. */
function kindOfLink(path: string, { root, seen }: { root: string; seen: Set<string> }): Kind {
  const kind = kindOf(tryStat(path));
  if (kind !== 'folder') return kind;
  try {
    const target = realpathSync(path);
    const realRoot = realpathSync(root);
    if (seen.has(target) || isWithin(realRoot, target) || isWithin(target, realRoot)) return undefined;
    seen.add(target);
    return kind;
  } catch {
    return undefined;
  }
}

function statLog(path: string, kind: LogFormat['kind']): { sizeBytes: number; mtimeMs: number } | undefined {
  const stats = tryStat(path);
  if (stats === undefined) return undefined;
  const wal = kind === 'database' ? tryStat(`${path}-wal`) : undefined;
  return {
    sizeBytes: stats.size + (wal?.size ?? 0),
    mtimeMs: Math.max(stats.mtimeMs, wal?.mtimeMs ?? 0),
  };
}

/** Nothing for what is not there, may not be looked at, or is a link to itself. */
function tryStat(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
