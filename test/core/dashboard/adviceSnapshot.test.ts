import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/core/advice/advice.ts';
import { adviceId, buildAdviceSnapshot } from '../../../src/core/dashboard/adviceSnapshot.ts';
import { message } from '../../../src/core/message.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { ADVICE } from '../../../src/protocol/adviceSchema.ts';

const REDUCE: Advice = {
  check: 'rawPayload',
  title: message('{0} is raw {1}.', 'build.log', 'log'),
  places: [
    { in: 'scope', documents: [{ itemId: 'file:/w/build.log', path: '/w/build.log', label: 'build.log' }] },
  ],
  tokens: { tokens: 1_200, kind: 'measured', formula: message('{0} tokens − {1}', 1_500, 300) },
  action: {
    do: 'setDetail',
    documents: [{ itemId: 'file:/w/build.log', path: '/w/build.log' }],
    detail: 'reduced',
  },
};
const MISSING: Advice = {
  check: 'noDoneCriteria',
  title: message('Nothing says when it is done.'),
  places: [{ in: 'task', field: 'doneCriteria' }],
  action: { do: 'editTask', field: 'doneCriteria' },
};

describe('buildAdviceSnapshot', () => {
  it('says everything in words, with tokens as the model counts them', () => {
    const gpt = buildAdviceSnapshot([REDUCE, MISSING], CODE_ONLY, findModel('gpt-5.4')!);
    expect(gpt.entries).toEqual([
      {
        id: adviceId(REDUCE),
        check: 'rawPayload',
        title: 'build.log is raw log.',
        where: '',
        count: { tokens: 1_200, accuracy: 'exact', bandPercent: 0 },
        kind: 'measured',
        formula: '1,500 tokens − 300',
        action: 'Take It Reduced',
      },
      {
        id: adviceId(MISSING),
        check: 'noDoneCriteria',
        title: 'Nothing says when it is done.',
        where: 'Done when',
        action: 'Edit “Done when”',
        field: 'doneCriteria',
      },
    ]);
  });

  it('leads to the planner by its tab, and names what is to be set', () => {
    const actions = [{ do: 'openPlanner' }, { do: 'openSettings', of: 'model' }] as const;
    const advice = actions.map((action): Advice => ({ ...REDUCE, check: 'budgetOverrun', action }));
    const { entries } = buildAdviceSnapshot(advice, CODE_ONLY, findModel('gpt-5.4')!);
    expect(entries.map(({ action, tab }) => [action, tab])).toEqual([
      ['Open the Planner', 'plan'],
      ['Choose Another Model', undefined],
    ]);
  });

  it('marks tokens of a model whose vocabulary is not known as an estimate', () => {
    const [entry] = buildAdviceSnapshot([REDUCE], CODE_ONLY, findModel('claude-opus-5')!).entries;
    expect(entry?.count?.accuracy).toBe('calibrated');
  });

  it('lists so many, and says how many more', () => {
    const many = Array.from({ length: 25 }, () => MISSING);
    const { entries, more } = buildAdviceSnapshot(many, CODE_ONLY, findModel('gpt-5.4')!);
    expect([entries.length, more]).toEqual([20, 5]);
  });

  it('fits the protocol, however long what it names is', () => {
    const long = { ...REDUCE, title: message('{0}', 'a'.repeat(5_000)) };
    const snapshot = buildAdviceSnapshot([long, MISSING], CODE_ONLY, findModel('gpt-5.4')!);
    expect(safeParse(ADVICE, snapshot).success).toBe(true);
  });
});

describe('adviceId', () => {
  it('is the same for the same advice, and another one for every other', () => {
    const other: Advice = { ...REDUCE, action: { do: 'leaveOut', documents: [] } };
    expect(adviceId({ ...REDUCE, title: message('other words') })).toBe(adviceId(REDUCE));
    expect(new Set([REDUCE, MISSING, other].map(adviceId)).size).toBe(3);
  });
});
