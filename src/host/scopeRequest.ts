import { type Diagnostic, DiagnosticSeverity, languages, type Uri, workspace } from 'vscode';
import { isDeniedPath } from '../core/context/gates/isDeniedPath.ts';
import { type Problem, renderProblems } from '../core/context/problems.ts';
import { type ProblemsItem, pathOf, type ScopeItem } from '../core/context/scopeItem.ts';
import type { NamedScope } from '../core/context/scopeLibrary.ts';
import type { ScopeRequest, WorkspaceRoot } from '../core/context/scopeRequest.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { labelOf } from '../node/scope/labelOf.ts';
import { chosenCopyFormat } from './config.ts';
import { readOutlines } from './editorOutlines.ts';

/** What the worker needs to measure a scope: the items, and what only the editor knows of them. */
export async function buildScopeRequest(
  { scope, task }: NamedScope,
  encoding: EncodingName,
): Promise<ScopeRequest> {
  const roots = workspaceRoots();
  return {
    scope,
    task,
    roots,
    encoding,
    format: chosenCopyFormat(),
    unsaved: readUnsaved(scope),
    problems: readProblems(scope, roots),
    outlines: await readOutlines(scope),
    mayRunGit: workspace.isTrusted,
  };
}

/** The folders of the workspace that lie on this machine's disk. */
export function workspaceRoots(): WorkspaceRoot[] {
  return (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri, name }) => ({ path: uri.fsPath, name }));
}

function readUnsaved(scope: readonly ScopeItem[]): Record<string, string> {
  const isConcerned = (path: string) => scope.some((item) => isWithin(pathOf(item) ?? path, path));
  const unsaved = workspace.textDocuments
    .filter((document) => document.isDirty && document.uri.scheme === 'file')
    .filter((document) => isConcerned(document.uri.fsPath))
    .map((document) => [document.uri.fsPath, document.getText()]);
  return Object.fromEntries(unsaved);
}

function readProblems(scope: readonly ScopeItem[], roots: readonly WorkspaceRoot[]): Record<string, string> {
  const items = scope.filter((item): item is ProblemsItem => item.kind === 'problems');
  if (items.length === 0) return {};
  const all = languages
    .getDiagnostics()
    .filter(([uri]) => uri.scheme === 'file' && roots.some(({ path }) => isWithin(path, uri.fsPath)))
    // A message may quote what it complains about.
    .filter(([uri]) => isDeniedPath(uri.fsPath) === undefined);
  return Object.fromEntries(
    items.flatMap((item) => {
      const problems = all
        .filter(([uri]) => isWithin(item.path, uri.fsPath))
        .flatMap(([uri, found]) => found.map((problem) => toProblem(uri, problem, roots)))
        // An overview does without advice.
        .filter(({ severity }) => item.detail === 'full' || severity === 'error' || severity === 'warning');
      return problems.length === 0 ? [] : [[item.id, renderProblems(problems)]];
    }),
  );
}

const SEVERITY = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

function toProblem(uri: Uri, problem: Diagnostic, roots: readonly WorkspaceRoot[]): Problem {
  const { range, severity, message, source, code } = problem;
  const rule = typeof code === 'object' ? code.value : code;
  const by = [source, rule].filter((part) => part !== undefined).join(' ');
  return {
    label: labelOf(uri.fsPath, roots),
    line: range.start.line + 1,
    column: range.start.character + 1,
    severity: SEVERITY[severity],
    message,
    ...(by !== '' && { source: by }),
  };
}
