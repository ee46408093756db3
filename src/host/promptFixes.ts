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
  /** What each that is offered would change: in a large text that takes longer than the menu may. */
  private readonly edits = new WeakMap<CodeAction, () => WorkspaceEdit | undefined>();

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
        .flatMap((each) => [
          ...this.offerEdit(each, diagnostic, document),
          ...offerInstructions(each, diagnostic, document),
        ]);
    });
  }

  resolveCodeAction(action: CodeAction): CodeAction {
    const edit = this.edits.get(action)?.();
    if (edit !== undefined) action.edit = edit;
    return action;
  }

  private offerEdit(advice: Advice, diagnostic: Diagnostic, document: TextDocument): CodeAction[] {
    const title = TITLES[advice.check]?.();
    if (title === undefined) return [];
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = true;
    // Of a text that has changed since, the places are others.
    const isAsItWas = () => this.lint.findLinted(document)?.includes(advice) === true;
    this.edits.set(action, () => (isAsItWas() ? buildEdit(advice, document) : undefined));
    return [action];
  }
}

function buildEdit({ check, action }: Advice, document: TextDocument): WorkspaceEdit | undefined {
  if (action.do === 'editText') return editOf(document, action.edits);
  const section = SECTIONS[check];
  return section === undefined ? undefined : insertSection(document, section);
}

function isAt({ places }: Advice, { range }: Diagnostic, document: TextDocument): boolean {
  const at = document.offsetAt(range.start);
  const inText = places.filter((place) => place.in === 'text');
  return inText.length === 0 || inText.some(({ start }) => start === at);
}

function offerInstructions(
  { instructionsPath }: Advice,
  diagnostic: Diagnostic,
  document: TextDocument,
): CodeAction[] {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (instructionsPath === undefined || folder === undefined) return [];
  const open = new CodeAction(l10n.t('Open {0}', instructionsPath), CodeActionKind.QuickFix);
  open.diagnostics = [diagnostic];
  open.command = {
    command: 'vscode.open',
    title: open.title,
    arguments: [Uri.joinPath(folder.uri, instructionsPath)],
  };
  return [open];
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
