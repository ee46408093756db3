import { describe, expect, it } from 'vitest';
import { evaluateChecklist } from '../../../src/core/checklist/evaluateChecklist.ts';
import { setTick, tickKeys } from '../../../src/core/checklist/ticks.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { buildBuilderSnapshot } from '../../../src/core/dashboard/builderSnapshot.ts';
import { buildSnapshot } from '../../../src/core/dashboard/buildSnapshot.ts';
import { buildChecklistSnapshot } from '../../../src/core/dashboard/checklistSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { parseHostMessage } from '../../../src/protocol/hostMessage.ts';
import { checklistFacts } from '../checklist/checklistFacts.ts';
import { builderSource } from './builderSource.ts';

const KEYS = tickKeys('', EMPTY_TASK, '2026-11');
const build = (files: string[] = []) =>
  buildChecklistSnapshot((list) =>
    evaluateChecklist(
      list,
      checklistFacts({ instructions: { files, skillCount: 0 } }),
      setTick({}, 'streaming', true, KEYS),
      KEYS,
    ),
  );

describe('buildChecklistSnapshot', () => {
  it('has the list for the task first, with what is done and open', () => {
    expect(build(['AGENTS.md']).map(({ id, doneCount, openCount }) => [id, doneCount, openCount])).toEqual([
      ['execution', 4, 3],
      ['setup', 1, 3],
      ['review', 0, 2],
    ]);
    expect(build()[0]?.items[0]).toEqual({
      id: 'planned',
      title: 'Plan first',
      hint: 'Less is tried out on an expensive model.',
      state: 'open',
      reason: 'Nothing is planned yet: the task has no goal.',
      isTicked: false,
      action: 'Edit Task',
    });
  });

  it('passes the protocol, however long the paths of instructions are', () => {
    const builder = buildBuilderSnapshot(builderSource());
    const checklist = build(['a', 'b', 'c'].map((name) => `${name.repeat(5000)}/AGENTS.md`));
    const snapshot = {
      ...buildSnapshot(findModel('gpt-5.4')!, {}, 0),
      view: { tab: 'now', builder, checklist, variants: { cards: [], rows: [] }, budgets: [] },
    };
    expect(parseHostMessage({ type: 'snapshot', snapshot })).toEqual({ type: 'snapshot', snapshot });
  });
});
