import { message } from '../../message.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { Advice, AdviceTokens } from '../advice.ts';
import type { AdviceInput, AdvisedPart, AdvisedScope, Check } from '../check.ts';

const LIMITS = {
  windowShare: {
    value: 0.9,
    reason: 'The answer, and what the tool adds around the text, need the rest of the window.',
  },
};

/** More than the model can take in, or than a budget that the user has set. */
export const budgetOverrun: Check = {
  id: 'budgetOverrun',
  thresholds: LIMITS,
  find(input) {
    const { scope, budgets = [] } = input;
    if (scope === undefined) return [];
    const stage = budgets.find(({ isOfStage }) => isOfStage);
    const overall = adviseWindow(scope, input) ?? adviseBudget(scope, input);
    return [...(overall ?? []), ...(stage === undefined ? [] : [adviseStage(stage)])];
  },
};

type Exceeded = NonNullable<AdviceInput['budgets']>[number];

function adviseWindow(scope: AdvisedScope, { model }: AdviceInput): Advice[] | undefined {
  if (model?.contextWindow === undefined) return undefined;
  const room = Math.floor(model.contextWindow * LIMITS.windowShare.value);
  const { tokens } = countForModel(scope.total, model.tokenizer);
  if (tokens <= room) return undefined;
  const overShare = (tokens - room) / tokens;
  const largest = findLargest(scope);
  if (largest === undefined) {
    const title = message(
      'It leaves {0} too little room for an answer, and none of its parts has a shorter form.',
      model.label,
    );
    const action = { do: 'openSettings', of: 'model' } as const;
    return [{ check: 'budgetOverrun', title, places: [], tokens: tokensOver(scope, overShare), action }];
  }
  const title = message(
    'It leaves {0} too little room for an answer; {1} is the largest part.',
    model.label,
    largest.label,
  );
  return [{ check: 'budgetOverrun', title, ...shorten(largest), tokens: tokensOver(scope, overShare) }];
}

/** Of several the one that is exceeded most: what is enough for it is enough for the others. */
function adviseBudget(scope: AdvisedScope, { budgets = [] }: AdviceInput): Advice[] | undefined {
  const [worst] = budgets.filter(({ isOfStage }) => !isOfStage).toSorted((a, b) => b.overShare - a.overShare);
  if (worst === undefined) return undefined;
  const { name, amount, overShare } = worst;
  const largest = findLargest(scope);
  if (largest === undefined) {
    const title = message(
      'It is over the budget “{0}” of {1}, and none of its parts has a shorter form.',
      name,
      amount,
    );
    const action = { do: 'openSettings', of: 'budgets' } as const;
    return [{ check: 'budgetOverrun', title, places: [], tokens: tokensOver(scope, overShare), action }];
  }
  const title = message(
    'It is over the budget “{0}” of {1}; {2} is the largest part.',
    name,
    amount,
    largest.label,
  );
  return [{ check: 'budgetOverrun', title, ...shorten(largest), tokens: tokensOver(scope, overShare) }];
}

function adviseStage({ name, amount }: Exceeded): Advice {
  return {
    check: 'budgetOverrun',
    title: message('A stage of the work is over the budget “{0}” of {1}: plan smaller ones.', name, amount),
    places: [],
    action: { do: 'openPlanner' },
  };
}

function findLargest({ parts }: AdvisedScope): AdvisedPart | undefined {
  return parts.filter(({ isWhole }) => isWhole).toSorted((a, b) => b.tokens - a.tokens)[0];
}

function shorten({ itemId, label, path }: AdvisedPart): Pick<Advice, 'places' | 'action'> {
  return {
    places: [{ in: 'scope', documents: [{ itemId, path, label }] }],
    action: { do: 'setDetail', documents: [{ itemId, path }], detail: path === '' ? 'reduced' : 'outline' },
  };
}

/** As everything here in our vocabulary. */
function tokensOver({ total }: AdvisedScope, overShare: number): AdviceTokens {
  const tokens = Math.round(overShare * total.tokens);
  const within = total.tokens - tokens;
  return { tokens, kind: 'measured', formula: message('tokens of the scope − {0}', within) };
}
