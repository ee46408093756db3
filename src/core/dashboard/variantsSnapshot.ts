import { type ComparedVariants, changeOf, compareVariants } from '../context/compareVariants.ts';
import {
  type ScopeVariant,
  type ScopeVariants,
  VARIANT_NAMES,
  type VariantName,
} from '../context/scopeVariant.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import { modelsForTier } from '../models/modelsForTier.ts';

import { shorten } from './shorten.ts';

/** A variant that is kept, as it is drawn. */
export type VariantCard = {
  name: VariantName;
  goal: string;
  fileCount: number;
  keptMs: number;
  quality?: number;
};

/** Both variants on one model. */
export type VariantRow = Omit<ComparedVariants, 'model'> & { id: string; label: string; isChosen: boolean };

/** Variants side by side; without both of them there is nothing to compare. Changes are shares of A. */
export type VariantsSnapshot = {
  cards: readonly VariantCard[];
  rows: readonly VariantRow[];
  qualityChange?: number;
};

/** The chosen model first, then some of each tier. */
export function buildVariantsSnapshot(
  variants: ScopeVariants,
  chosen: ModelInfo,
  offer: ModelOffer,
): VariantsSnapshot {
  const { A: a, B: b } = variants;
  const qualityChange = changeOf(a?.quality, b?.quality);
  return {
    cards: VARIANT_NAMES.flatMap((name) => {
      const variant = variants[name];
      return variant === undefined ? [] : [toCard(name, variant)];
    }),
    rows:
      a === undefined || b === undefined
        ? []
        : listModels(chosen, offer).map((model) => toRow(compareVariants(a, b, model), chosen)),
    ...(qualityChange !== undefined && { qualityChange }),
  };
}

function listModels(chosen: ModelInfo, offer: ModelOffer): ModelInfo[] {
  const others = (['think', 'execute', 'bulk'] as const).flatMap((tier) => modelsForTier(tier, offer));
  return [chosen, ...others.filter(({ id }) => id !== chosen.id)];
}

function toCard(name: VariantName, { task, fileCount, keptMs, quality }: ScopeVariant): VariantCard {
  return {
    name,
    goal: shorten(task.goal.trim()),
    fileCount,
    keptMs,
    ...(quality !== undefined && { quality }),
  };
}

function toRow({ model, ...compared }: ComparedVariants, chosen: ModelInfo): VariantRow {
  return { id: model.id, label: model.label, isChosen: model.id === chosen.id, ...compared };
}
