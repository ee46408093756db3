import { isAbsolute } from 'node:path';
import { ConfigurationTarget, type Disposable, workspace } from 'vscode';
import { type ParsedBudgets, parseBudgets } from '../core/budget/parseBudgets.ts';
import { BEFORE_COPY, type BeforeCopy } from '../core/checklist/copyObjections.ts';
import { SCOPE_FORMATS, type ScopeFormat } from '../core/context/render/formats.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { type ModelOffer, offerModels } from '../core/models/modelOffer.ts';
import { resolveModel } from '../core/models/resolveModel.ts';
import { parseUserModels, parseVendors, type UserModels } from '../core/models/userModels.ts';
import { SETTINGS } from './settingKeys.ts';

// The only file that reads or writes settings.

/** The model the user has chosen, with or without a date behind its id; one that nobody knows is counted by its family and unpriced. */
export function chosenModel(): ModelInfo {
  const stored = workspace.getConfiguration().get<unknown>(SETTINGS.model.key);
  const id = typeof stored === 'string' && stored.trim() !== '' ? stored.trim() : SETTINGS.model.default;
  return resolveModel(id, userModels().models);
}

/** What the user says of models, and what is wrong with it. */
export function userModels(): UserModels {
  return parseUserModels(workspace.getConfiguration().get<unknown>(SETTINGS.models.key));
}

/** Every model to choose from, the user's own included, and whose come first. */
export function offeredModels(): ModelOffer {
  const vendors = parseVendors(workspace.getConfiguration().get<unknown>(SETTINGS.vendors.key));
  return offerModels(userModels().models, vendors);
}

/** The form in which a scope is copied. */
export function chosenCopyFormat(): ScopeFormat {
  const stored = workspace.getConfiguration().get<unknown>(SETTINGS.copyFormat.key);
  return SCOPE_FORMATS.find((format) => format === stored) ?? SETTINGS.copyFormat.default;
}

export function onDidChangeCopyFormat(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.copyFormat.key], listener);
}

/** Whether prompts and instructions are checked while they are edited. */
export function isPromptLintEnabled(): boolean {
  const { key, default: byDefault } = SETTINGS.promptLintEnabled;
  return workspace.getConfiguration().get<boolean>(key, byDefault) === true;
}

export function onDidChangePromptLint(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.promptLintEnabled.key], listener);
}

/** Whether the user has allowed texts to be counted by the provider, each on its own command. */
export function isProviderCountEnabled(): boolean {
  const { key, default: byDefault } = SETTINGS.providerCountEnabled;
  return workspace.getConfiguration().get<boolean>(key, byDefault) === true;
}

/** Writes where the value in force comes from, so that the choice takes effect. */
export async function setChosenModel(id: string): Promise<void> {
  const configuration = workspace.getConfiguration();
  const inWorkspace = configuration.inspect(SETTINGS.model.key)?.workspaceValue !== undefined;
  const target =
    inWorkspace && workspace.isTrusted ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update(SETTINGS.model.key, id, target);
}

/** Another model was chosen, or something is said of models that was not said before. */
export function onDidChangeModel(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.model.key, SETTINGS.models.key, SETTINGS.vendors.key], listener);
}

export function onDidChangeUserModels(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.models.key], listener);
}

/** Whether the status bar shows what agents have cost today. */
export function isTodayCostShown(): boolean {
  const { key, default: byDefault } = SETTINGS.showTodayCost;
  return workspace.getConfiguration().get<unknown>(key, byDefault) === true;
}

export function onDidChangeTodayCostShown(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.showTodayCost.key], listener);
}

/** Folders laid out like a home folder whose logs are read beside the user's own; what is no absolute path is left out. */
export function usageRoots(): string[] {
  const stored = workspace.getConfiguration().get<unknown>(SETTINGS.usageRoots.key);
  return Array.isArray(stored) ? stored.filter((root) => typeof root === 'string' && isAbsolute(root)) : [];
}

/** For so long single records are kept; older ones become daily totals. */
export function usageRetentionDays(): number {
  const { key, default: byDefault } = SETTINGS.usageRetentionDays;
  const stored = workspace.getConfiguration().get<unknown>(key);
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= 1 ? stored : byDefault;
}

/** The budgets that the user has set, and what is wrong with the others. */
export function chosenBudgets(): ParsedBudgets {
  return parseBudgets(workspace.getConfiguration().get<unknown>(SETTINGS.budgets.key));
}

export function onDidChangeBudgets(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.budgets.key], listener);
}

/** What the checklist does before a copy. */
export function checklistBeforeCopy(): BeforeCopy {
  const { key, default: byDefault } = SETTINGS.checklistBeforeCopy;
  const stored = workspace.getConfiguration().get<unknown>(key);
  return BEFORE_COPY.find((mode) => mode === stored) ?? byDefault;
}

/** So often the same context may be copied again before that is warned of; 0 is never. */
export function retryCap(): number {
  const { key, default: byDefault } = SETTINGS.retryCap;
  const stored = workspace.getConfiguration().get<unknown>(key);
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 ? stored : byDefault;
}

export function onDidChangeHabitSettings(listener: () => void): Disposable {
  return onDidChangeSetting([SETTINGS.checklistBeforeCopy.key, SETTINGS.retryCap.key], listener);
}

export function onDidChangeUsageSettings(listener: () => void): Disposable {
  const { usageRoots, usageRetentionDays, models, vendors } = SETTINGS;
  return onDidChangeSetting([usageRoots.key, usageRetentionDays.key, models.key, vendors.key], listener);
}

function onDidChangeSetting(keys: readonly string[], listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(key))) listener();
  });
}
