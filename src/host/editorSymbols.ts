import type { DocumentSymbol, Uri } from 'vscode';
import type { LineRange } from '../core/context/scopeItem.ts';
import { readSymbols } from './editorOutlines.ts';

/** A symbol of a file by its qualified name: `Class.method`. */
export type EditorSymbolRef = { name: string; lines: LineRange };

/** The symbols of a file with all that is inside them, in the order of the file. */
export async function listSymbols(uri: Uri): Promise<EditorSymbolRef[]> {
  return flatten(await readSymbols(uri), '').sort((a, b) => a.lines.startLine - b.lines.startLine);
}

/** The innermost symbol around a line. */
export function symbolAt(symbols: readonly EditorSymbolRef[], line: number): EditorSymbolRef | undefined {
  return symbols
    .filter(({ lines }) => lines.startLine <= line && line <= lines.endLine)
    .sort((a, b) => a.lines.endLine - a.lines.startLine - (b.lines.endLine - b.lines.startLine))[0];
}

function flatten(symbols: readonly DocumentSymbol[], around: string): EditorSymbolRef[] {
  return symbols.flatMap(({ name, range, children }) => {
    const qualified = around === '' ? name : `${around}.${name}`;
    const lines = { startLine: range.start.line + 1, endLine: range.end.line + 1 };
    return [{ name: qualified, lines }, ...flatten(children, qualified)];
  });
}
