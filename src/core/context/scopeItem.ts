/** 1-based lines, both ends included. */
export type LineRange = { startLine: number; endLine: number };

export const SCOPE_ITEM_KINDS = ['file', 'folder', 'lines'] as const;
export type ScopeItemKind = (typeof SCOPE_ITEM_KINDS)[number];

type ItemBase = {
  /** Derived from what the item is, so that adding twice is adding once. */
  id: string;
  /** Absolute, as the machine writes it. */
  path: string;
  checked: boolean;
};

/** One piece of context. A folder's `excluded` are absolute paths of files and folders below that were unchecked. */
export type ScopeItem = ItemBase &
  ({ kind: 'file' } | { kind: 'folder'; excluded: readonly string[] } | { kind: 'lines'; lines: LineRange });

export function fileItem(path: string): ScopeItem {
  return { kind: 'file', id: `file:${path}`, path, checked: true };
}

export function folderItem(path: string): ScopeItem {
  return { kind: 'folder', id: `folder:${path}`, path, checked: true, excluded: [] };
}

export function linesItem(path: string, lines: LineRange): ScopeItem {
  return {
    kind: 'lines',
    id: `lines:${path}#${lines.startLine}-${lines.endLine}`,
    path,
    lines,
    checked: true,
  };
}
