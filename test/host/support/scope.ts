import { ConfigurationTarget, commands, env, workspace } from 'vscode';
import { parseMarkdown } from '../../../src/core/context/render/renderMarkdown.ts';
import { isTaskPart, type ScopeDocument } from '../../../src/core/context/render/scopeDocument.ts';
import { COMMANDS } from '../../../src/host/commandIds.ts';
import { SETTINGS } from '../../../src/host/settingKeys.ts';
import { closeEditors } from './editors.ts';

export const UNTOUCHED = 'what was on the clipboard before';

/** Every test of the suite around starts with an empty scope and no editor, and leaves none behind. */
export function startClean(): void {
  const clean = async () => {
    await closeEditors();
    await run('clearScope');
    await run('clearCopyHistory');
  };
  // In a browser VS Code saves by itself after a second.
  before(async () => {
    await workspace.getConfiguration().update('files.autoSave', 'off', ConfigurationTarget.Global);
    // A test that copies again and again until it is as it should be makes no retries.
    await workspace.getConfiguration().update(SETTINGS.retryCap.key, 0, ConfigurationTarget.Global);
  });
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
