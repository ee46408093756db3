import { type BudgetLevel, keyOf } from './budget.ts';
import type { PeriodState } from './periodState.ts';

/** What was told of each budget: in which period, from its first day, and up to which level. */
export type AlertLog = Readonly<Record<string, { since: string; level: AlertLevel }>>;

export type AlertLevel = Extract<BudgetLevel, 'near' | 'over'>;
export type Alert = { state: PeriodState; level: AlertLevel };

/**
 * What is to be told now, and the log with that told: each level once in a period, and what is over is not told as near any more. What is
 * muted is never told. Budgets that are gone are forgotten.
 */
export function dueAlerts(
  states: readonly PeriodState[],
  log: AlertLog,
  isMuted: (key: string) => boolean,
): { alerts: Alert[]; log: AlertLog } {
  const alerts = states.flatMap((state): Alert[] => {
    const { level } = state;
    if (level !== 'near' && level !== 'over') return [];
    const key = keyOf(state.budget);
    return isMuted(key) || wasTold(log[key], state, level) ? [] : [{ state, level }];
  });
  const kept = states.flatMap(({ budget }) => {
    const told = log[keyOf(budget)];
    return told === undefined ? [] : [[keyOf(budget), told] as const];
  });
  const told = alerts.map(
    ({ state, level }) => [keyOf(state.budget), { since: state.span.since, level }] as const,
  );
  return { alerts, log: Object.fromEntries([...kept, ...told]) };
}

function wasTold(told: AlertLog[string] | undefined, { span }: PeriodState, level: AlertLevel): boolean {
  if (told === undefined || told.since !== span.since) return false;
  return told.level === 'over' || told.level === level;
}
