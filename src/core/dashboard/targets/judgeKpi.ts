import type { Kpi } from './kpis.ts';
import type { KpiSnapshot, KpiState, Target } from './targetsSnapshot.ts';

/** So far off a target a number is still near it. */
const NEAR_SHARE = 0.25;

/** A number beside its target and beside what it was before. */
export function judgeKpi(
  { unit, target, better, isEstimated }: Kpi,
  value: number | undefined,
  previous: number | undefined,
): Omit<KpiSnapshot, 'id' | 'trend'> {
  const change = compare(better, value, previous);
  return {
    unit,
    ...(value !== undefined && { value }),
    ...(previous !== undefined && { previous }),
    ...(target !== undefined && { target }),
    ...(isEstimated && { isEstimated }),
    state: stateOf(value, target),
    ...(change !== undefined && { change }),
  };
}

function stateOf(value: number | undefined, target: Target | undefined): KpiState {
  if (value === undefined) return 'unknown';
  if (target === undefined) return 'untargeted';
  if (isWithin(value, target)) return 'met';
  return isWithin(value, widen(target)) ? 'near' : 'missed';
}

function isWithin(value: number, target: Target): boolean {
  if ('below' in target) return value < target.below;
  if ('above' in target) return value > target.above;
  return value >= target.from && value <= target.to;
}

function widen(target: Target): Target {
  if ('below' in target) return { below: target.below * (1 + NEAR_SHARE) };
  if ('above' in target) return { above: target.above * (1 - NEAR_SHARE) };
  return { from: target.from * (1 - NEAR_SHARE), to: target.to * (1 + NEAR_SHARE) };
}

function compare(
  better: Kpi['better'],
  value: number | undefined,
  previous: number | undefined,
): KpiSnapshot['change'] {
  if (better === undefined || value === undefined || previous === undefined) return undefined;
  if (value === previous) return 'same';
  return value < previous === (better === 'lower') ? 'better' : 'worse';
}
