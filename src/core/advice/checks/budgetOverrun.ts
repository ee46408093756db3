import { message } from '../../message.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { Check } from '../check.ts';

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
    const { itemId, label, path } = largest;
    // As everything here it is counted in our vocabulary.
    const over = Math.round(((totalTokens - limit) * total.tokens) / totalTokens);
    return [
      {
        check: 'budgetOverrun',
        title: isOverWindow
          ? message(
              'It leaves {0} too little room for an answer; {1} is the largest part.',
              model?.label ?? '',
              label,
            )
          : message('It is over the budget of {0} tokens; {1} is the largest part.', limit, label),
        places: [{ in: 'scope', documents: [{ itemId, path, label }] }],
        tokens: {
          tokens: over,
          kind: 'measured',
          formula: message('tokens of the scope − {0}', limit),
        },
        action: {
          do: 'setDetail',
          documents: [{ itemId, path }],
          detail: path === '' ? 'reduced' : 'outline',
        },
      },
    ];
  },
};
