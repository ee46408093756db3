import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIERS } from '../../../../src/core/models/modelInfo.ts';
import { suggestTier } from '../../../../src/core/models/tier/suggestTier.ts';
import { LABELLED_TASKS, readLabelledTasks, TASKS_FILE } from './labelledTasks.ts';

describe('suggestTier', () => {
  it('gives the playbook’s own examples their tier', () => {
    const tierOf = (task: string) => suggestTier(task).tier;
    expect(tierOf('Design a contract extraction pipeline with fallback logic')).toBe('think');
    expect(tierOf('Update M2 classification logic to include FX fee detection')).toBe('execute');
    expect(tierOf('Filter 50,000 incoming contracts and drop irrelevant records')).toBe('bulk');
    expect(tierOf('!npm test')).toBe('none');
  });

  it('is right on most of the labelled tasks, and hardly ever wrongly cheap', () => {
    const right = LABELLED_TASKS.filter(
      ({ task, scopeTokens, tier }) =>
        suggestTier(task, { ...(scopeTokens !== undefined && { scopeTokens }) }).tier === tier,
    );
    expect(right.length / LABELLED_TASKS.length).toBeGreaterThan(0.9);
    const thinking = LABELLED_TASKS.filter(({ tier }) => tier === 'think');
    const cheap = thinking.filter(({ task }) => ['bulk', 'none'].includes(suggestTier(task).tier));
    expect(cheap.length / thinking.length).toBeLessThan(0.02);
  });

  it.each([
    ['styles.jsonl', 0.93],
    ['unseen.jsonl', 0.75],
  ])('is right on most tasks in other styles too: %s', (file, share) => {
    const tasks = readLabelledTasks(join(dirname(TASKS_FILE), file));
    const tiers = tasks.map(({ task, tier }) => ({ tier, suggested: suggestTier(task).tier }));
    const right = tiers.filter(({ tier, suggested }) => tier === suggested);
    expect(right.length / tasks.length).toBeGreaterThan(share);
    const thinking = tiers.filter(({ tier }) => tier === 'think');
    const cheap = thinking.filter(({ suggested }) => ['bulk', 'none'].includes(suggested));
    expect(cheap.length / thinking.length).toBeLessThan(0.02);
  });

  it('is not led by names and quotations', () => {
    expect(suggestTier('Rename ArchitecturePlanner to PlanBuilder everywhere').tier).toBe('none');
    expect(suggestTier('Add the label "Why is it slow?" to the help page').tier).toBe('execute');
    expect(suggestTier('Add a "Design" tab to the navigation').tier).toBe('execute');
  });

  it('asks for thought where the cause is unknown, not where it is named', () => {
    expect(suggestTier('Fix the timeout. It happens only now and then, nobody knows why.').tier).toBe(
      'think',
    );
    expect(suggestTier('Fix the timeout: it must be 60 s instead of 30 s.').tier).toBe('execute');
  });

  it('takes the data below a question for data', () => {
    expect(suggestTier('Classify each line:\n1. Design a better checkout\n2. Where is my order?').tier).toBe(
      'bulk',
    );
  });

  it('splits mixed work into stages in their order', () => {
    const { tier, stages } = suggestTier(
      'Design the schema for subscriptions, then generate the migration and run the tests.',
    );
    expect(tier).toBe('think');
    expect(stages.map((stage) => stage.tier)).toEqual(['think', 'execute', 'none']);
    expect(stages[0]!.text).toBe('Design the schema for subscriptions');
  });

  it('advises chat to find out and code to do, little effort for little work', () => {
    expect(suggestTier('Compare Kafka and NATS for our event bus')).toMatchObject({
      mode: 'chat',
      effort: 'high',
    });
    expect(suggestTier('Add a loading spinner to the table')).toMatchObject({ mode: 'code' });
    expect(suggestTier('Explain what this function does')).toMatchObject({ tier: 'execute', mode: 'chat' });
    expect(suggestTier('Run the tests')).toMatchObject({ mode: 'code', effort: 'none' });
  });

  it('says to execute first and when to escalate where nothing speaks for a tier', () => {
    expect(suggestTier('Lorem ipsum')).toMatchObject({
      tier: 'execute',
      confidence: 0.25,
      reasons: ['nothing in the words speaks for another tier: try this one first'],
      escalate: expect.stringContaining('escalate to think'),
    });
  });

  it('knows the sparse hints of a wide scope', () => {
    expect(suggestTier('Simplify the retry logic, it is complex', { fileCount: 80 }).reasons).not.toEqual([]);
    expect(suggestTier('TypeError: x is undefined at app.ts:3 - fix it', { errorCount: 1 }).tier).toBe(
      'execute',
    );
  });

  it('answers any text with a tier, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (task) => {
        const { tier, confidence, reasons } = suggestTier(task);
        expect(TIERS).toContain(tier);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
        expect(reasons.length).toBeGreaterThan(0);
        expect(suggestTier(task)).toEqual(suggestTier(task));
      }),
    );
  });

  it('reads the head and the tail of an endless text', () => {
    const log = 'at frame (app.ts:1:1)\n'.repeat(50_000);
    expect(suggestTier(`${log}Find out why the totals are wrong.`).tier).toBe('think');
    expect(suggestTier(`Run the tests\n${log}`).tier).toBe('none');
    expect(suggestTier('a'.repeat(1_000_000)).tier).toBe('execute');
  });
});
