import { window } from 'vscode';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatPlural, formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import type { HandedOut } from './handOut.ts';
import { escapeIcons } from './plainText.ts';

const FEEDBACK_MS = 10_000;

/** Says in the status bar what left, with its tokens and price, and what the gates took out of it. */
export function tellHandedOut(what: string, handedOut: HandedOut, model: ModelInfo): void {
  const count = countForModel(handedOut.count, model.tokenizer);
  const cost = markEstimate(formatUsd(inputCostUsd(count.tokens, model.price)), count);
  const feedback = [what, formatTokensInWords(count), cost, ...describeGates(handedOut)].join(' · ');
  window.setStatusBarMessage(`$(check) ${escapeIcons(feedback)}`, FEEDBACK_MS);
}

/** What the gates did, where they did anything. */
function describeGates({ redactedSecrets, strippedUnits }: HandedOut): string[] {
  return [
    ...(redactedSecrets === 0 ? [] : [`${formatPlural(redactedSecrets, 'secret')} redacted`]),
    ...(strippedUnits === 0 ? [] : [`${formatPlural(strippedUnits, 'invisible character')} left out`]),
  ];
}
