import { commands, l10n, window } from 'vscode';
import type { Objection, Remedy } from '../core/checklist/copyObjections.ts';
import { COMMANDS, VIEWS } from './commandIds.ts';

/** Asks where something speaks against a copy; false when it must not go out, and then nothing has changed. `note` says what counts, where that is not the text itself. */
export async function confirmCopy(objections: readonly Objection[], note?: string): Promise<boolean> {
  if (objections.length === 0) return true;
  const isStop = objections.some((objection) => objection.isStop);
  const message = isStop ? l10n.t('Nothing was copied yet.') : l10n.t('Copy all the same?');
  const words = objections.map((objection) => objection.words);
  const detail = [...words, ...(note === undefined ? [] : [note])].join('\n\n');
  const anyway = l10n.t('Copy Anyway');
  const ways = [...new Set(objections.map(({ remedy }) => remedy))].map(wayOf);
  const buttons = [...(isStop ? [] : [anyway]), ...ways.map(({ label }) => label)];
  const choice = await window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  // Not awaited: the copy has ended, however long the way out takes.
  void ways.find(({ label }) => label === choice)?.go();
  return !isStop && choice === anyway;
}

type Way = { label: string; go(): Thenable<unknown> };

function wayOf(remedy: Remedy): Way {
  switch (remedy) {
    case 'checklist':
      return { label: l10n.t('Show Checklist'), go: () => commands.executeCommand(COMMANDS.runChecklist) };
    case 'scope':
      return { label: l10n.t('Show Scope'), go: () => commands.executeCommand(`${VIEWS.scope}.focus`) };
    case 'task':
      return { label: l10n.t('Edit Task'), go: () => commands.executeCommand(COMMANDS.editTask) };
    default:
      return remedy satisfies never;
  }
}
