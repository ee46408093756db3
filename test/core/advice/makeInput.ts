import type { Advice } from '../../../src/core/advice/advice.ts';
import { advise } from '../../../src/core/advice/advise.ts';
import type { AdviceInput, AdvisedPart, AdvisedScope } from '../../../src/core/advice/check.ts';
import type { CheckId } from '../../../src/core/advice/checkIds.ts';
import type { CopyRecord } from '../../../src/core/context/copyRecord.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { testCounter } from '../tokens/testCounter.ts';

export const NOW_MS = Date.UTC(2026, 10, 22, 12);

export function countTokens(text: string): number {
  return testCounter('o200k_base').countTokens(text);
}

/** What one check finds. */
export function find(check: CheckId, input: Partial<AdviceInput>): Advice[] {
  return advise({ text: '', countTokens, ...input }, [check]);
}

/** A whole file; its item is named after it. */
export function part(label: string, text: string, given: Partial<AdvisedPart> = {}): AdvisedPart {
  const about = { itemId: `file:${label}`, label, path: `/w/${label}`, isWhole: true, isStable: false };
  return { ...about, text, tokens: countTokens(text), ...given };
}

export function scopeOf(parts: readonly AdvisedPart[], given: Partial<AdvisedScope> = {}): AdvisedScope {
  const tokens = parts.reduce((sum, each) => sum + each.tokens, 0);
  return {
    parts,
    total: { tokens, mix: CODE_ONLY },
    stableTokens: 0,
    stableHash: '',
    startHashes: [],
    contextHash: 'context',
    documentOfLine: () => parts[0],
    ...given,
  };
}

export function copy(given: Partial<CopyRecord> = {}): CopyRecord {
  return {
    timestampMs: NOW_MS - 60_000,
    exit: 'Copied',
    fileCount: 1,
    tokens: 2_000,
    accuracy: 'exact',
    bandPercent: 0,
    modelLabel: 'GPT-5.4',
    redacted: 0,
    items: ['src/a.ts'],
    ...given,
  };
}
