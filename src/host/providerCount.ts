import { l10n, ProgressLocation, type SecretStorage, window } from 'vscode';
import { formatInteger, formatPlural, formatTokensInWords } from '../core/format.ts';
import { countForModel, sumTextCounts } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { countWithAnthropic, ProviderError } from '../node/provider/countWithAnthropic.ts';
import { readActiveText } from './activeText.ts';
import { isProviderCountEnabled } from './config.ts';
import type { Meter } from './meter.ts';
import { escapeLinks } from './plainText.ts';
import { UserError } from './userError.ts';

const KEY_NAME = 'anthropicApiKey';

/** Counts the open file or selection with the provider, after the user has agreed to send this very text. */
export async function countWithProvider(
  meter: Meter,
  counter: CountingWorker,
  secrets: SecretStorage,
): Promise<void> {
  if (!isProviderCountEnabled()) {
    throw new UserError(
      l10n.t(
        'Counting with the provider is off. Turn on "Token Meter: Provider Count" in the settings first.',
      ),
    );
  }
  const { model } = meter;
  if (model.vendor !== 'Anthropic') {
    throw new UserError(
      l10n.t(
        "Only Anthropic's models can be counted with the provider, not {0}. Choose a Claude model first.",
        model.label,
      ),
    );
  }
  const { what, documents } = readActiveText(meter.liveState.target);
  const text = documents.map((document) => document.text).join('\n');
  if (text === '') throw new UserError(l10n.t('There is no text to count.'));
  if (!(await confirmSending(what, text))) return;
  const apiKey = (await secrets.get(KEY_NAME)) ?? (await askForKey(secrets));
  if (apiKey === undefined) return;
  const { encoding } = model.tokenizer;
  const ours = sumTextCounts([await counter.ask({ ask: 'text', encoding, text })]);
  const counted = await count(text, model.id, apiKey);
  if (counted === undefined) return;
  const estimate = formatTokensInWords(countForModel(ours, model.tokenizer));
  void window.showInformationMessage(
    l10n.t(
      '{0}: {1} for {2}, counted by Anthropic with the framing of one message. Our estimate: {3}.',
      escapeLinks(what),
      formatPlural(counted, 'token'),
      model.label,
      estimate,
    ),
  );
}

/** Asks for the key and keeps it in VS Code's secret storage, nowhere else. An empty answer forgets it. */
export async function askForKey(secrets: SecretStorage): Promise<string | undefined> {
  const key = await window.showInputBox({
    title: l10n.t('Anthropic API key'),
    prompt: l10n.t('Kept in the secret storage of VS Code. Leave empty to forget a stored key.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return undefined;
  const trimmed = key.trim();
  if (trimmed === '') await secrets.delete(KEY_NAME);
  else await secrets.store(KEY_NAME, trimmed);
  return trimmed === '' ? undefined : trimmed;
}

async function confirmSending(what: string, text: string): Promise<boolean> {
  const detail = l10n.t(
    '{0} characters will be sent to api.anthropic.com over the internet. Everything else that Token Meter does stays on this machine.',
    formatInteger(text.length),
  );
  const send = l10n.t('Send and Count');
  const question = l10n.t('Send {0} to Anthropic?', what);
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}

/** `undefined` when cancelled. */
async function count(text: string, modelId: string, apiKey: string): Promise<number | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Counting with Anthropic'),
    cancellable: true,
  };
  return window.withProgress(options, async (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    try {
      return await countWithAnthropic(text, modelId, apiKey, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      if (error instanceof ProviderError)
        throw new UserError(l10n.t('{0} Check the key and the network, then try again.', error.message));
      throw error;
    }
  });
}
