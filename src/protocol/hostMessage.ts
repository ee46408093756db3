import * as v from 'valibot';
import { DASHBOARD_SUBJECTS, type DashboardSnapshot } from '../core/dashboard/dashboardSnapshot.ts';
import { ADVICE, INSTRUCTIONS } from './adviceSchema.ts';
import { BUDGETS } from './budgetSchema.ts';
import { BUILDER } from './builderSchema.ts';
import { CHECKLIST } from './checklistSchema.ts';
import { COST } from './costSchema.ts';
import { DATA } from './dataSchema.ts';
import { FINDINGS } from './findingsSchema.ts';
import { LOGS } from './logsSchema.ts';
import { PLAN } from './planSchema.ts';
import { AMOUNT, COUNT, INTEGER, TEXT } from './schemaParts.ts';
import { TARGETS } from './targetsSchema.ts';
import { TIER } from './tierSchema.ts';
import { VARIANTS } from './variantsSchema.ts';

/** What the host tells the webview: always the whole snapshot, never a part. */
export type HostMessage = { type: 'snapshot'; snapshot: DashboardSnapshot };

/** `undefined` for anything that is not a host message; the caller drops and counts it. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  const parsed = v.safeParse(HOST_MESSAGE, data);
  return parsed.success ? parsed.output : undefined;
}

const HOST_MESSAGE = v.strictObject({
  type: v.literal('snapshot'),
  snapshot: v.strictObject({
    model: v.strictObject({
      label: TEXT,
      vendor: TEXT,
      contextWindow: v.exactOptional(AMOUNT),
      inputPricePerMillion: v.exactOptional(AMOUNT),
      outputPricePerMillion: v.exactOptional(AMOUNT),
    }),
    pricesDate: TEXT,
    pricesAgeDays: INTEGER,
    encoding: TEXT,
    rows: v.pipe(
      v.array(
        v.strictObject({
          subject: v.picklist(DASHBOARD_SUBJECTS),
          name: TEXT,
          count: v.exactOptional(COUNT),
          costUsd: v.exactOptional(AMOUNT),
          windowShare: v.exactOptional(AMOUNT),
        }),
      ),
      v.maxLength(DASHBOARD_SUBJECTS.length),
    ),
    view: v.variant('tab', [
      v.strictObject({
        tab: v.literal('now'),
        builder: BUILDER,
        tier: v.exactOptional(TIER),
        advice: v.exactOptional(ADVICE),
        instructions: v.exactOptional(INSTRUCTIONS),
        checklist: CHECKLIST,
        variants: VARIANTS,
        budgets: BUDGETS,
      }),
      v.strictObject({ tab: v.literal('plan'), plan: PLAN }),
      v.strictObject({
        tab: v.literal('cost'),
        budgets: BUDGETS,
        areBudgetsPending: v.boolean(),
        isReadingSessions: v.boolean(),
        logs: v.exactOptional(LOGS),
        cost: v.exactOptional(COST),
      }),
      v.strictObject({
        tab: v.literal('findings'),
        logs: v.exactOptional(LOGS),
        findings: v.exactOptional(FINDINGS),
      }),
      v.strictObject({
        tab: v.literal('targets'),
        isReadingSessions: v.boolean(),
        logs: v.exactOptional(LOGS),
        targets: v.exactOptional(TARGETS),
      }),
      v.strictObject({ tab: v.literal('data'), logs: v.exactOptional(LOGS), data: v.exactOptional(DATA) }),
    ]),
  }),
});
