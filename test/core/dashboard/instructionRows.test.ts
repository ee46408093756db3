import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { lintPrompt } from '../../../src/core/advice/lintPrompt.ts';
import { buildInstructionRow } from '../../../src/core/dashboard/instructionRows.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { INSTRUCTIONS } from '../../../src/protocol/adviceSchema.ts';
import { countTokens } from '../advice/makeInput.ts';

const TEXT = '# Rules\n- Always commit to main.\n- Never commit to main.\n';
const CHECKED = {
  path: 'CLAUDE.md',
  text: TEXT,
  count: { tokens: 120, mix: CODE_ONLY },
  advice: lintPrompt('instructions', { text: TEXT, countTokens }),
  leftOut: 0,
};
const GPT = findModel('gpt-5.4')!;

describe('buildInstructionRow', () => {
  it('says what a file costs in a call and in a month, and what to change where', () => {
    const row = buildInstructionRow(CHECKED, 50, GPT);
    expect(row).toMatchObject({ path: 'CLAUDE.md', month: { calls: 50, tokens: 6_000 }, more: 0 });
    expect(row.count).toEqual({ tokens: 120, accuracy: 'exact', bandPercent: 0 });
    expect(row.notes).toEqual([
      'Line 3: Line 2 says the opposite: a model follows one of the two, and not always the same.',
    ]);
    expect(safeParse(INSTRUCTIONS, [row]).success).toBe(true);
  });

  it('claims nothing of a month while the calls are not known, and lists so many notes', () => {
    const advice = Array.from({ length: 8 }, () => CHECKED.advice).flat();
    const row = buildInstructionRow({ ...CHECKED, advice, leftOut: 4 }, undefined, GPT);
    expect([row.month, row.notes.length, row.more]).toEqual([undefined, 5, 7]);
  });
});
