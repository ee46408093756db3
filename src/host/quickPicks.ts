import { commands, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { TierSnapshot } from '../core/dashboard/tierSnapshot.ts';
import { formatAccuracy, formatInteger, formatUsd } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { CODE_ONLY } from '../core/tokens/contentMix.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { COMMANDS } from './commandIds.ts';
import { chosenModel, offeredModels, setChosenModel } from './config.ts';
import type { LiveState } from './liveMeter.ts';
import { escapeIcons } from './plainText.ts';
import { describeTier } from './tierWords.ts';

type MeterItem = (QuickPickItem & { command: string }) | (QuickPickItem & { modelId: string });

/** What a click on the status bar item offers; `tier` is what the task at hand needs. */
export async function showMeterPick({ target }: LiveState, tier: TierSnapshot | undefined): Promise<void> {
  const items: MeterItem[] = [
    ...suggestModel(tier),
    {
      label: `$(symbol-misc) ${l10n.t('Choose Model…')}`,
      description: chosenModel().label,
      command: COMMANDS.chooseModel,
    },
    { label: `$(list-ordered) ${l10n.t('Compare Models')}`, command: COMMANDS.compareModels },
    { label: `$(symbol-color) ${l10n.t('Show Tokens')}`, command: COMMANDS.showTokens },
    { label: `$(add) ${l10n.t('Add File to Scope')}`, command: COMMANDS.addToScope },
    { label: `$(copy) ${l10n.t('Copy Scoped Context')}`, command: COMMANDS.copyScope },
    { label: `$(dashboard) ${l10n.t('Open Dashboard')}`, command: COMMANDS.openDashboard },
  ];
  if (target?.kind === 'tooLarge') {
    items.unshift({
      label: `$(file-binary) ${l10n.t('Count from Disk')}`,
      description: escapeIcons(target.name),
      command: COMMANDS.countFromDisk,
    });
  }
  const picked = await window.showQuickPick(items, {
    title: 'Token Meter',
    placeHolder: l10n.t('What next?'),
  });
  if (picked === undefined) return;
  if ('modelId' in picked) await setChosenModel(picked.modelId);
  else await commands.executeCommand(picked.command);
}

/** The first model of the suggested tier, where another one is chosen. */
function suggestModel(tier: TierSnapshot | undefined): MeterItem[] {
  const [first] = tier?.models ?? [];
  if (tier === undefined || first === undefined || tier.models.some(({ isChosen }) => isChosen)) return [];
  const label = `$(lightbulb) ${l10n.t('Use {0}', first.label)}`;
  return [{ label, description: describeTier(tier), modelId: first.id }];
}

/** Lets the user choose the model that counts and prices are for. */
export async function showModelPick(): Promise<void> {
  const current = chosenModel().id;
  const { models } = offeredModels();
  const picked = await window.showQuickPick(
    models.flatMap((model, index) => [
      ...(models[index - 1]?.vendor === model.vendor
        ? []
        : [{ label: model.vendor, kind: QuickPickItemKind.Separator, id: '' }]),
      modelItem(model, current),
    ]),
    {
      title: l10n.t('Model to count and price for'),
      placeHolder: chosenModel().label,
      matchOnDescription: true,
    },
  );
  if (picked !== undefined) await setChosenModel(picked.id);
}

function modelItem(model: ModelInfo, currentId: string): QuickPickItem & { id: string } {
  const { id, label, price, contextWindow, tokenizer } = model;
  const cost = price === undefined ? l10n.t('unpriced') : l10n.t('{0} per million', formatUsd(price.input));
  const window =
    contextWindow === undefined
      ? l10n.t('unknown window')
      : l10n.t('{0} window', formatInteger(contextWindow));
  const accuracy = formatAccuracy(countForModel({ tokens: 0, mix: CODE_ONLY }, tokenizer));
  return {
    id,
    label: `${id === currentId ? '$(check) ' : ''}${label}`,
    description: `${cost} · ${window} · ${accuracy}`,
  };
}
