import { l10n, Uri, window } from 'vscode';
import { isThere } from './isThere.ts';
import { projectFolder } from './projectFolder.ts';

/** Where agents are told which servers, skills and tools a project has, the most likely first. */
const SETTINGS_FILES = [
  '.mcp.json',
  '.claude/settings.json',
  '.claude/settings.local.json',
  '.codex/config.toml',
  '.gemini/settings.json',
  'opencode.json',
  '.vscode/mcp.json',
];

/** Opens what a project says to agents of tools and skills; false where there is nothing to open. */
export async function openAgentSettings(project: string | undefined): Promise<boolean> {
  const folder = projectFolder(project);
  for (const name of folder === undefined ? [] : SETTINGS_FILES) {
    const uri = Uri.joinPath(folder as Uri, name);
    if (await isThere(uri)) {
      await window.showTextDocument(uri);
      return true;
    }
  }
  void window.showInformationMessage(
    l10n.t(
      'There are no settings for agents in the open folders. In Claude Code type /mcp, /plugin or /agents to turn off what a project does not need.',
    ),
  );
  return false;
}
