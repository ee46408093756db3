import { l10n, type QuickPickItem, window } from 'vscode';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatShare, formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { ENCODING_NAMES } from '../core/tokens/encoding.ts';
import { countForModel, sumTextCounts, type TextCount } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readActiveText } from './activeText.ts';
import { setChosenModel } from './config.ts';
import type { Meter } from './meter.ts';
import { escapeIcons } from './plainText.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Tokens, band, share of the window and cost of one text under every model, the cheapest first. Choosing one makes it the model. */
export async function compareModels(store: ScopeStore, meter: Meter, counter: CountingWorker): Promise<void> {
  const { what, countIn } = chooseSubject(store, meter, counter);
  const counts = new Map(
    await Promise.all(ENCODING_NAMES.map(async (name) => [name, await countIn(name)] as const)),
  );
  const rows = meter.offer.models.map((model) =>
    buildRow(model, counts.get(model.tokenizer.encoding) as TextCount, meter.model.id),
  );
  rows.sort((a, b) => (a.costUsd ?? Number.POSITIVE_INFINITY) - (b.costUsd ?? Number.POSITIVE_INFINITY));
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Compare Models: {0}', escapeIcons(what)),
    placeHolder: l10n.t('Input cost of one request, the cheapest first'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) await setChosenModel(picked.id);
}

type Subject = { what: string; countIn(encoding: ModelInfo['tokenizer']['encoding']): Promise<TextCount> };

/** The selection, or else the open file, or else the scope. */
function chooseSubject(store: ScopeStore, meter: Meter, counter: CountingWorker): Subject {
  const { target } = meter.liveState;
  const hasScope = store.scope.some((item) => item.checked);
  if (target === undefined && hasScope)
    return { what: l10n.t('the scope'), countIn: (encoding) => countScope(store, counter, encoding) };
  const { what, documents } = readActiveText(target);
  const countIn: Subject['countIn'] = async (encoding) =>
    sumTextCounts(
      await Promise.all(documents.map(({ text }) => counter.ask({ ask: 'text', encoding, text }))),
    );
  return { what, countIn };
}

async function countScope(
  store: ScopeStore,
  counter: CountingWorker,
  encoding: ModelInfo['tokenizer']['encoding'],
): Promise<TextCount> {
  const request = { ...(await store.buildRequest()), encoding };
  const { measured } = await counter.ask({ ask: 'scope', request, withText: false });
  return measured.total;
}

function buildRow(
  model: ModelInfo,
  counted: TextCount,
  chosenId: string,
): QuickPickItem & { id: string; costUsd: number | undefined } {
  const { id, label, vendor, tokenizer, contextWindow, price } = model;
  const count = countForModel(counted, tokenizer);
  const costUsd = inputCostUsd(count.tokens, price);
  const share = contextWindow === undefined ? undefined : count.tokens / contextWindow;
  const window =
    share === undefined
      ? l10n.t('window unknown')
      : l10n.t('{0} of the window', markEstimate(formatShare(share), count));
  return {
    id,
    costUsd,
    label: `${id === chosenId ? '$(check) ' : ''}${label}`,
    description: vendor,
    detail: [
      markEstimate(formatUsd(costUsd), count),
      formatTokensInWords(count),
      translate(count.accuracy),
      share !== undefined && share > 1 ? `$(warning) ${l10n.t('{0}: does not fit', window)}` : window,
    ].join(' · '),
  };
}
