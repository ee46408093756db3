import { describe, expect, it } from 'vitest';
import {
  type EditorSymbol,
  outlineFromSymbols,
} from '../../../../src/core/context/outline/outlineFromSymbols.ts';
import { renderOutline } from '../../../../src/core/context/outline/renderOutline.ts';

/** Lines from 0, as an editor counts. */
function symbol(
  name: string,
  kind: string,
  lines: [number, number],
  children: EditorSymbol[] = [],
): EditorSymbol {
  const [start, end] = lines;
  return {
    name,
    kind,
    range: { start: { line: start }, end: { line: end } },
    selectionRange: { start: { line: start }, end: { line: start } },
    children,
  };
}

const KOTLIN = `package books

/** Keeps entries. Not thread-safe. */
class Ledger(
    private val path: String,
) : Store() {
    // The number of entries.
    val size: Int = 0

    fun append(entry: Entry, flags: List<Int> = listOf(1)): Int {
        val hidden = 1
        return hidden
    }
}

fun total(a: Int) = a * 2
`;

describe('outlineFromSymbols', () => {
  it('shows each declaration up to its body', () => {
    const symbols = [
      symbol('total', 'Function', [15, 15]),
      symbol(
        'Ledger',
        'Class',
        [3, 13],
        [
          symbol('size', 'Property', [7, 7]),
          symbol('append', 'Method', [9, 12], [symbol('hidden', 'Variable', [10, 10])]),
        ],
      ),
    ];
    expect(renderOutline(outlineFromSymbols(symbols, KOTLIN))).toBe(
      [
        '4 class Ledger(private val path: String) : Store() // Keeps entries.',
        '8   val size: Int = 0 // The number of entries.',
        '10   fun append(entry: Entry, flags: List<Int> = listOf(1)): Int',
        '16 fun total(a: Int) = a * 2',
        '',
      ].join('\n'),
    );
  });

  it('names what stands on no line of the text', () => {
    expect(outlineFromSymbols([symbol('<init>', 'Constructor', [7, 9])], 'one line')).toEqual([
      { line: 8, text: '<init>', children: [] },
    ]);
  });
});
