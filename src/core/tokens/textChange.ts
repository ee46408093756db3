/** One replacement, shaped as VS Code reports it: offsets and length in UTF-16 units. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The changes of one event from the end of the text to its start, so that applying one moves none of those still to come.
 *
 * All offsets refer to the text before the event. VS Code already reports them in this order, and that order is kept; any
 * other is sorted, where insertions at one offset stay in the order given. Throws a `RangeError` if changes overlap or leave
 * the text: then an event was lost, and the text must be read anew.
 */
export function orderFromEnd(changes: readonly TextChange[], textLength: number): readonly TextChange[] {
  const ordered = isFromEnd(changes) ? changes : [...changes].reverse().sort(compareFromEnd);
  let limit = textLength;
  for (const { rangeOffset, rangeLength } of ordered) {
    const isValid =
      Number.isInteger(rangeOffset) && Number.isInteger(rangeLength) && rangeOffset >= 0 && rangeLength >= 0;
    if (!isValid || rangeOffset + rangeLength > limit) {
      throw new RangeError(
        `A change of ${rangeLength} units at ${rangeOffset} does not fit before ${limit}.`,
      );
    }
    limit = rangeOffset;
  }
  return ordered;
}

function isFromEnd(changes: readonly TextChange[]): boolean {
  return changes.every((change, index) => index === 0 || endOf(change) <= changes[index - 1]!.rangeOffset);
}

/** At one offset the longer range stands behind the insertion there. */
function compareFromEnd(a: TextChange, b: TextChange): number {
  return b.rangeOffset - a.rangeOffset || b.rangeLength - a.rangeLength;
}

function endOf(change: TextChange): number {
  return change.rangeOffset + change.rangeLength;
}
