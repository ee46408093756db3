/** UTF-16 offsets, the end not included. */
export type TextRange = { start: number; end: number };

export type TextEdit = TextRange & { replacement: string };

/** Applies edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let from = 0;
  for (const { start, end, replacement } of edits) {
    edited += text.slice(from, start) + replacement;
    from = end;
  }
  return edited + text.slice(from);
}

/** The edits in order, without those that overlap one before them. */
export function orderEdits<T extends TextRange>(edits: readonly T[]): T[] {
  const ordered: T[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start >= (ordered.at(-1)?.end ?? 0)) ordered.push(edit);
  }
  return ordered;
}
