import * as v from 'valibot';
import { PROMPT_PARTS } from '../core/cost/plan/composition.ts';
import { KPI_IDS, KPI_STATES, TARGET_PERIODS } from '../core/dashboard/targets/targetsSnapshot.ts';
import { DAY, RANGE } from './rangeSchema.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// Whether the habits are good.

export const TARGET_PERIOD = v.picklist(TARGET_PERIODS);

const KPI = v.strictObject({
  id: v.picklist(KPI_IDS),
  unit: v.picklist(['usd', 'tokens', 'share', 'number']),
  value: v.exactOptional(AMOUNT),
  previous: v.exactOptional(AMOUNT),
  target: v.exactOptional(
    v.union([
      v.strictObject({ below: AMOUNT }),
      v.strictObject({ above: AMOUNT }),
      v.strictObject({ from: AMOUNT, to: AMOUNT }),
    ]),
  ),
  isEstimated: v.exactOptional(v.literal(true)),
  state: v.picklist(KPI_STATES),
  change: v.exactOptional(v.picklist(['better', 'worse', 'same'])),
  trend: v.array(v.nullable(AMOUNT)),
});

export const TARGETS = v.strictObject({
  period: TARGET_PERIOD,
  range: RANGE,
  requests: INTEGER,
  untieredRequests: INTEGER,
  newestDay: v.exactOptional(DAY),
  areSessionsRead: v.boolean(),
  composition: v.exactOptional(
    v.strictObject({
      requests: INTEGER,
      parts: v.array(
        v.strictObject({
          part: v.picklist(PROMPT_PARTS),
          share: AMOUNT,
          fromShare: AMOUNT,
          toShare: AMOUNT,
        }),
      ),
      unknownShare: AMOUNT,
    }),
  ),
  kpis: v.array(KPI),
  models: v.array(
    v.strictObject({
      model: TEXT,
      requests: INTEGER,
      averageUsd: v.exactOptional(AMOUNT),
      p95Usd: v.exactOptional(AMOUNT),
    }),
  ),
  sources: v.array(TEXT),
});
