import { l10n } from 'vscode';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatTokens, formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { countForModel, type TextCount } from '../core/tokens/tokenCount.ts';

/** `12,400 → 830 tokens, $0.031 → $0.0021`. */
export function describeSaving(
  { before, after }: { before: TextCount; after: TextCount },
  { tokenizer, price }: ModelInfo,
): string {
  const counts = [countForModel(before, tokenizer), countForModel(after, tokenizer)] as const;
  const [was, is] = counts.map((count) => markEstimate(formatUsd(inputCostUsd(count.tokens, price)), count));
  const cost = price === undefined ? l10n.t('unpriced') : `${was} → ${is}`;
  return `${formatTokens(counts[0])} → ${formatTokensInWords(counts[1])}, ${cost}`;
}
