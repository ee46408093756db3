import { commands, type DocumentSymbol, SymbolKind, Uri, workspace } from 'vscode';
import { outlineLanguageOf } from '../core/context/outline/languages.ts';
import { type EditorSymbol, outlineFromSymbols } from '../core/context/outline/outlineFromSymbols.ts';
import { renderOutline } from '../core/context/outline/renderOutline.ts';
import type { ScopeItem } from '../core/context/scopeItem.ts';

/** Outlines by path, of single files in languages that we have no grammar for: the editor's own symbols, where it has any. */
export async function readOutlines(scope: readonly ScopeItem[]): Promise<Record<string, string>> {
  const paths = scope
    .filter((item) => item.kind === 'file' && item.detail === 'outline')
    .flatMap((item) =>
      item.kind === 'file' && outlineLanguageOf(item.path) === undefined ? [item.path] : [],
    );
  const outlines = await Promise.all(paths.map(readOutline));
  return Object.fromEntries(
    outlines.flatMap((outline, index) => (outline === '' ? [] : [[paths[index], outline]])),
  );
}

/** The symbols of a document, outermost first; empty where no language extension knows any. */
export async function readSymbols(uri: Uri): Promise<DocumentSymbol[]> {
  const found = await commands.executeCommand<unknown>('vscode.executeDocumentSymbolProvider', uri);
  return Array.isArray(found) ? found.filter(isDocumentSymbol) : [];
}

async function readOutline(path: string): Promise<string> {
  try {
    const document = await workspace.openTextDocument(Uri.file(path));
    const symbols = await readSymbols(document.uri);
    return renderOutline(outlineFromSymbols(symbols.map(toEditorSymbol), document.getText()));
  } catch {
    // Gone, binary or too large for an editor: reading it says so.
    return '';
  }
}

/** Older providers give a flat list of another type. */
function isDocumentSymbol(symbol: unknown): symbol is DocumentSymbol {
  return typeof symbol === 'object' && symbol !== null && 'selectionRange' in symbol;
}

function toEditorSymbol({ name, kind, range, selectionRange, children }: DocumentSymbol): EditorSymbol {
  return { name, kind: SymbolKind[kind], range, selectionRange, children: children.map(toEditorSymbol) };
}
