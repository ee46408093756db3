import { l10n, Selection, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { SourceId } from '../core/usage/usageRecord.ts';
import type { Evidence, Proposal } from '../core/waste/finding.ts';
import { isThere } from './isThere.ts';
import { projectFolder } from './projectFolder.ts';

/** What an agent reads by itself, what it likes best first. */
const FILES_OF: Partial<Record<SourceId, readonly string[]>> = {
  claudeCode: ['CLAUDE.md', 'AGENTS.md'],
  gemini: ['GEMINI.md', 'AGENTS.md'],
};
const OTHER_FILES = ['AGENTS.md', 'CLAUDE.md'];

/**
 * Opens the project's instructions, or a skill, with the proposed text in it. Nothing is written before the user saves; where the project
 * is not open it is a new document. False where there is nothing to propose.
 */
export async function proposeInstructions(
  { source, project }: Evidence,
  proposal: Proposal | undefined,
  findParagraphs: (hashes: readonly string[]) => Promise<readonly string[]>,
): Promise<boolean> {
  if (proposal === undefined) return false;
  const text = await readText(proposal, findParagraphs);
  if (text === undefined) return false;
  const folder = projectFolder(project);
  if (folder === undefined) return openApart(text, project);
  const names = FILES_OF[source] ?? OTHER_FILES;
  const uri =
    proposal.skill === undefined
      ? await findInstructions(folder, names)
      : Uri.joinPath(
          folder,
          source === 'claudeCode' ? '.claude' : '.agents',
          'skills',
          proposal.skill,
          'SKILL.md',
        );
  await openWith(uri, text, proposal.skill === undefined);
  return true;
}

/** What was typed again and again stands only in the logs, which may be gone. */
async function readText(
  { text, paragraphs }: Proposal,
  findParagraphs: (hashes: readonly string[]) => Promise<readonly string[]>,
): Promise<string | undefined> {
  if (paragraphs === undefined) return text;
  const said = await findParagraphs(paragraphs);
  if (said.length > 0) return said.join('\n\n');
  void window.showInformationMessage(
    l10n.t('The logs with these instructions are gone. Paste them into the instructions yourself.'),
  );
  return undefined;
}

async function openApart(content: string, project = ''): Promise<boolean> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  void window.showInformationMessage(l10n.t('This belongs into the instructions of {0}.', project));
  return true;
}

/** The first file that is there, or else the first one. */
async function findInstructions(folder: Uri, names: readonly string[]): Promise<Uri> {
  const uris = names.map((name) => Uri.joinPath(folder, name));
  const found = await Promise.all(uris.map(isThere));
  return uris[Math.max(0, found.indexOf(true))] as Uri;
}

/** A skill that is there stays as it is. */
async function openWith(uri: Uri, text: string, mayAppend: boolean): Promise<void> {
  const isKnown = await isThere(uri);
  const document = await workspace.openTextDocument(isKnown ? uri : uri.with({ scheme: 'untitled' }));
  const isInside = document.getText().includes(text.trim());
  if (!isInside && (mayAppend || !isKnown)) await append(document, text);
  const start = document.positionAt(Math.max(0, document.getText().lastIndexOf(text.trim())));
  await window.showTextDocument(document, { selection: new Selection(start, start) });
}

async function append(document: TextDocument, text: string): Promise<void> {
  const before = document.getText();
  const gap = before.trim() === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(before.length), `${gap}${text.trimEnd()}\n`);
  await workspace.applyEdit(edit);
}
