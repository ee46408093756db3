import type { DocumentSymbol, TextDocument } from 'vscode';
import type { LineRange } from '../core/context/scopeItem.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readSymbols } from './editorOutlines.ts';

/** A symbol of a file by its qualified name: `Class.method`. */
export type SymbolRef = { name: string; lines: LineRange };

/** The symbols of a document in its order: from its grammar, which is there at once, or else from the editor. */
export async function listSymbols(document: TextDocument, worker: CountingWorker): Promise<SymbolRef[]> {
  const question = { ask: 'source', path: document.uri.fsPath, text: document.getText() } as const;
  const parsed = await worker.ask(question);
  if (parsed === undefined) return flatten(await readSymbols(document.uri), '').sort(byLine);
  return parsed.symbols
    .map(({ name, startLine, endLine }) => ({ name, lines: { startLine, endLine } }))
    .sort(byLine);
}

/** The innermost symbol around a line. */
export function symbolAt(symbols: readonly SymbolRef[], line: number): SymbolRef | undefined {
  const around = symbols.filter(({ lines }) => lines.startLine <= line && line <= lines.endLine);
  const size = ({ lines }: SymbolRef) => lines.endLine - lines.startLine;
  return around.sort((a, b) => size(a) - size(b))[0];
}

function byLine(a: SymbolRef, b: SymbolRef): number {
  return a.lines.startLine - b.lines.startLine;
}

function flatten(symbols: readonly DocumentSymbol[], around: string): SymbolRef[] {
  return symbols.flatMap(({ name, range, children }) => {
    const qualified = around === '' ? name : `${around}.${name}`;
    const lines = { startLine: range.start.line + 1, endLine: range.end.line + 1 };
    return [{ name: qualified, lines }, ...flatten(children, qualified)];
  });
}
