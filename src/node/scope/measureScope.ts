import { hashStarts } from '../../core/context/hashStarts.ts';
import type {
  DocumentPlace,
  MeasuredFile,
  MeasuredItem,
  ReadScope,
} from '../../core/context/measuredScope.ts';
import { orderDocuments, type PlacedDocument } from '../../core/context/orderParts.ts';
import { FORMATS, type ScopeFormat } from '../../core/context/render/formats.ts';
import type { PromptPart } from '../../core/context/render/scopeDocument.ts';
import { endsOpen } from '../../core/context/render/titleLine.ts';
import type { Scope } from '../../core/context/scope.ts';
import { type FileItem, isManyFiles, type ScopeItem } from '../../core/context/scopeItem.ts';
import type { ScopeRequest } from '../../core/context/scopeRequest.ts';
import { renderTask } from '../../core/context/task.ts';
import { hashText } from '../../core/hashText.ts';
import { countText } from '../../core/tokens/countText.ts';
import { sumTextCounts, type TextCount } from '../../core/tokens/tokenCount.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { isWithin } from '../files/pathWithin.ts';
import { readTextFile, type Skipped } from '../files/readTextFile.ts';
import { gateText } from '../gates/gateText.ts';
import { labelOf } from './labelOf.ts';
import { EntryLister, type ScopeEntry } from './listEntries.ts';
import { type RenderedEntry, renderEntry } from './renderEntry.ts';
import type { ScopeTools } from './scopeTools.ts';

/**
 * Reads the checked items at their details, counts each document, renders the whole and counts that. What cannot be read is listed
 * with its reason and the rest goes on. Rejects with the signal's reason once `signal` is aborted.
 */
export async function measureScope(
  request: ScopeRequest,
  tools: ScopeTools,
  signal?: AbortSignal,
): Promise<ReadScope> {
  const counter = await tools.loadCounter(request.encoding);
  const reader = new ScopeReader(request, tools, counter, signal);
  const measuredOf = new Map<string, MeasuredItem>();
  for (const item of richestFirst(request.scope)) measuredOf.set(item.id, await reader.readItem(item));
  const items = request.scope.map(({ id }) => measuredOf.get(id) as MeasuredItem);
  const placed = request.scope.flatMap((item) => reader.documents.get(item.id) ?? []);
  const { stable, volatile } = orderDocuments(placed);
  const task = renderTask(request.task);
  const documentOf = ({ document }: PlacedDocument) => document;
  const parts: PromptPart[] = [
    ...stable.map(documentOf),
    ...(task === undefined ? [] : [{ task }]),
    ...volatile.map(documentOf),
  ];
  const rendered = FORMATS[request.format].render(parts);
  const text = rendered.join('');
  // What leaves is what the gates let through; so that is what is counted.
  const gated = gateText(text);
  const total = countText(counter, gated.text);
  // Most scopes have no stable part, and a gate is the dearest step of all.
  const beginning = rendered.slice(0, stable.length);
  const prefix = gateText(beginning.join('')).text;
  return {
    measured: {
      items,
      documentCount: placed.length,
      total,
      stableTokens: counter.countTokens(prefix),
      stableHash: hashText(prefix),
    },
    text,
    gated,
    places: locateDocuments([...stable, ...volatile], parts, rendered, request.format),
    // Where the gates have changed something, it is not known where a document ends.
    startHashes: prefix === beginning.join('') ? hashStarts(beginning) : [],
  };
}

const RICHNESS = ['full', 'reduced', 'excerpt', 'outline', 'diff'] as const;

/**
 * What is in the scope twice is sent once, at the greater detail, and by the item that changes seldom; parts of a file that is there as a
 * whole are not sent.
 */
function richestFirst(scope: Scope): ScopeItem[] {
  const isPart = ({ kind }: ScopeItem) => kind === 'lines' || kind === 'symbol';
  const rank = (item: ScopeItem) => RICHNESS.indexOf(item.detail) + (isPart(item) ? RICHNESS.length : 0);
  const isVolatile = ({ stable }: ScopeItem) => (stable === true ? 0 : 1);
  return [...scope].sort((a, b) => rank(a) - rank(b) || isVolatile(a) - isVolatile(b));
}

/** Reads items one after the other and remembers which files are taken already. */
class ScopeReader {
  /** The documents of each item, by the item's id. */
  readonly documents = new Map<string, PlacedDocument[]>();
  private readonly taken = new Set<string>();
  /** Files that are in the scope by themselves. */
  private readonly ownFiles: ReadonlySet<string>;
  private readonly lister: EntryLister;
  private readonly request: ScopeRequest;
  private readonly tools: ScopeTools;
  private readonly counter: TokenCounter;
  private readonly signal: AbortSignal | undefined;

  constructor(request: ScopeRequest, tools: ScopeTools, counter: TokenCounter, signal?: AbortSignal) {
    this.request = request;
    this.ownFiles = new Set(request.scope.flatMap((item) => (isOwnFile(item) ? item.path : [])));
    this.tools = tools;
    this.counter = counter;
    this.signal = signal;
    this.lister = new EntryLister(request, signal);
  }

  async readItem(item: ScopeItem): Promise<MeasuredItem> {
    const entries = await this.lister.list(item);
    const counts = await this.countWholeFiles(item, entries);
    const files: MeasuredFile[] = [];
    for (const entry of entries) {
      this.signal?.throwIfAborted();
      files.push(await this.readEntry(item, entry, counts.get(entry.path)));
    }
    const included = files.filter((file) => file.excluded === undefined).flatMap((file) => file.count ?? []);
    return { id: item.id, total: sumTextCounts(included), files };
  }

