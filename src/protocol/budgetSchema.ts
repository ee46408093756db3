import * as v from 'valibot';
import { BUDGET_LEVELS } from '../core/budget/budget.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// Budgets in a snapshot.

export const BUDGETS = v.array(
  v.strictObject({
    key: TEXT,
    name: TEXT,
    unit: v.picklist(['usd', 'tokens']),
    amount: AMOUNT,
    warnAt: AMOUNT,
    used: v.exactOptional(AMOUNT),
    level: v.picklist(BUDGET_LEVELS),
    projection: v.exactOptional(v.strictObject({ expected: AMOUNT, low: AMOUNT, high: AMOUNT })),
    unpricedRequests: INTEGER,
    isMuted: v.boolean(),
  }),
);
