import { l10n, Uri, window, workspace } from 'vscode';
import { chosenCopyFormat } from './config.ts';
import { copyScope, type ScopeExits } from './copyScope.ts';
import type { PreviewView } from './previewView.ts';

const EXTENSIONS = { markdown: 'md', xml: 'xml', plain: 'txt' } as const;

export async function saveScopedContext(exits: ScopeExits): Promise<void> {
  const extension = EXTENSIONS[chosenCopyFormat()];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    title: l10n.t('Save Scoped Context'),
    filters: { [l10n.t('Scoped context')]: [extension] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, `scoped-context.${extension}`) }),
  });
  if (uri !== undefined) await copyScope(exits, { to: 'file', uri });
}

/** Shows the very text that would be copied. */
export function previewScopedContext(exits: ScopeExits, preview: PreviewView): Promise<void> {
  const name = `${l10n.t('Scoped Context')}.${EXTENSIONS[chosenCopyFormat()]}`;
  return copyScope(exits, { to: 'editor', show: (text) => preview.show(name, text) });
}