  private async readEntry(item: ScopeItem, entry: ScopeEntry, known?: TextCount): Promise<MeasuredFile> {
    const { path } = entry;
    const isExcluded = !item.checked || isPartExcluded(item, path);
    const label = this.labelOf(item, path);
    const file: MeasuredFile = { path, label, ...(isExcluded && { excluded: true }) };
    if (entry.skip !== undefined) return { ...file, skip: entry.skip };
    const keys = keysOf(item, path);
    if (keys.needs.some((key) => this.taken.has(key))) return { ...file, note: 'duplicate' };
    const rendered = await this.render(item, entry, label);
    if ('skip' in rendered) return { ...file, skip: rendered.skip };
    const { document, note } = rendered;
    // Named for want of more; where it is in the scope by itself, there is more.
    if (note === 'named' && this.ownFiles.has(path)) return { ...file, note: 'duplicate' };
    const isFile = entry.text === undefined;
    const isWhole = isFile && document.detail === undefined && document.lines === undefined;
    const count = (isWhole ? known : undefined) ?? this.count(document.text);
    if (!isExcluded) {
      this.taken.add(keys.gives);
      if (isWhole) this.taken.add(`full:${path}`);
      // What is said about a file is no file.
      this.place({ item, document, filePath: item.kind === 'problems' ? '' : path });
    }
    const detail = document.detail ?? 'full';
    return { ...file, count, detail, ...(note !== undefined && { note }) };
  }

  private async render(item: ScopeItem, entry: ScopeEntry, label: string): Promise<RenderedEntry | Skipped> {
    const { path } = entry;
    const read = entry.text === undefined ? this.readText(path) : { text: entry.text, note: undefined };
    if ('skip' in read) return read;
    const outline = this.request.outlines[path];
    const source = { item, path, label, text: read.text, outline };
    const rendered = await renderEntry(source, this.counter, this.tools.parseSource);
    if ('skip' in rendered || rendered.note !== undefined) return rendered;
    const isOld = rendered.document.detail === 'diff' && Object.hasOwn(this.request.unsaved, path);
    const note = isOld ? 'onDisk' : read.note;
    return note === undefined ? rendered : { ...rendered, note };
  }

  /** Counts of whole files on disk, on the pool and from its cache. */
  private async countWholeFiles(item: ScopeItem, entries: readonly ScopeEntry[]) {
    if (item.detail !== 'full' || item.kind === 'lines' || item.kind === 'symbol') return new Map();
    const isOnDisk = ({ path, skip, text }: ScopeEntry) =>
      skip === undefined &&
      text === undefined &&
      !this.taken.has(`full:${path}`) &&
      !Object.hasOwn(this.request.unsaved, path);
    const paths = entries.filter(isOnDisk).map(({ path }) => path);
    const counted = await this.tools.files.countFiles(paths, this.request.encoding, this.signal);
    return new Map(
      counted.flatMap((result, index) => ('count' in result ? [[paths[index], result.count] as const] : [])),
    );
  }

  private readText(path: string) {
    const { unsaved } = this.request;
    if (!Object.hasOwn(unsaved, path)) return readTextFile(path);
    return { text: unsaved[path] as string, note: undefined };
  }

  private labelOf(item: ScopeItem, path: string): string {
    if (item.kind === 'text') return TEXT_LABELS[item.source];
    const label = labelOf(path, this.request.roots);
    return item.kind === 'problems' ? `problems in ${label}` : label;
  }

  private count(text: string): TextCount {
    return countText(this.counter, text);
  }

  private place(placed: PlacedDocument): void {
    const documents = this.documents.get(placed.item.id);
    if (documents === undefined) this.documents.set(placed.item.id, [placed]);
    else documents.push(placed);
  }
}

const TEXT_LABELS = {
  terminal: 'terminal output',
  clipboard: 'text from the clipboard',
  note: 'note',
} as const;

function isOwnFile(item: ScopeItem): item is FileItem {
  return item.kind === 'file' && item.checked && item.detail !== 'diff';
}

function isPartExcluded(item: ScopeItem, path: string): boolean {
  return isManyFiles(item) && item.excluded.some((excluded) => isWithin(excluded, path));
}

/** By what a document is known that must not come twice, and what must not be there already when it comes. */
function keysOf(item: ScopeItem, path: string): { gives: string; needs: string[] } {
  if (item.kind === 'text' || item.kind === 'problems') return { gives: item.id, needs: [item.id] };
  if (item.kind === 'gitDiff' || item.detail === 'diff') {
    const target = item.kind === 'gitDiff' ? item.target : { to: 'workingTree' };
    const changes = `diff:${JSON.stringify(target)}:${path}`;
    return { gives: changes, needs: [changes] };
  }
  const whole = `full:${path}`;
  if (item.kind === 'lines' || item.kind === 'symbol') return { gives: item.id, needs: [whole, item.id] };
  const any = `any:${path}`;
  return { gives: any, needs: [whole, any] };
}

function locateDocuments(
  placed: readonly PlacedDocument[],
  parts: readonly PromptPart[],
  rendered: readonly string[],
  format: ScopeFormat,
): DocumentPlace[] {
  const lines = [0];
  for (const part of rendered) lines.push((lines.at(-1) as number) + countLines(part));
  return placed.map(({ item, document, filePath }) => {
    const { path, text, lines: range, detail } = document;
    const index = parts.indexOf(document);
    const whole = rendered[index] as string;
    const head = whole.slice(0, FORMATS[format].headLength(whole));
    const isOfFile = filePath !== '' && detail === undefined;
    return {
      itemId: item.id,
      label: path,
      path: filePath,
      ...(range !== undefined && { lines: range }),
      textLine: (lines[index] as number) + countLines(head),
      lineCount: countLines(text) + (endsOpen(text) ? 1 : 0),
      ...(isOfFile && { firstLine: range?.startLine ?? 1 }),
    };
  });
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
