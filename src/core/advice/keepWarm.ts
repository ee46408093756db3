import { requestCostUsd } from '../cost/requestCost.ts';
import { message } from '../message.ts';
import { countForModel } from '../tokens/tokenCount.ts';
import type { Advice } from './advice.ts';
import type { AdviceInput, AdvisedScope, Threshold } from './check.ts';
import { findWarmCopy } from './lastCopy.ts';

const LIMITS = {
  leastRequests: {
    value: 3,
    reason: 'A talk hardly ever ends before its second request; what pays by then may be done at once.',
  },
} satisfies Record<string, Threshold>;

/**
 * Of advice that takes less of what a provider's cache still holds: while the change costs more than it saves, that is said instead of it. What
 * may do harm is to go in any case.
 */
export function keepWarm(found: readonly Advice[], input: AdviceInput): Advice[] {
  const { scope, model } = input;
  const last = findWarmCopy(input);
  if (scope === undefined || last?.stableHash !== scope.stableHash || last.modelLabel !== model?.label)
    return [...found];
  return found.map((advice) => {
    const requests = requestsUntilPaid(advice, scope, input);
    return requests < LIMITS.leastRequests.value ? advice : adviseLater(advice, requests);
  });
}

/** From which request on the smaller start is the cheaper one; 1 where it is at once, or where that cannot be known. */
function requestsUntilPaid(
  { check, places, tokens }: Advice,
  scope: AdvisedScope,
  input: AdviceInput,
): number {
  const { model } = input;
  const isSaving = SAVINGS.has(check) && tokens !== undefined;
  if (!isSaving || model === undefined) return 1;
  const labels = new Set(
    places.flatMap((place) => (place.in === 'scope' ? place.documents : [])).map(({ label }) => label),
  );
  const first = scope.parts.findIndex(({ label }) => labels.has(label));
  if (scope.parts[first]?.isStable !== true) return 1;
  const costOf = (cacheReadTokens: number, inputTokens: number) =>
    requestCostUsd(
      { cacheReadTokens: inModel(cacheReadTokens), inputTokens: inModel(inputTokens) },
      model.price,
    );
  const inModel = (count: number) => countForModel({ ...scope.total, tokens: count }, model.tokenizer).tokens;
  const before = Math.min(scope.stableTokens, sumTokens(scope, first));
  const smaller = Math.max(before, scope.stableTokens - tokens.tokens);
  const [warm, cold, later] = [
    costOf(scope.stableTokens, 0),
    costOf(before, smaller - before),
    costOf(smaller, 0),
  ];
  if (warm === undefined || cold === undefined || later === undefined || cold <= warm || later >= warm)
    return 1;
  return 1 + Math.ceil((cold - warm) / (warm - later));
}

/** Checks whose advice is a saving and nothing else. */
const SAVINGS: ReadonlySet<Advice['check']> = new Set<Advice['check']>([
  'generatedFiles',
  'nearDuplicates',
  'rawPayload',
]);

function sumTokens({ parts }: AdvisedScope, end: number): number {
  return parts.slice(0, end).reduce((sum, { tokens }) => sum + tokens, 0);
}

function adviseLater({ places, tokens }: Advice, requests: number): Advice {
  const documents = places.flatMap((place) => (place.in === 'scope' ? place.documents : []));
  return {
    check: 'coldCache',
    title: message(
      'Less of {0} would be enough, but the cache still holds it: changed now, the start is paid in full again, which pays from request {1} on.',
      documents.map(({ label }) => label).join(', '),
      requests,
    ),
    places,
    ...(tokens !== undefined && {
      tokens: {
        ...tokens,
        kind: 'estimated',
        formula: message('tokens that it has too much, each read from the cache if the last copy was sent'),
      },
    }),
    action: { do: 'openPlanner' },
  };
}
