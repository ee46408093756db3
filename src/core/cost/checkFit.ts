import { type ModelInfo, TIERS } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import type { TextCount, TokenCount } from '../tokens/tokenCount.ts';
import { priceOn } from './priceOn.ts';
import { requestCostUsd } from './requestCost.ts';

/** What is wrong with sending so much to a model, and the cheapest ways out. */
export type FitFault = {
  /** It does not fit into the window, or all of it takes the price of long contexts. */
  kind: 'window' | 'longContext';
  count: TokenCount;
  lineTokens: number;
  /** What must go to stay at the line. */
  overTokens: number;
  /** What crossing the line costs more than the usual price; absent where that is unknown or beside the point. */
  extraUsd?: number;
  /** The cheapest model of the same tier or of a stronger one that takes it as it is, for less where the chosen one takes it too. */
  other?: { model: ModelInfo; costUsd: number };
};

/** `undefined` where nothing is wrong. `counted` is in the encoding of `chosen`. */
export function checkFit(counted: TextCount, chosen: ModelInfo, offer: ModelOffer): FitFault | undefined {
  const { count, costUsd } = priceOn(chosen, counted, chosen);
  const { contextWindow, price } = chosen;
  if (count === undefined) return undefined;
  if (contextWindow !== undefined && count.tokens > contextWindow) {
    const other = findCheaper(counted, chosen, offer, Number.POSITIVE_INFINITY);
    return { ...describeLine('window', count, contextWindow), ...(other && { other }) };
  }
  const line = price?.longContext?.aboveTokens;
  if (price === undefined || costUsd === undefined || line === undefined || count.tokens <= line)
    return undefined;
  const { longContext: _dearer, ...usual } = price;
  const usualUsd = requestCostUsd({ inputTokens: count.tokens }, usual) ?? costUsd;
  const other = findCheaper(counted, chosen, offer, costUsd);
  return {
    ...describeLine('longContext', count, line),
    extraUsd: costUsd - usualUsd,
    ...(other && { other }),
  };
}

function describeLine(kind: FitFault['kind'], count: TokenCount, lineTokens: number) {
  return { kind, count, lineTokens, overTokens: count.tokens - lineTokens };
}

function findCheaper(
  counted: TextCount,
  chosen: ModelInfo,
  { models }: ModelOffer,
  belowUsd: number,
): FitFault['other'] {
  const candidates = models.flatMap((model) => {
    const { count, costUsd } = priceOn(model, counted, chosen);
    const takesIt = count !== undefined && count.tokens <= (model.contextWindow ?? 0);
    return takesIt && costUsd !== undefined && costUsd < belowUsd && isAsStrong(model, chosen)
      ? [{ model, costUsd }]
      : [];
  });
  return candidates.toSorted((a, b) => a.costUsd - b.costUsd)[0];
}

function isAsStrong(model: ModelInfo, chosen: ModelInfo): boolean {
  return model.id !== chosen.id && TIERS.indexOf(model.tier) <= TIERS.indexOf(chosen.tier);
}
