import { l10n, window } from 'vscode';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatPlural, formatShare, formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import type { HandedOut } from './handOut.ts';
import { escapeIcons } from './plainText.ts';

const FEEDBACK_MS = 10_000;

export type FeedbackExtras = {
  /** What the whole workspace comes to, in tokens of the same model. */
  workspaceTokens?: number | undefined;
  /** Words for what is missing: `no done criteria`. */
  warnings?: readonly string[];
  /** Whether what the gates found went out all the same. */
  wasKept?: boolean;
};

/** Says in the status bar what left, with its tokens and price, what that saves, and what the gates took out of it. */
export function tellHandedOut(
  what: string,
  handedOut: HandedOut,
  model: ModelInfo,
  { workspaceTokens, warnings = [], wasKept = false }: FeedbackExtras = {},
): void {
  const count = countForModel(handedOut.count, model.tokenizer);
  const cost = markEstimate(formatUsd(inputCostUsd(count.tokens, model.price)), count);
  const parts = [
    what,
    formatTokensInWords(count),
    cost,
    ...describeSaving(count.tokens, workspaceTokens),
    ...describeGates(handedOut, wasKept),
    ...warnings,
  ];
  window.setStatusBarMessage(`$(check) ${escapeIcons(parts.join(' · '))}`, FEEDBACK_MS);
}

/** `91 % less than the workspace`; nothing where there is nothing to save. */
function describeSaving(tokens: number, workspaceTokens: number | undefined): string[] {
  if (workspaceTokens === undefined || tokens >= workspaceTokens) return [];
  return [l10n.t('{0} less than the workspace', formatShare(1 - tokens / workspaceTokens))];
}

/** What the gates did, where they did anything. */
function describeGates({ secrets, invisible }: HandedOut, wasKept: boolean): string[] {
  const characters = invisible.reduce((sum, { count }) => sum + count, 0);
  const hidden = formatPlural(characters, 'invisible character');
  return [
    ...(secrets.length === 0
      ? []
      : [
          wasKept
            ? l10n.t('{0} sent', formatPlural(secrets.length, 'secret'))
            : l10n.t('{0} redacted', secrets.length),
        ]),
    ...(characters === 0 ? [] : [wasKept ? l10n.t('{0} sent', hidden) : l10n.t('{0} left out', hidden)]),
  ];
}
