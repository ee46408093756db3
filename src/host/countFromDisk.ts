import { l10n, ProgressLocation, window } from 'vscode';
import { formatTokensInWords } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { Meter } from './meter.ts';
import { escapeLinks } from './plainText.ts';
import { UserError } from './userError.ts';

/** Counts the open file from disk, as large as it may be, with progress and cancel. */
export async function countFromDisk(meter: Meter, counter: CountingWorker): Promise<void> {
  const { target } = meter.liveState;
  if (target?.kind !== 'tooLarge') {
    throw new UserError(
      l10n.t('The open file is counted live already: see the status bar. This is for files over 50 MB.'),
    );
  }
  const { tokenizer, label } = meter.model;
  const question = { ask: 'largeFile', encoding: tokenizer.encoding, path: target.uri.fsPath } as const;
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Counting {0}', escapeLinks(target.name)),
    cancellable: true,
  };
  const counted = await window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    let shown = 0;
    const report = (share: number) => {
      progress.report({ increment: (share - shown) * 100 });
      shown = share;
    };
    return counter.ask(question, controller.signal, report).catch((error: unknown) => {
      if (controller.signal.aborted) return undefined;
      throw error;
    });
  });
  if (counted === undefined) return;
  meter.setDiskCount(target, tokenizer.encoding, counted);
  const count = formatTokensInWords(countForModel(counted, tokenizer));
  void window.showInformationMessage(l10n.t('{0}: {1} for {2}.', escapeLinks(target.name), count, label));
}
