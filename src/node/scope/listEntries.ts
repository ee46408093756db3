import { dirname, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { SkipReason } from '../../core/context/fileState.ts';
import { isDeniedPath } from '../../core/context/gates/isDeniedPath.ts';
import type { DiffTarget, ScopeItem } from '../../core/context/scopeItem.ts';
import type { ScopeRequest } from '../../core/context/scopeRequest.ts';
import { listFiles, walkTree } from '../files/folderTree.ts';
import { isWithin } from '../files/pathWithin.ts';
import { resolveInside, resolveRoots } from '../files/resolveInside.ts';
import { readDiff } from '../git/readDiff.ts';
import { isDeniedFile } from './isDeniedFile.ts';

/** One document that an item may become. `path` is absolute, empty for what is no file; `text` is there where it is not that of the file. */
export type ScopeEntry = { path: string; text?: string; skip?: SkipReason };

/** Finds what the items of one request stand for. */
export class EntryLister {
  private readonly request: ScopeRequest;
  private readonly signal: AbortSignal | undefined;
  private readonly diffs = new Map<string, ReturnType<typeof readDiff>>();

  constructor(request: ScopeRequest, signal: AbortSignal | undefined) {
    this.request = request;
    this.signal = signal;
  }

  /** What is likely to hold secrets comes with that as its reason, whatever kind of item it is a part of. */
  async list(item: ScopeItem): Promise<ScopeEntry[]> {
    const entries = await this.find(item);
    return entries.map((entry) => {
      const isDenied = entry.skip === undefined && isDeniedPath(entry.path) !== undefined;
      return isDenied ? { path: entry.path, skip: 'denied' } : entry;
    });
  }

  private async find(item: ScopeItem): Promise<ScopeEntry[]> {
    switch (item.kind) {
      case 'text':
        // No file: whether its last line ends says nothing.
        return [{ path: '', text: item.text.endsWith('\n') ? item.text : `${item.text}\n` }];
      case 'problems': {
        const text = this.request.problems[item.id];
        return [text === undefined ? { path: item.path, skip: 'noProblems' } : { path: item.path, text }];
      }
      case 'gitDiff':
        return this.listChanges(item.path, item.target);
      default:
        return item.detail === 'diff' ? this.listChangesOf(item) : this.listFiles(item);
    }
  }

  private async listFiles(item: ScopeItem & { path: string }): Promise<ScopeEntry[]> {
    const roots = this.request.roots.map((root) => root.path);
    const resolved = resolveInside(item.path, resolveRoots(roots));
    if ('skip' in resolved) {
      // A document can outlive its file: what is on the screen can still be sent.
      const isOnlyOpen = resolved.skip === 'missing' && this.isUnsaved(item.path, roots);
      return [isOnlyOpen ? { path: item.path } : { path: item.path, skip: resolved.skip }];
    }
    if (item.kind !== 'folder' && item.kind !== 'glob') {
      const isDenied = isDeniedPath(resolved.target) !== undefined;
      return [isDenied ? { path: item.path, skip: 'denied' } : { path: item.path }];
    }
    const isTaken = matcherOf(item);
    const found = [...listFiles(await walkTree(item.path, roots, this.signal))];
    const entries = found
      .filter(({ path }) => isTaken(path))
      .map((file): ScopeEntry => {
        const isDeniedLink = file.kind === 'link' && isDeniedFile(file);
        const skip = file.skip ?? (isDeniedLink ? 'denied' : undefined);
        return { path: file.path, ...(skip !== undefined && { skip }) };
      });
    const isUnmatched = item.kind === 'glob' && entries.length === 0;
    return isUnmatched ? [{ path: item.path, skip: 'noMatch' }] : entries;
  }

  /** What has changed in the files of an item since the last commit. */
  private async listChangesOf(item: ScopeItem & { path: string }): Promise<ScopeEntry[]> {
    // Below the item itself: the repository may be one of several in the workspace, or a submodule.
    const folder = item.kind === 'folder' || item.kind === 'glob' ? item.path : dirname(item.path);
    const diff = await this.readChanges(folder, { to: 'workingTree' });
    if ('skip' in diff) return [{ path: item.path, skip: diff.skip }];
    const isTaken = matcherOf(item);
    const own = diff.files.filter(({ path }) => isWithin(item.path, path) && isTaken(path));
    return own.length === 0 ? [{ path: item.path, skip: 'unchanged' }] : own;
  }

  private async listChanges(folder: string, target: DiffTarget): Promise<ScopeEntry[]> {
    const diff = await this.readChanges(folder, target);
    if ('skip' in diff) return [{ path: folder, skip: diff.skip }];
    return diff.files.length === 0 ? [{ path: folder, skip: 'unchanged' }] : diff.files;
  }

  /** The changes below a folder of the workspace; Git would show those of any folder. */
  private async readChanges(folder: string, target: DiffTarget) {
    if (!this.request.mayRunGit) return { skip: 'untrusted' } as const;
    const inside = resolveInside(folder, resolveRoots(this.request.roots.map(({ path }) => path)));
    if ('skip' in inside) return inside;
    const key = `${folder}\0${JSON.stringify(target)}`;
    const reading = this.diffs.get(key) ?? readDiff(folder, target, this.signal);
    this.diffs.set(key, reading);
    return reading;
  }

  private isUnsaved(path: string, roots: readonly string[]): boolean {
    return Object.hasOwn(this.request.unsaved, path) && roots.some((root) => isWithin(root, path));
  }
}

/** Globs are matched against the path below the item's folder, files that start with a dot included. */
function matcherOf(item: ScopeItem): (path: string) => boolean {
  if (item.kind !== 'glob') return () => true;
  const matches = picomatch(item.pattern, { dot: true });
  return (path) => matches(relative(item.path, path).split(sep).join('/'));
}
