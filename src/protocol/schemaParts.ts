import * as v from 'valibot';
import { ACCURACIES } from '../core/tokens/tokenCount.ts';

// What the parts of a snapshot are made of.

export const TEXT = v.pipe(v.string(), v.maxLength(1000));
export const AMOUNT = v.pipe(v.number(), v.finite(), v.minValue(0));
export const INTEGER = v.pipe(AMOUNT, v.integer());

export const COUNT = v.strictObject({
  tokens: INTEGER,
  accuracy: v.picklist(ACCURACIES),
  bandPercent: AMOUNT,
});
