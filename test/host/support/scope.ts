import { ConfigurationTarget, commands, env, workspace } from 'vscode';
import { parseMarkdown } from '../../../src/core/context/render/renderMarkdown.ts';
import { isTaskPart, type ScopeDocument } from '../../../src/core/context/render/scopeDocument.ts';
import { COMMANDS } from '../../../src/host/commandIds.ts';
import { closeEditors } from './editors.ts';

export const UNTOUCHED = 'what was on the clipboard before';

/** Every test of the suite around starts with an empty scope and no editor, and leaves none behind. */
export function startClean(): void {
  const clean = async () => {
    await closeEditors();
    await run('clearScope');
    // A context that tests copy again and again would count as a retry.
    await run('clearCopyHistory');
  };
  // In a browser VS Code saves by itself after a second.
  before(() => workspace.getConfiguration().update('files.autoSave', 'off', ConfigurationTarget.Global));
  beforeEach(clean);
  after(clean);
}

export async function run(command: keyof typeof COMMANDS, ...args: unknown[]): Promise<void> {
  await commands.executeCommand(COMMANDS[command], ...args);
}

/** Runs Copy Scoped Context; the text on the clipboard then. */
export async function copyText(): Promise<string> {
  await env.clipboard.writeText(UNTOUCHED);
  await run('copyScope');
  return env.clipboard.readText();
}

/** The documents that Copy Scoped Context put on the clipboard. */
export async function copyDocuments(): Promise<ScopeDocument[]> {
  return parseMarkdown(await copyText()).filter((part): part is ScopeDocument => !isTaskPart(part));
}
