import * as v from 'valibot';
import type { EncodingName } from '../tokens/encoding.ts';
import type { TextCount } from '../tokens/tokenCount.ts';
import { parseScope } from './parseScope.ts';
import type { Scope } from './scope.ts';
import { parseTask, type Task } from './task.ts';

export const VARIANT_NAMES = ['A', 'B'] as const;
export type VariantName = (typeof VARIANT_NAMES)[number];

export const MOST_QUALITY = 10;

/** A scope with its task as it was kept, to be compared. */
export type ScopeVariant = {
  scope: Scope;
  task: Task;
  keptMs: number;
  fileCount: number;
  /** Of its text as it was then, in each of our vocabularies. */
  counts: Record<EncodingName, TextCount>;
  /** How good the answer was, from 0 to `MOST_QUALITY`, noted by hand. */
  quality?: number;
};

export type ScopeVariants = Readonly<Partial<Record<VariantName, ScopeVariant>>>;

/** Notes how good the answer to a variant was; `undefined` takes the note back. */
export function setQuality(
  variants: ScopeVariants,
  name: VariantName,
  quality: number | undefined,
): ScopeVariants {
  const variant = variants[name];
  if (variant === undefined) return variants;
  const { quality: _before, ...rest } = variant;
  return { ...variants, [name]: quality === undefined ? rest : { ...rest, quality } };
}

/** Variants as they were stored; what is none is left out. */
export function parseVariants(stored: unknown): ScopeVariants {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), stored);
  if (!parsed.success) return {};
  return Object.fromEntries(
    VARIANT_NAMES.flatMap((name) => {
      const variant = v.safeParse(VARIANT, parsed.output[name]);
      if (!variant.success) return [];
      const { scope, task, ...rest } = variant.output;
      return [[name, { scope: parseScope(scope), task: parseTask(task), ...rest }]];
    }),
  );
}

/** A score as somebody notes it. */
export const QUALITY = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MOST_QUALITY));

const AMOUNT = v.pipe(v.number(), v.finite(), v.minValue(0));
const TEXT_COUNT = v.object({
  tokens: AMOUNT,
  mix: v.object({ prose: AMOUNT, code: AMOUNT, nonLatin: AMOUNT }),
});
const VARIANT = v.object({
  scope: v.unknown(),
  task: v.unknown(),
  keptMs: AMOUNT,
  fileCount: AMOUNT,
  counts: v.object({ o200k_base: TEXT_COUNT, cl100k_base: TEXT_COUNT }),
  quality: v.exactOptional(QUALITY),
});
