import { l10n, Uri, window, workspace } from 'vscode';
import { renderReferences } from '../core/context/fileReferences.ts';
import { renderTask } from '../core/context/task.ts';
import { formatPlural } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { chosenCopyFormat } from './config.ts';
import { copyScope, type ScopeExits } from './copyScope.ts';
import { handOut } from './handOut.ts';
import { readOutgoing } from './outgoing.ts';
import type { PreviewView } from './previewView.ts';
import { tellHandedOut } from './tellHandedOut.ts';
import { UserError } from './userError.ts';

const EXTENSIONS = { markdown: 'md', xml: 'xml', plain: 'txt' } as const;

/** Copies only where the files are, for agents that read them by themselves, and says what that saves. */
export async function copyReferences(exits: ScopeExits): Promise<void> {
  const { store, meter, counter } = exits;
  const outgoing = await readOutgoing(store, meter, counter);
  if (outgoing === undefined) return;
  const files = outgoing.places.filter(({ path }) => path !== '');
  if (files.length === 0)
    throw new UserError(l10n.t('The scope has no files to point to. Add files from the explorer.'));
  const references = files.map(({ label, lines }) => ({
    path: label,
    ...(lines !== undefined && { lines }),
  }));
  const text = (renderTask(store.task) ?? '') + renderReferences(references);
  const { model } = meter;
  const { encoding } = model.tokenizer;
  const handedOut = await handOut(text, { to: 'clipboard' }, encoding, counter);
  const whole = countForModel(
    await counter.ask({ ask: 'text', encoding, text: outgoing.text }),
    model.tokenizer,
  );
  const saved = whole.tokens - countForModel(handedOut.count, model.tokenizer).tokens;
  tellHandedOut(formatPlural(files.length, 'file reference'), handedOut, model, {
    warnings: saved > 0 ? [l10n.t('{0} less than the content', formatPlural(saved, 'token'))] : [],
  });
}

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
