import { hashText } from '../hashText.ts';
import type { Detail } from './detail.ts';

/** 1-based lines, both ends included. */
export type LineRange = { startLine: number; endLine: number };

/** What a diff is taken against: the last commit, what is staged against it, or where this branch left another. */
export type DiffTarget = { to: 'workingTree' } | { to: 'staged' } | { to: 'branch'; branch: string };

/** Where a piece of text comes from that is no file. */
export const TEXT_SOURCES = ['terminal', 'clipboard', 'note'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

type ItemBase = {
  /** Derived from what the item is, so that adding twice is adding once. */
  id: string;
  checked: boolean;
  detail: Detail;
  /** Changes seldom, so it goes before what changes often, where a provider's prompt cache can reuse it. */
  stable?: true;
};

/** One piece of context. Paths are absolute, as the machine writes them. */
export type ScopeItem = FileItem | ManyFilesItem | LinesItem | SymbolItem | ProblemsItem | TextItem;
export type ScopeItemKind = ScopeItem['kind'];

export type FileItem = ItemBase & { kind: 'file'; path: string };

/** Files below the folder `path`; `excluded` are absolute paths of files and folders there that were unchecked. */
export type ManyFilesItem = ItemBase & { path: string; excluded: readonly string[] } & (
    | { kind: 'folder' }
    /** `pattern` is a glob, relative to `path`. */
    | { kind: 'glob'; pattern: string }
    /** The changes in the Git repository around `path`, one part for each file. */
    | { kind: 'gitDiff'; target: DiffTarget }
  );

export type LinesItem = ItemBase & { kind: 'lines'; path: string; lines: LineRange };

/** `symbol` is a qualified name such as `Class.method`; `lines` is where it stood when it was added. */
export type SymbolItem = ItemBase & { kind: 'symbol'; path: string; symbol: string; lines: LineRange };

/** What the editor complains about in a file, or in a whole folder. */
export type ProblemsItem = ItemBase & { kind: 'problems'; path: string };

export type TextItem = ItemBase & { kind: 'text'; source: TextSource; text: string };

/** The details that make sense for each kind; the first is where an item starts. */
export const DETAILS_OF: Record<ScopeItemKind, readonly Detail[]> = {
  file: ['full', 'outline', 'excerpt', 'diff', 'reduced'],
  folder: ['full', 'outline', 'excerpt', 'diff', 'reduced'],
  glob: ['full', 'outline', 'excerpt', 'diff', 'reduced'],
  lines: ['full', 'excerpt', 'reduced'],
  symbol: ['full', 'outline', 'excerpt'],
  gitDiff: ['diff'],
  problems: ['full', 'reduced'],
  text: ['full', 'excerpt', 'reduced'],
};

export function fileItem(path: string): FileItem {
  return withId({ kind: 'file', path, ...START });
}

export function folderItem(path: string): ManyFilesItem & { kind: 'folder' } {
  return withId({ kind: 'folder', path, ...START, excluded: [] });
}

export function globItem(path: string, pattern: string): ManyFilesItem & { kind: 'glob' } {
  return withId({ kind: 'glob', path, pattern, ...START, excluded: [] });
}

export function linesItem(path: string, lines: LineRange): LinesItem {
  return withId({ kind: 'lines', path, lines, ...START });
}

export function symbolItem(path: string, symbol: string, lines: LineRange): SymbolItem {
  return withId({ kind: 'symbol', path, symbol, lines, ...START });
}

export function gitDiffItem(path: string, target: DiffTarget): ManyFilesItem & { kind: 'gitDiff' } {
  return withId({ kind: 'gitDiff', path, target, ...START, detail: 'diff', excluded: [] });
}

export function problemsItem(path: string): ProblemsItem {
  return withId({ kind: 'problems', path, ...START });
}

export function textItem(source: TextSource, text: string): TextItem {
  return withId({ kind: 'text', source, text, ...START });
}

/** The item with the id that follows from what it is. */
export function withId<T extends WithoutId<ScopeItem>>(item: T): T & { id: string } {
  return { ...item, id: idOf(item) };
}

/** Whether an item stands for files below a folder, of which each can be unchecked. */
export function isManyFiles(item: ScopeItem): item is ManyFilesItem {
  return 'excluded' in item;
}

/** Where an item lies; nothing for a piece of text. */
export function pathOf(item: ScopeItem): string | undefined {
  return item.kind === 'text' ? undefined : item.path;
}

const START = { checked: true, detail: 'full' } as const;

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

function idOf(item: WithoutId<ScopeItem>): string {
  switch (item.kind) {
    case 'file':
    case 'folder':
    case 'problems':
      return `${item.kind}:${item.path}`;
    case 'glob':
      return `glob:${item.path}#${item.pattern}`;
    case 'lines':
      return `lines:${item.path}#${item.lines.startLine}-${item.lines.endLine}`;
    case 'symbol':
      return `symbol:${item.path}#${item.symbol}`;
    case 'gitDiff': {
      const { target } = item;
      return `gitDiff:${item.path}#${target.to === 'branch' ? `branch:${target.branch}` : target.to}`;
    }
    case 'text':
      return `text:${item.source}:${item.text.length}:${hashText(item.text)}`;
    default:
      return item satisfies never;
  }
}
