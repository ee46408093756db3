import { HISTORIES, type History } from '../../../cost/plan/historyGrowth.ts';
import { SOME_TOKENS } from '../../../cost/plan/planFields.ts';
import {
  type IterationInput,
  type IterationPlan,
  planIterations,
} from '../../../cost/plan/planIterations.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { formatInteger, formatShare, formatUsd, markEstimate } from '../../../format.ts';
import type { ModelInfo } from '../../../models/modelInfo.ts';
import { modelsForTier } from '../../../models/modelsForTier.ts';
import { countForModel } from '../../../tokens/tokenCount.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, convertTokens, type PlanContext } from '../planContext.ts';
import type { PlanTable, SectionDraft } from '../planSection.ts';

/** Context × iterations, with what the history adds, by the ways of keeping it and by model. */
export function draftIterations(context: PlanContext): SectionDraft<'iterations'> {
  const { freeTokens } = EXPECTED_OUTPUT[context.outputKind];
  const histories = HISTORIES.map((value) => ({ value, label: nameHistory(value) }));
  return {
    title: translate('Iterations'),
    fields: {
      contextTokens: { label: translate('Context tokens'), initial: contextTokensOf(context) },
      iterations: { label: translate('Iterations'), initial: 5 },
      outputTokens: { label: translate('Output tokens of each'), initial: freeTokens },
      history: { label: translate('History'), initial: 'full', choices: histories },
      turnTokens: { label: translate('Tokens that a turn adds'), initial: freeTokens + 500 },
      windowTurns: { label: translate('Turns in the window'), initial: 2 },
      summaryTokens: { label: translate('Tokens of the summary'), initial: 200 },
      retries: { label: translate('Retries of each, on average'), initial: 0 },
    },
    plan: ({ number, choice }) => {
      const input: IterationInput = {
        contextTokens: number('contextTokens'),
        iterations: number('iterations'),
        outputTokens: number('outputTokens'),
        history: choice('history', HISTORIES),
        turnTokens: number('turnTokens'),
        windowTurns: number('windowTurns'),
        summaryTokens: number('summaryTokens'),
        retries: number('retries'),
      };
      const plan = planIterations(input, context.model.price);
      return {
        results: [
          { label: translate('Input tokens'), value: formatInteger(plan.inputTokens) },
          { label: translate('Output tokens'), value: formatInteger(plan.outputTokens) },
          { label: translate('All tokens'), value: formatInteger(plan.totalTokens) },
          { label: translate('Input of the last'), value: describeLast(plan, context.model) },
          { label: translate('Cost'), value: formatUsd(plan.costUsd) },
        ],
        tables: [listHistories(input, context.model), listModels(input, context)],
      };
    },
  };
}

function nameHistory(history: History): string {
  switch (history) {
    case 'none':
      return translate('no history');
    case 'full':
      return translate('full');
    case 'window':
      return translate('window of the last turns');
    case 'windowAndSummary':
      return translate('window and summary');
    default:
      return history satisfies never;
  }
}

function describeLast({ lastInputTokens }: IterationPlan, { contextWindow, label }: ModelInfo): string {
  const tokens = formatInteger(lastInputTokens);
  if (contextWindow === undefined) return tokens;
  return lastInputTokens > contextWindow
    ? translate('{0}: does not fit into {1}', tokens, label)
    : translate('{0}, {1} of the window', tokens, formatShare(lastInputTokens / contextWindow));
}

function listHistories(input: IterationInput, { price }: ModelInfo): PlanTable {
  return {
    caption: translate('By history'),
    columns: [translate('History'), translate('All tokens'), translate('Cost')],
    rows: HISTORIES.map((history) => {
      const { totalTokens, costUsd } = planIterations({ ...input, history }, price);
      return [nameHistory(history), formatInteger(totalTokens), formatUsd(costUsd)];
    }),
  };
}

/** The same texts on other models, each in its own tokens; one that counts in another vocabulary is left out. */
function listModels(input: IterationInput, context: PlanContext): PlanTable {
  const { model: chosen, offer } = context;
  const others = (['think', 'execute', 'bulk'] as const).flatMap((tier) => modelsForTier(tier, offer));
  const models = [chosen, ...others.filter(({ id }) => id !== chosen.id)];
  return {
    caption: translate('By model'),
    columns: [translate('Model'), translate('Tier'), translate('All tokens'), translate('Cost')],
    rows: models.flatMap((model) => {
      const plan = planOn(model, input, context);
      if (plan === undefined) return [];
      const count = countForModel({ tokens: 0, mix: NO_MIX }, model.tokenizer);
      const mark = (text: string) => (model === chosen ? text : markEstimate(text, count));
      return [
        [
          model.label,
          translate(model.tier),
          mark(formatInteger(plan.totalTokens)),
          mark(formatUsd(plan.costUsd)),
        ],
      ];
    }),
  };
}

const NO_MIX = { prose: 0, code: 0, nonLatin: 0 };

function planOn(model: ModelInfo, input: IterationInput, context: PlanContext): IterationPlan | undefined {
  const convert = (tokens: number) => convertTokens(tokens, model, context);
  const contextTokens = convert(input.contextTokens);
  const outputTokens = convert(input.outputTokens);
  const turnTokens = convert(input.turnTokens);
  const summaryTokens = convert(input.summaryTokens);
  if (contextTokens === undefined || outputTokens === undefined) return undefined;
  if (turnTokens === undefined || summaryTokens === undefined) return undefined;
  // A count at the limit may be beyond it on another model.
  const most = Math.max(contextTokens, outputTokens, turnTokens, summaryTokens);
  if (most > SOME_TOKENS.max) return undefined;
  return planIterations({ ...input, contextTokens, outputTokens, turnTokens, summaryTokens }, model.price);
}
