import { countForModel } from '../../tokens/tokenCount.ts';
import type { Check } from '../check.ts';
import { message } from '../message.ts';

const LIMITS = {
  windowShare: {
    value: 0.9,
    reason: 'The answer, and what the tool adds around the text, need the rest of the window.',
  },
};

/** More than the budget, or more than the model can take in. */
export const budgetOverrun: Check = {
  id: 'budgetOverrun',
  thresholds: LIMITS,
  find({ scope, budget, model }) {
    if (scope === undefined) return [];
    const { parts, total } = scope;
    const totalTokens = model === undefined ? total.tokens : countForModel(total, model.tokenizer).tokens;
    const room = (model?.contextWindow ?? Number.POSITIVE_INFINITY) * LIMITS.windowShare.value;
    const isOverWindow = totalTokens > room;
    const limit = isOverWindow ? Math.floor(room) : budget;
    if (limit === undefined || totalTokens <= limit) return [];
    const [largest] = parts.filter(({ isWhole }) => isWhole).toSorted((a, b) => b.tokens - a.tokens);
    if (largest === undefined) return [];
    const { itemId, label, tokens, path } = largest;
    const over = totalTokens - limit;
    return [
      {
        check: 'budgetOverrun',
        title: isOverWindow
          ? message(
              '{0} tokens leave {1} too little room for an answer; {2} is the largest with {3}.',
              totalTokens,
              model?.label ?? '',
              label,
              tokens,
            )
          : message(
              '{0} tokens are more than the budget of {1}; {2} is the largest with {3}.',
              totalTokens,
              limit,
              label,
              tokens,
            ),
        places: [{ in: 'items', itemIds: [itemId], labels: [label] }],
        tokens: {
          tokens: over,
          kind: 'measured',
          formula: message('{0} tokens of the scope − {1}', totalTokens, limit),
        },
        action: { do: 'setDetail', itemIds: [itemId], detail: path === '' ? 'reduced' : 'outline' },
      },
    ];
  },
};
