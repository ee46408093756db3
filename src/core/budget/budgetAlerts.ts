import * as v from 'valibot';
import { keyOf } from './budget.ts';
import type { PeriodState } from './periodState.ts';

/** What was told of each budget: in which period, from its first day, and up to which level. */
export type AlertLog = Readonly<Record<string, { since: string; level: AlertLevel }>>;

const ALERT_LEVELS = ['near', 'over'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];
export type Alert = { state: PeriodState; level: AlertLevel };

/**
 * What is to be told now, and the log with that told: each level once in a period, and what is over is not told as near any more. Keys of
 * `muted` are never told. Budgets that are gone are forgotten.
 */
export function dueAlerts(
  states: readonly PeriodState[],
  log: AlertLog,
  muted: ReadonlySet<string>,
): { alerts: Alert[]; log: AlertLog } {
  const alerts = states.flatMap((state): Alert[] => {
    const { level } = state;
    if (level !== 'near' && level !== 'over') return [];
    const key = keyOf(state.budget);
    return muted.has(key) || wasTold(log[key], state, level) ? [] : [{ state, level }];
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

/** A log as it was stored, whatever is stored. */
export function parseAlertLog(stored: unknown): AlertLog {
  const parsed = v.safeParse(ALERT_LOG, stored);
  return parsed.success ? parsed.output : {};
}

const ALERT_LOG = v.record(v.string(), v.object({ since: v.string(), level: v.picklist(ALERT_LEVELS) }));

function wasTold(told: AlertLog[string] | undefined, { span }: PeriodState, level: AlertLevel): boolean {
  if (told === undefined || told.since !== span.since) return false;
  return told.level === 'over' || told.level === level;
}
