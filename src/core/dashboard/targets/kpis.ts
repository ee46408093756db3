import { type PromptPart, TARGET_BANDS } from '../../cost/plan/composition.ts';
import { NANO } from '../../usage/table/usageTable.ts';
import type { UsageMeasures } from './measureUsage.ts';
import type { KpiId, Target } from './targetsSnapshot.ts';

/** How a number is read off what was measured; a target where the playbook names one, and which way is better. */
export type Kpi = {
  unit: 'usd' | 'tokens' | 'share' | 'number';
  better?: 'lower' | 'higher';
  target?: Target;
  /** It follows from the sizes of texts. */
  isEstimated?: true;
  read: (measures: UsageMeasures) => number | undefined;
};

const band = (part: PromptPart): Target => {
  const { fromShare, toShare } = TARGET_BANDS[part];
  return { from: fromShare, to: toShare };
};
/** No log says which part of a prompt is which. */
const estimate = (part: PromptPart): Kpi => ({
  unit: 'share',
  target: band(part),
  isEstimated: true,
  read: ({ composition }) => composition && ratio(composition[part], composition.total),
});

/**
 * The numbers that the playbook watches, with its targets: cost under $0.002 a request, under 2,000 tokens in and 500 out, over 80 % of the input from the
 * cache, under 20 % on tier 1, some 15 : 75 : 10 over the tiers.
 */
export const KPIS = {
  costPerRequest: {
    unit: 'usd',
    better: 'lower',
    target: { below: 0.002 },
    read: ({ pricedRequests, pricedNanoUsd }) => ratio(pricedNanoUsd, pricedRequests * NANO),
  },
  costPerRequestP95: { unit: 'usd', better: 'lower', read: ({ p95Usd }) => p95Usd },
  inputPerRequest: {
    unit: 'tokens',
    better: 'lower',
    target: { below: 2000 },
    read: ({ contextTokens, inputRequests }) => ratio(contextTokens, inputRequests),
  },
  outputPerRequest: {
    unit: 'tokens',
    better: 'lower',
    target: { below: 500 },
    read: ({ outputTokens, outputRequests }) => ratio(outputTokens, outputRequests),
  },
  cacheHitRate: {
    unit: 'share',
    better: 'higher',
    target: { above: 0.8 },
    read: ({ cacheReadTokens, cachedContextTokens }) => ratio(cacheReadTokens, cachedContextTokens),
  },
  thinkRequests: {
    unit: 'share',
    better: 'lower',
    target: { below: 0.2 },
    read: ({ tierRequests }) => shareOf(tierRequests, 'think'),
  },
  thinkCost: {
    unit: 'share',
    better: 'lower',
    target: { below: 0.2 },
    read: ({ tierNanoUsd }) => shareOf(tierNanoUsd, 'think'),
  },
  executeRequests: {
    unit: 'share',
    target: { from: 0.65, to: 0.85 },
    read: ({ tierRequests }) => shareOf(tierRequests, 'execute'),
  },
  bulkRequests: {
    unit: 'share',
    target: { from: 0.05, to: 0.2 },
    read: ({ tierRequests }) => shareOf(tierRequests, 'bulk'),
  },
  outputShare: {
    unit: 'share',
    target: band('output'),
    read: ({ toldOutputTokens, toldTokens }) => ratio(toldOutputTokens, toldTokens),
  },
  systemShare: estimate('system'),
  contextShare: estimate('context'),
  retrievedShare: estimate('retrieved'),
  historyShare: estimate('history'),
  callsPerSession: {
    unit: 'number',
    better: 'lower',
    read: ({ sessionCalls, sessions }) => ratio(sessionCalls, sessions),
  },
  callsPerPrompt: {
    unit: 'number',
    better: 'lower',
    read: ({ promptedCalls, prompts }) => (promptedCalls === 0 ? undefined : ratio(promptedCalls, prompts)),
  },
  retries: {
    unit: 'share',
    better: 'lower',
    read: ({ retries, requests }) => (retries === undefined ? undefined : ratio(retries, requests)),
  },
} as const satisfies Record<KpiId, Kpi>;

function ratio(part: number, of: number): number | undefined {
  return of === 0 ? undefined : part / of;
}

function shareOf(
  parts: Readonly<Record<'think' | 'execute' | 'bulk', number>>,
  tier: 'think' | 'execute' | 'bulk',
): number | undefined {
  return ratio(parts[tier], parts.think + parts.execute + parts.bulk);
}
