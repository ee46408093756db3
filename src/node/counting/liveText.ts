/** One replacement in a document, as VS Code reports it: offsets and lengths in UTF-16 units. */
export type TextChange = { rangeOffset: number; rangeLength: number; text: string };

/** Applies the changes of one event. VS Code's offsets refer to the text before the event. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const fromTheEnd = [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset);
  return fromTheEnd.reduce(
    (current, { rangeOffset, rangeLength, text: inserted }) =>
      current.slice(0, rangeOffset) + inserted + current.slice(rangeOffset + rangeLength),
    text,
  );
}
