import type { Factor } from './tokenCount.ts';

/** A text counted by us beside what the provider reported for the same text. */
export type CalibrationPair = { countedTokens: number; reportedTokens: number };

/** A model's own factor, learned from `sampleSize` pairs. */
export type CalibratedFactor = Factor & { sampleSize: number };

/** Fewer pairs say nothing about the spread. */
const SMALLEST_SAMPLE = 8;
/** Below this, a token of framing more or less moves the ratio by more than vocabularies differ. */
const SMALLEST_COUNT = 50;
/** Ratios farther from the median than this many median deviations are other things: images, hidden reasoning, a lost text. */
const OUTLIER_DEVIATIONS = 5;
/** No band is narrower: the next text is another text. */
const NARROWEST_BAND_PERCENT = 2;

/**
 * Learns a model's factor from pairs. The factor is the median of the ratios, the band holds nine of ten of them; outliers are
 * left out first. `undefined` while there are too few usable pairs.
 */
export function calibrateFactor(pairs: readonly CalibrationPair[]): CalibratedFactor | undefined {
  const ratios = pairs
    .filter(({ countedTokens, reportedTokens }) => countedTokens >= SMALLEST_COUNT && reportedTokens > 0)
    .map(({ countedTokens, reportedTokens }) => reportedTokens / countedTokens)
    .filter(Number.isFinite);
  const kept = dropOutliers(ratios);
  if (kept.length < SMALLEST_SAMPLE) return undefined;
  const factor = quantile(kept, 0.5);
  const deviations = kept.map((ratio) => Math.abs(ratio - factor) / factor);
  const bandPercent = Math.max(Math.ceil(quantile(deviations, 0.9) * 100), NARROWEST_BAND_PERCENT);
  return { factor, bandPercent, sampleSize: kept.length };
}

function dropOutliers(ratios: readonly number[]): number[] {
  if (ratios.length === 0) return [];
  const median = quantile(ratios, 0.5);
  // At least a percent, so that equal ratios do not make everything else an outlier.
  const deviation = Math.max(
    quantile(
      ratios.map((ratio) => Math.abs(ratio - median)),
      0.5,
    ),
    median * 0.01,
  );
  return ratios.filter((ratio) => Math.abs(ratio - median) <= OUTLIER_DEVIATIONS * deviation);
}

/** The value below which `share` of the values lie, between the two nearest ones. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}
