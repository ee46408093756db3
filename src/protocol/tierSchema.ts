import * as v from 'valibot';
import { TIERS } from '../core/models/modelInfo.ts';
import { EFFORTS, MODES } from '../core/models/tier/tierSuggestion.ts';
import { AMOUNT, COUNT, TEXT } from './schemaParts.ts';

// The part of a snapshot that suggests a tier.

export const TIER = v.strictObject({
  tier: v.picklist(TIERS),
  confidence: v.pipe(AMOUNT, v.maxValue(1)),
  effort: v.picklist(EFFORTS),
  mode: v.picklist(MODES),
  reasons: v.array(TEXT),
  escalate: v.exactOptional(TEXT),
  stages: v.exactOptional(
    v.strictObject({
      entries: v.array(
        v.strictObject({
          tier: v.picklist(TIERS),
          text: TEXT,
          files: v.array(TEXT),
          modelLabel: v.exactOptional(TEXT),
          count: v.exactOptional(COUNT),
          costUsd: v.exactOptional(AMOUNT),
        }),
      ),
      costUsd: v.exactOptional(AMOUNT),
      allThinkUsd: v.exactOptional(AMOUNT),
    }),
  ),
  models: v.array(
    v.strictObject({
      id: TEXT,
      label: TEXT,
      isChosen: v.boolean(),
      count: v.exactOptional(COUNT),
      costUsd: v.exactOptional(AMOUNT),
    }),
  ),
});
