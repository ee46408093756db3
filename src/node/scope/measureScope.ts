import { basename, relative, sep } from 'node:path';
import { cutLines } from '../../core/context/cutLines.ts';
import type { MeasuredFile, MeasuredItem, MeasuredScope } from '../../core/context/measuredScope.ts';
import { renderMarkdown, type ScopeDocument } from '../../core/context/renderMarkdown.ts';
import type { Scope } from '../../core/context/scope.ts';
import type { ScopeItem } from '../../core/context/scopeItem.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import { loadCounter, type TokenCounter } from '../../core/tokens/vocabulary.ts';
import { isWithin } from '../files/pathWithin.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { type FolderEntry, resolveInside, resolveRoots, walkFolder } from '../files/walkFolder.ts';

export type WorkspaceRoot = { path: string; name: string };

export type ScopeRequest = {
  scope: Scope;
  roots: readonly WorkspaceRoot[];
  encoding: EncodingName;
  /** Text of documents with unsaved changes by path; it goes before what is on disk. */
  unsaved: Readonly<Record<string, string>>;
};

/**
 * Reads the checked items, counts each file, renders the whole and counts that. What cannot be read is listed with
 * its reason and the rest goes on. Rejects with the signal's reason once `signal` is aborted.
 */
export async function measureScope(
  request: ScopeRequest,
  signal?: AbortSignal,
): Promise<{ measured: MeasuredScope; text: string }> {
  const counter = await loadCounter(request.encoding);
  const reader = new ScopeReader(
    request,
    counter,
    await resolveRoots(request.roots.map((root) => root.path)),
  );
  const items: MeasuredItem[] = [];
  for (const item of wholeFilesFirst(request.scope)) items.push(await reader.readItem(item, signal));
  const documents = orderAsScope(request.scope, reader.documents);
  const text = renderMarkdown(documents);
  const totalTokens = counter.countTokens(text);
  return { measured: { items, documentCount: documents.length, totalTokens }, text };
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

function orderAsScope(scope: Scope, documents: ReadonlyMap<string, ScopeDocument[]>): ScopeDocument[] {
  return scope.flatMap((item) => documents.get(item.id) ?? []);
}

/** Reads items one after the other and remembers which files are taken already. */
class ScopeReader {
  /** The documents of each item, by the item's id. */
  readonly documents = new Map<string, ScopeDocument[]>();
  private readonly taken = new Set<string>();
  private readonly request: ScopeRequest;
  private readonly counter: TokenCounter;
  private readonly realRoots: readonly string[];

  constructor(request: ScopeRequest, counter: TokenCounter, realRoots: readonly string[]) {
    this.request = request;
    this.counter = counter;
    this.realRoots = realRoots;
  }

  async readItem(item: ScopeItem, signal?: AbortSignal): Promise<MeasuredItem> {
    const measured: MeasuredItem = { id: item.id, tokens: 0, files: [] };
    for await (const entry of this.entriesOf(item)) {
      signal?.throwIfAborted();
      const file = await this.readEntry(item, entry);
      measured.files.push(file);
      if (file.excluded === undefined) measured.tokens += file.tokens ?? 0;
    }
    return measured;
  }

  private async *entriesOf(item: ScopeItem): AsyncGenerator<FolderEntry> {
    const roots = this.request.roots.map((root) => root.path);
    const resolved = await resolveInside(item.path, this.realRoots);
    if ('skip' in resolved) yield { path: item.path, skip: resolved.skip };
    else if (item.kind === 'folder') yield* walkFolder(item.path, roots);
    else yield { path: item.path };
  }

  private async readEntry(item: ScopeItem, { path, skip }: FolderEntry): Promise<MeasuredFile> {
    const file = { path, label: labelOf(path, this.request.roots) };
    if (skip !== undefined) return { ...file, skip };
    if (this.taken.has(path)) return { ...file, note: 'duplicate' };
    const unsaved = this.request.unsaved[path];
    const read = unsaved === undefined ? await readTextFile(path) : { text: unsaved };
    if ('skip' in read) return { ...file, skip: read.skip };
    const text = item.kind === 'lines' ? cutLines(read.text, item.lines) : read.text;
    const measured: MeasuredFile = { ...file, tokens: this.counter.countTokens(text) };
    if ('note' in read) measured.note = read.note;
    if (!item.checked || isExcluded(item, path)) return { ...measured, excluded: true };
    this.take(item, { path: file.label, text, ...(item.kind === 'lines' && { lines: item.lines }) }, path);
    return measured;
  }

  private take(item: ScopeItem, document: ScopeDocument, path: string): void {
    if (item.kind !== 'lines') this.taken.add(path);
    const documents = this.documents.get(item.id);
    if (documents === undefined) this.documents.set(item.id, [document]);
    else documents.push(document);
  }
}

function isExcluded(item: ScopeItem, path: string): boolean {
  return item.kind === 'folder' && item.excluded.some((excluded) => isWithin(excluded, path));
}
