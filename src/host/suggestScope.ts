import { commands, l10n, window } from 'vscode';
import { MAX_TOKEN_BUDGET } from '../core/context/suggest/tokenBudget.ts';
import { EMPTY_TASK } from '../core/context/task.ts';
import { formatInteger, formatPlural } from '../core/format.ts';
import { VIEWS } from './commandIds.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { SuggestionStore } from './suggestionStore.ts';
import { isSuggestion } from './suggestionTree.ts';
import { UserError } from './userError.ts';

/** Suggests a scope; a task that has no words yet is asked for first. */
export async function suggestForTask(store: ScopeStore, suggestions: SuggestionStore): Promise<void> {
  if (store.task.goal.trim() === '') {
    const goal = await window.showInputBox({
      title: l10n.t('Suggest Scope for Task'),
      prompt: l10n.t('What do you want to do? May stay empty: then only where you stand counts.'),
      placeHolder: l10n.t('Fix the rounding of refunds'),
    });
    if (goal === undefined) return;
    if (goal.trim() !== '') await store.setTask({ ...EMPTY_TASK, ...store.task, goal: goal.trim() });
  }
  await suggestions.suggest();
  const { state } = suggestions;
  if (state === undefined) return;
  if (state.items.length === 0 && state.leftOut.length === 0) {
    throw new UserError(
      l10n.t(
        'Nothing to suggest: no file has to do with the task. Say more of it, or open a file to start from.',
      ),
    );
  }
  await commands.executeCommand(`${VIEWS.suggestions}.focus`);
}

export async function acceptSuggestions(suggestions: SuggestionStore): Promise<void> {
  const { state } = suggestions;
  if (state === undefined || state.items.length === 0)
    throw new UserError(l10n.t('There are no suggestions. Use Suggest Scope for Task first.'));
  const taken = await suggestions.takeAllThatFit();
  if (taken === 0) {
    throw new UserError(
      l10n.t(
        'Nothing more fits into {0}. Set a larger token budget, or take items out of the scope.',
        formatPlural(state.budget, 'token'),
      ),
    );
  }
}

export async function takeSuggestion(suggestions: SuggestionStore, node: unknown): Promise<void> {
  if (!isSuggestion(node)) throw new UserError(l10n.t('Select a row of the Suggested Scope view first.'));
  await suggestions.take([node.row]);
}

export async function askForBudget(suggestions: SuggestionStore): Promise<void> {
  const value = await window.showInputBox({
    title: l10n.t('Token budget of a suggested scope'),
    value: String(suggestions.budget),
    validateInput: (typed) =>
      parseBudget(typed) === undefined
        ? l10n.t('A whole number from 1 to {0}.', formatInteger(MAX_TOKEN_BUDGET))
        : undefined,
  });
  const budget = value === undefined ? undefined : parseBudget(value);
  if (budget !== undefined) await suggestions.setBudget(budget);
}

/** `16000`, `16,000`, `16k`. */
function parseBudget(typed: string): number | undefined {
  const match = /^(\d{1,10})(k?)$/i.exec(typed.replace(/[\s,._']/g, ''));
  const budget = Number(match?.[1]) * (match?.[2] ? 1000 : 1);
  return Number.isInteger(budget) && budget >= 1 && budget <= MAX_TOKEN_BUDGET ? budget : undefined;
}
