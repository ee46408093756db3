import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Place } from '../../core/usage/sources/logSource.ts';
import type { FoundLog } from './findLogs.ts';
import { findRoots } from './findLogs.ts';

/** A log that grows is in a folder where something happened lately; what happens in others is found by the next full look. */
const MOST_FOLDERS = 200;

/** Watches the folders of logs that are in use. Only folders: watching each file costs a handle for each. */
export class LogWatcher {
  private readonly onChange: (path: string) => void;
  private readonly watchers = new Map<string, FSWatcher>();

  /** `onChange` gets the path that changed, or that of a folder. */
  constructor(onChange: (path: string) => void) {
    this.onChange = onChange;
  }

  /** Follows what a full look has found. */
  follow(places: readonly Place[], logs: readonly FoundLog[]): void {
    const recent = logs.toSorted((a, b) => b.mtimeMs - a.mtimeMs).map(({ path }) => dirname(path));
    const roots = places.flatMap(findRoots).map(({ path }) => path);
    const wanted = new Set([...new Set(recent)].slice(0, MOST_FOLDERS).concat(roots));
    for (const [folder, watcher] of this.watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of wanted) if (!this.watchers.has(folder)) this.watchFolder(folder);
  }

  dispose(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /** A folder that is not there, or cannot be watched, is seen by polling alone. */
  private watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => this.onChange(name === null ? folder : `${folder}/${name}`));
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {}
  }
}
