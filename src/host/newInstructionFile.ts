import { l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';
import {
  INSTRUCTION_TEMPLATE,
  TEMPLATE_FILES,
  type TemplateFile,
} from '../core/advice/instructionTemplate.ts';
import { isThere } from './isThere.ts';
import { UserError } from './userError.ts';

/** Begins `CLAUDE.md` or `AGENTS.md` from the template; one that is there is opened as it is. */
export async function createInstructionFile(name: unknown): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const file = TEMPLATE_FILES.find((known) => known === name) ?? (await chooseFile());
  if (file === undefined) return;
  const uri = Uri.joinPath(folder.uri, file);
  if (!(await isThere(uri))) await writeTemplate(uri);
  else void window.showInformationMessage(l10n.t('{0} is there already, and stays as it is.', file));
  await window.showTextDocument(uri);
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, ...more] = workspace.workspaceFolders ?? [];
  if (first === undefined)
    throw new UserError(l10n.t('Open a folder first: instructions belong to a project.'));
  return more.length === 0 ? first : window.showWorkspaceFolderPick();
}

async function chooseFile(): Promise<TemplateFile | undefined> {
  const items = [
    { label: 'CLAUDE.md' as const, description: l10n.t('read by Claude Code') },
    { label: 'AGENTS.md' as const, description: l10n.t('read by Codex, Copilot, Cursor and others') },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('New Instruction File') });
  return picked?.label;
}

/** Refused where the file has come into being meanwhile. */
async function writeTemplate(uri: Uri): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: Buffer.from(INSTRUCTION_TEMPLATE) });
  if (!(await workspace.applyEdit(edit)))
    throw new UserError(l10n.t('{0} could not be created. Is the folder writable?', uri.fsPath));
}
