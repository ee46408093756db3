import { l10n, type QuickPickItem, window } from 'vscode';
import { DETAIL_WORDS, type Detail } from '../core/context/detail.ts';
import { setItemDetail, setItemStable } from '../core/context/scope.ts';
import { DETAILS_OF, type ScopeItem } from '../core/context/scopeItem.ts';
import { EMPTY_TASK } from '../core/context/task.ts';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { nameItem } from './itemWords.ts';
import type { Meter } from './meter.ts';
import { escapeIcons } from './plainText.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

/** Lets the user choose how much of an item goes in, with what each choice comes to. */
export async function chooseDetail(
  store: ScopeStore,
  meter: Meter,
  counter: CountingWorker,
  item: ScopeItem | undefined,
): Promise<void> {
  if (item === undefined) throw new UserError(l10n.t('Select an item in the Scope view first.'));
  const details = DETAILS_OF[item.kind];
  const picked = await window.showQuickPick(
    Promise.all(details.map((detail) => detailItem(store, meter, counter, item, detail))),
    { title: l10n.t('How much of {0} goes in', escapeIcons(nameItem(item))) },
  );
  if (picked !== undefined) await store.replace(setItemDetail(store.scope, item.id, picked.detail));
}

/** Moves items to the stable part of the prompt, or back. */
export async function keepFirst(
  store: ScopeStore,
  items: readonly ScopeItem[],
  stable: boolean,
): Promise<void> {
  if (items.length === 0) throw new UserError(l10n.t('Select an item in the Scope view first.'));
  await store.replace(items.reduce((scope, { id }) => setItemStable(scope, id, stable), store.scope));
}

async function detailItem(
  store: ScopeStore,
  meter: Meter,
  counter: CountingWorker,
  item: ScopeItem,
  detail: Detail,
): Promise<QuickPickItem & { detail: Detail }> {
  const { model } = meter;
  const scope = [{ ...item, detail, checked: true }];
  const request = { ...(await store.buildRequest(scope)), task: EMPTY_TASK };
  const { measured } = await counter.ask({ ask: 'scope', request, withText: false });
  // As the row in the Scope view shows it: without headings and fences.
  const total = measured.items[0]?.total ?? measured.total;
  const count = countForModel(total, model.tokenizer);
  const cost = markEstimate(formatUsd(inputCostUsd(count.tokens, model.price)), count);
  const amount = measured.documentCount === 0 ? l10n.t('nothing') : `${formatTokensInWords(count)} · ${cost}`;
  const label = `${detail === item.detail ? '$(check) ' : ''}${translate(detail)}`;
  return { label, description: `${amount} · ${translate(DETAIL_WORDS[detail])}`, detail };
}
