import { basename, relative, sep } from 'node:path';
import { cutLines } from '../../core/context/cutLines.ts';
import { applyGates } from '../../core/context/gates/applyGates.ts';
import { isDeniedPath } from '../../core/context/gates/isDeniedPath.ts';
import type { MeasuredFile, MeasuredItem, MeasuredScope } from '../../core/context/measuredScope.ts';
import { FORMATS } from '../../core/context/render/formats.ts';
import type { ScopeDocument } from '../../core/context/render/scopeDocument.ts';
import type { Scope } from '../../core/context/scope.ts';
import type { ScopeItem } from '../../core/context/scopeItem.ts';
import type { ScopeRequest, WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { measureContentMix } from '../../core/tokens/contentMix.ts';
import { sumTextCounts } from '../../core/tokens/tokenCount.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import type { CounterLoader } from '../counting/counterLoader.ts';
import type { FileCounter } from '../counting/fileCounter.ts';
import type { FolderEntry } from '../files/folderTree.ts';
import { isWithin } from '../files/pathWithin.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { resolveInside, resolveRoots } from '../files/resolveInside.ts';
import { walkFolder } from '../files/walkFolder.ts';

/**
 * Reads the checked items, counts each file, renders the whole and counts that. What cannot be read is listed with
 * its reason and the rest goes on. Rejects with the signal's reason once `signal` is aborted.
 */
export async function measureScope(
  request: ScopeRequest,
  files: FileCounter,
  loadCounter: CounterLoader,
  signal?: AbortSignal,
): Promise<{ measured: MeasuredScope; text: string }> {
  const counter = await loadCounter(request.encoding);
  const reader = new ScopeReader(request, files, counter, signal);
  const items: MeasuredItem[] = [];
  for (const item of wholeFilesFirst(request.scope)) items.push(await reader.readItem(item));
  const documents = request.scope.flatMap((item) => reader.documents.get(item.id) ?? []);
  const text = FORMATS[request.format].render(documents);
  // What leaves is what the gates let through; so that is what is counted.
  const gated = applyGates(text).text;
  const total = { tokens: counter.countTokens(gated), mix: measureContentMix(gated) };
  return { measured: { items, documentCount: documents.length, total }, text };
}

/** A path as the model sees it: relative to its folder, behind the folder's name where there are several. */
export function labelOf(path: string, roots: readonly WorkspaceRoot[]): string {
  const root = roots.find((candidate) => isWithin(candidate.path, path));
  if (root === undefined) return basename(path);
  const local = relative(root.path, path).split(sep).join('/');
  return roots.length === 1 ? local : `${root.name}/${local}`;
}

/** Lines of a file that is in the scope as a whole would be sent twice; so whole files are read first. */
function wholeFilesFirst(scope: Scope): ScopeItem[] {
  const isLines = (item: ScopeItem) => item.kind === 'lines';
  return [...scope.filter((item) => !isLines(item)), ...scope.filter(isLines)];
}

/** Reads items one after the other and remembers which files are taken already. */
class ScopeReader {
  /** The documents of each item, by the item's id. */
  readonly documents = new Map<string, ScopeDocument[]>();
  private readonly taken = new Set<string>();
  private readonly request: ScopeRequest;
  private readonly files: FileCounter;
  private readonly counter: TokenCounter;
  private readonly signal: AbortSignal | undefined;

  constructor(
    request: ScopeRequest,
    files: FileCounter,
    counter: TokenCounter,
    signal: AbortSignal | undefined,
  ) {
    this.request = request;
    this.files = files;
    this.counter = counter;
    this.signal = signal;
  }

  async readItem(item: ScopeItem): Promise<MeasuredItem> {
    const entries: FolderEntry[] = [];
    for await (const entry of this.entriesOf(item)) {
      this.signal?.throwIfAborted();
      entries.push(entry);
    }
    const files = await this.countEntries(item, entries);
    for (const file of files) {
      if (file.count !== undefined && file.excluded === undefined) await this.takeFile(item, file);
    }
    const included = files.filter((file) => file.excluded === undefined).flatMap((file) => file.count ?? []);
    return { id: item.id, total: sumTextCounts(included), files };
  }

  private async *entriesOf(item: ScopeItem): AsyncGenerator<FolderEntry> {
    const roots = this.request.roots.map((root) => root.path);
    const resolved = resolveInside(item.path, resolveRoots(roots));
    // A document can outlive its file: what is on the screen can still be sent.
    const isOnlyOpen = 'skip' in resolved && resolved.skip === 'missing' && this.isUnsaved(item.path, roots);
    if ('skip' in resolved && !isOnlyOpen) yield { path: item.path, skip: resolved.skip };
    else if (item.kind === 'folder') yield* walkFolder(item.path, roots, this.signal);
    else yield { path: item.path };
  }

  private isUnsaved(path: string, roots: readonly string[]): boolean {
    return Object.hasOwn(this.request.unsaved, path) && roots.some((root) => isWithin(root, path));
  }

  /** What each entry comes to; whole files on disk are counted together, on the pool. */
  private async countEntries(item: ScopeItem, entries: readonly FolderEntry[]): Promise<MeasuredFile[]> {
    const isOnDisk = ({ path, skip }: FolderEntry) =>
      skip === undefined &&
      isDeniedPath(path) === undefined &&
      item.kind !== 'lines' &&
      !this.taken.has(path) &&
      !Object.hasOwn(this.request.unsaved, path);
    const paths = entries.filter(isOnDisk).map(({ path }) => path);
    const counted = await this.files.countFiles(paths, this.request.encoding, this.signal);
    const countOf = new Map(paths.map((path, index) => [path, counted[index]]));
    return Promise.all(
      entries.map(async ({ path, skip }) => {
        const file = { path, label: labelOf(path, this.request.roots), ...this.excludedMark(item, path) };
        if (skip !== undefined) return { ...file, skip };
        if (isDeniedPath(path) !== undefined) return { ...file, skip: 'denied' } as const;
        if (this.taken.has(path)) return { ...file, note: 'duplicate' } as const;
        const found = countOf.get(path) ?? (await this.countText(item, path));
        if ('skip' in found) return { ...file, skip: found.skip };
        return { ...file, count: found.count, ...(found.note !== undefined && { note: found.note }) };
      }),
    );
  }

  /** Lines of a file, and documents that are not saved. */
  private async countText(item: ScopeItem, path: string) {
    const read = await this.readText(item, path);
    if ('skip' in read) return read;
    const count = { tokens: this.counter.countTokens(read.text), mix: measureContentMix(read.text) };
    return { count, note: read.note };
  }

  private async readText(item: ScopeItem, path: string) {
    const unsaved = this.request.unsaved[path];
    const read = unsaved === undefined ? readTextFile(path) : { text: unsaved, note: undefined };
    if ('skip' in read) return read;
    return { text: item.kind === 'lines' ? cutLines(read.text, item.lines) : read.text, note: read.note };
  }

  private async takeFile(item: ScopeItem, file: MeasuredFile): Promise<void> {
    this.signal?.throwIfAborted();
    const read = await this.readText(item, file.path);
    if ('skip' in read) {
      // Gone or changed since it was counted a moment ago.
      delete file.count;
      file.skip = read.skip;
      return;
    }
    if (item.kind !== 'lines') this.taken.add(file.path);
    const document = {
      path: file.label,
      text: read.text,
      ...(item.kind === 'lines' && { lines: item.lines }),
    };
    const documents = this.documents.get(item.id);
    if (documents === undefined) this.documents.set(item.id, [document]);
    else documents.push(document);
  }

  private excludedMark(item: ScopeItem, path: string): { excluded?: true } {
    const isExcluded = item.kind === 'folder' && item.excluded.some((excluded) => isWithin(excluded, path));
    return !item.checked || isExcluded ? { excluded: true } : {};
  }
}
