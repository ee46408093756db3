import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { Advice } from '../core/advice/advice.ts';
import type { CheckId } from '../core/advice/checkIds.ts';
import type { PromptLint } from './promptLint.ts';

/** The quick fixes of what `PromptLint` shows: each is one edit to undo, and none is offered for a text that has changed since. */
export class PromptFixes implements CodeActionProvider {
  /** Named as VS Code asks for it. */
  static readonly providedCodeActionKinds = [CodeActionKind.QuickFix];
  private readonly lint: PromptLint;

  constructor(lint: PromptLint) {
    this.lint = lint;
  }

  provideCodeActions(
    document: TextDocument,
    _range: Range,
    { diagnostics }: CodeActionContext,
  ): CodeAction[] {
    const advice = this.lint.findLinted(document) ?? [];
    return diagnostics.flatMap((diagnostic) => {
      if (diagnostic.source !== 'Token Meter') return [];
      return advice
        .filter((each) => each.check === diagnostic.code && isAt(each, diagnostic, document))
        .flatMap((each) => fixesFor(each, diagnostic, document));
    });
  }
}

function isAt({ places }: Advice, { range }: Diagnostic, document: TextDocument): boolean {
  const inText = places.flatMap((place) => (place.in === 'text' ? place : []));
  return inText.length === 0 || inText.some(({ start }) => document.positionAt(start).isEqual(range.start));
}

function fixesFor(advice: Advice, diagnostic: Diagnostic, document: TextDocument): CodeAction[] {
  const { check, action, instructionsPath } = advice;
  const title = TITLES[check]?.();
  const fixes: CodeAction[] = [];
  if (title !== undefined && action.do === 'editText') {
    fixes.push(fix(title, diagnostic, editOf(document, action.edits)));
  } else if (title !== undefined && SECTIONS[check] !== undefined) {
    fixes.push(fix(title, diagnostic, insertSection(document, SECTIONS[check])));
  }
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (instructionsPath !== undefined && folder !== undefined) {
    const open = new CodeAction(l10n.t('Open {0}', instructionsPath), CodeActionKind.QuickFix);
    open.diagnostics = [diagnostic];
    open.command = {
      command: 'vscode.open',
      title: open.title,
      arguments: [Uri.joinPath(folder.uri, instructionsPath)],
    };
    fixes.push(open);
  }
  return fixes;
}

const TITLES: Partial<Record<CheckId, () => string>> = {
  filler: () => l10n.t('Remove Polite and Redundant Words'),
  invisibleText: () => l10n.t('Remove Invisible Characters'),
  rawPayload: () => l10n.t('Reduce the Pasted Block'),
  repeatedInstructions: () => l10n.t('Leave Out What the Instructions Say'),
  duplicatedLines: () => l10n.t('Remove the Line'),
  noDoneCriteria: () => l10n.t('Add a “Done when” Section'),
  noGoal: () => l10n.t('Add a “Goal” Section'),
  noConstraints: () => l10n.t('Add a “Constraints” Section'),
  noScope: () => l10n.t('Add a “Files” Section'),
};

/** What a model reads stays English, as the titles of the task do. */
const SECTIONS: Partial<Record<CheckId, Section>> = {
  noGoal: { title: 'Goal', at: 'start' },
  noConstraints: { title: 'Constraints', at: 'end', line: 'Must not change: ' },
  noScope: { title: 'Files', at: 'end' },
  noDoneCriteria: { title: 'Done when', at: 'end' },
};

/** `line` is how the first entry begins. */
type Section = { title: string; at: 'start' | 'end'; line?: string };

function fix(title: string, diagnostic: Diagnostic, edit: WorkspaceEdit): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = edit;
  action.isPreferred = true;
  return action;
}

type Edits = Extract<Advice['action'], { do: 'editText' }>['edits'];

function editOf(document: TextDocument, edits: Edits): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { start, end, replacement } of edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), replacement);
  }
  return edit;
}

function insertSection(document: TextDocument, { title, at, line = '' }: Section): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const last = document.lineAt(document.lineCount - 1);
  if (at === 'start') edit.insert(document.uri, new Position(0, 0), `## ${title}\n\n\n`);
  else
    edit.insert(
      document.uri,
      last.range.end,
      `${last.isEmptyOrWhitespace ? '' : '\n'}\n## ${title}\n\n- ${line}`,
    );
  return edit;
}
