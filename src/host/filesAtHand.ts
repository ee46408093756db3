import { DiagnosticSeverity, languages, type TextEditor, window, workspace } from 'vscode';
import type { SeedKind } from '../core/context/suggest/suggestQuestion.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { listChanged } from '../node/git/listChanged.ts';
import { openUris } from './addToScope.ts';
import { listSymbols, symbolAt } from './editorSymbols.ts';
import { listRelatedFiles } from './relatedFiles.ts';
import { workspaceRoots } from './scopeRequest.ts';

export type FileAtHand = { path: string; kind: SeedKind };

/** More would say nothing: a tool has rewritten everything. */
const MOST_CHANGED = 50;

/** Where the user stands: the open file, what is selected, who uses and defines the symbol there, what has problems, what has changed, what else is open. */
export async function listFilesAtHand(): Promise<FileAtHand[]> {
  const editor = window.activeTextEditor;
  const open = editor !== undefined && isInside(editor) ? [editor.document.uri.fsPath] : [];
  const isSelected = editor !== undefined && !editor.selection.isEmpty;
  const { defines, uses } =
    open.length > 0 && editor !== undefined ? await listRelatedFiles(editor) : { defines: [], uses: [] };
  return [
    ...open.map((path) => ({ path, kind: isSelected ? ('selected' as const) : ('open' as const) })),
    ...listProblems().map((path) => ({ path, kind: 'diagnostics' as const })),
    ...defines.map((path) => ({ path, kind: 'defines' as const })),
    ...uses.map((path) => ({ path, kind: 'uses' as const })),
    ...(await listChanges()).map((path) => ({ path, kind: 'changed' as const })),
    ...openUris().map(({ fsPath }) => ({ path: fsPath, kind: 'recent' as const })),
  ];
}

/** The names of the symbol around the cursor, outermost last; none in a text without a grammar. */
export async function symbolsAtHand(worker: CountingWorker): Promise<string[]> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isInside(editor)) return [];
  const symbols = await listSymbols(editor.document, worker);
  const symbol = symbolAt(symbols, editor.selection.active.line + 1);
  return symbol === undefined ? [] : symbol.name.split('.').reverse();
}

function isInside({ document }: TextEditor): boolean {
  return document.uri.scheme === 'file' && workspace.getWorkspaceFolder(document.uri) !== undefined;
}

function listProblems(): string[] {
  return languages
    .getDiagnostics()
    .filter(
      ([uri, found]) =>
        uri.scheme === 'file' && found.some(({ severity }) => severity === DiagnosticSeverity.Error),
    )
    .map(([uri]) => uri.fsPath);
}

async function listChanges(): Promise<string[]> {
  if (!workspace.isTrusted) return [];
  const changed = await Promise.all(workspaceRoots().map(({ path }) => listChanged(path)));
  return changed.flat().slice(0, MOST_CHANGED);
}
