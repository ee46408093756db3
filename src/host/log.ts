import { type LogOutputChannel, l10n, window } from 'vscode';
import { escapeLinks } from './plainText.ts';
import { UserError } from './userError.ts';

export type Log = LogOutputChannel;

export function createLog(): Log {
  return window.createOutputChannel('Token Meter', { log: true });
}

/** Runs a command's body: what the user can act on is shown as it is, anything else is logged and shown once. */
export async function runReported(log: Log, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof UserError) {
      void window.showWarningMessage(`Token Meter: ${escapeLinks(error.message)}`);
      return;
    }
    log.error(error instanceof Error ? error : String(error));
    // Not awaited: the command has ended, however long the message stays on the screen.
    void showFailure(log, error);
  }
}

async function showFailure(log: Log, error: unknown): Promise<void> {
  const summary = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const choice = await window.showErrorMessage(
    l10n.t('Token Meter failed: {0}', escapeLinks(summary ?? '')),
    l10n.t('Show Log'),
  );
  if (choice !== undefined) log.show();
}
