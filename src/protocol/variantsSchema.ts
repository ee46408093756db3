import * as v from 'valibot';
import { MOST_QUALITY, VARIANT_NAMES } from '../core/context/scopeVariant.ts';
import { AMOUNT, COUNT, INTEGER, TEXT } from './schemaParts.ts';

// Variants of a scope in a snapshot.

const QUALITY = v.pipe(AMOUNT, v.maxValue(MOST_QUALITY));
/** A share of what was before; below 0 where it has become less. */
const CHANGE = v.pipe(v.number(), v.finite(), v.minValue(-1));
const COST = v.strictObject({ count: COUNT, costUsd: v.exactOptional(AMOUNT) });

export const VARIANTS = v.strictObject({
  cards: v.array(
    v.strictObject({
      name: v.picklist(VARIANT_NAMES),
      goal: TEXT,
      fileCount: INTEGER,
      keptMs: AMOUNT,
      quality: v.exactOptional(QUALITY),
    }),
  ),
  rows: v.array(
    v.strictObject({
      id: TEXT,
      label: TEXT,
      isChosen: v.boolean(),
      a: COST,
      b: COST,
      tokensChange: v.exactOptional(CHANGE),
      costChange: v.exactOptional(CHANGE),
    }),
  ),
  qualityChange: v.exactOptional(CHANGE),
});
