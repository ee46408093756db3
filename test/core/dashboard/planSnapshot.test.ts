import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../../src/core/dashboard/buildSnapshot.ts';
import type { PlanContext } from '../../../src/core/dashboard/plan/planContext.ts';
import {
  PLAN_FIELD_IDS,
  PLAN_SECTION_IDS,
  type PlanInputs,
  type PlanSectionId,
} from '../../../src/core/dashboard/plan/planFieldIds.ts';
import { buildPlanSnapshot } from '../../../src/core/dashboard/planSnapshot.ts';
import { findModel, MODELS } from '../../../src/core/models/catalogue.ts';
import { PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { resolveModel } from '../../../src/core/models/resolveModel.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { useLocale } from '../../../src/core/translate.ts';
import { parseHostMessage } from '../../../src/protocol/hostMessage.ts';
import { parseWebviewMessage } from '../../../src/protocol/webviewMessage.ts';

const model = (id: string) => findModel(id) ?? expect.fail(`no model ${id}`);
const text = (tokens: number) => ({ tokens, mix: CODE_ONLY });
const context = (more: Partial<PlanContext> = {}): PlanContext => ({
  model: model('gpt-5.4'),
  offer: PLAIN_OFFER,
  outputKind: 'edit',
  ...more,
});

const planOf = (section: PlanSectionId, inputs: PlanInputs = {}, more: Partial<PlanContext> = {}) =>
  buildPlanSnapshot(context(more), inputs).sections.find(({ id }) => id === section) ??
  expect.fail(`no section ${section}`);
const readResult = (section: PlanSectionId, label: string, inputs: PlanInputs, more?: Partial<PlanContext>) =>
  planOf(section, inputs, more).outcome?.results?.find((result) => result.label === label)?.value;
const problemsOf = (section: PlanSectionId, inputs: PlanInputs) =>
  planOf(section, inputs).fields.flatMap(({ id, problem }) => (problem === undefined ? [] : [[id, problem]]));

describe('buildPlanSnapshot', () => {
  afterEach(() => useLocale());

  it('starts from the scope as it stands, in the tokens of the model', () => {
    const scope = { scope: text(50_000), stableTokens: 20_000, workspace: text(400_000) };
    const first = (section: PlanSectionId) => planOf(section, {}, scope).fields[0]?.value;
    expect([first('iterations'), first('caching'), first('comparison'), first('prompt')]).toEqual([
      '50000',
      '20000',
      '400000',
      '20000',
    ]);
    const claude = planOf('iterations', {}, { ...scope, model: model('claude-opus-5') });
    expect(claude.fields[0]?.value).toBe('78500');
    expect(buildPlanSnapshot(context(scope), {}).origin).toContain('50,000 tokens, priced on GPT-5.4');
    expect(buildPlanSnapshot(context(), {}).origin).toContain('No scope yet');
  });

  it('makes the playbook’s own sums: 200,000 × 10, 0.99 over 50 steps, 50,000 requests of 6,000 a month', () => {
    const iterations: PlanInputs = {
      'iterations.contextTokens': '200,000',
      'iterations.iterations': '10',
      'iterations.outputTokens': '0',
      'iterations.history': 'none',
    };
    expect(readResult('iterations', 'Input tokens', iterations)).toBe('2,000,000');
    expect(readResult('iterations', 'Cost', iterations)).toBe('$5.00');
    expect(readResult('error', 'All steps right', {})).toBe('61 %');
    // 1,000 a day are 30,000 in its month; the article has 50,000: $9,000.
    const volume = {
      'volume.requestsPerDay': '1000',
      'volume.inputTokens': '10000',
      'volume.outputTokens': '0',
    };
    expect(readResult('volume', 'Per month of 30 days', volume, { model: model('gpt-4') })).toBe('$9,000.00');
  });

  it('lists each way of keeping the history, and each model in its own tokens', () => {
    const [histories, models] = planOf('iterations').outcome?.tables ?? [];
    expect(histories?.rows.map(([name]) => name)).toEqual([
      'no history',
      'full',
      'window of the last turns',
      'window and summary',
    ]);
    expect(models?.rows[0]?.slice(0, 2)).toEqual(['GPT-5.4', 'think']);
    expect(models?.rows.find(([name]) => name === 'Claude Opus 5.5')?.[2]).toMatch(/^≈/);
  });

  it.each([
    ['iterations.contextTokens', '-5', 'must be a whole number from 1 to 1,000,000,000'],
    ['iterations.contextTokens', '', 'must be a whole number from 1 to 1,000,000,000'],
    ['iterations.contextTokens', 'NaN', 'must be a whole number from 1 to 1,000,000,000'],
    ['iterations.contextTokens', '1e99', 'must be a whole number from 1 to 1,000,000,000'],
    ['iterations.retries', '1000', 'must be a number from 0 to 100'],
    ['comparison.beforeIterations', '0', 'must be a whole number from 1 to 10,000'],
    ['comparison.outputTokens', 'x', 'must be a whole number from 0 to 1,000,000,000'],
    ['caching.writesPerDay', '101', 'must be a whole number from 0 to 100'],
    ['volume.requestsPerDay', '1.5', 'must be a whole number from 1 to 1,000,000,000'],
    ['fineTuning.tunedInputPrice', '-1', 'must be a number from 0 to 1,000,000'],
    ['error.stepAccuracy', '1.1', 'must be a number from 0 to 1'],
  ] as const)('says at the field %s what %j must be, and keeps the rest', (id, value, problem) => {
    const section = id.slice(0, id.indexOf('.')) as PlanSectionId;
    expect(problemsOf(section, { [id]: value })).toEqual([[id, problem]]);
    const { sections } = buildPlanSnapshot(context(), { [id]: value });
    expect(sections.filter(({ outcome }) => outcome === undefined).map((wrong) => wrong.id)).toEqual([
      section,
    ]);
    expect(sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.value).toBe(value);
  });

  it('says all that is wrong at once', () => {
    expect(problemsOf('error', { 'error.stepAccuracy': '2', 'error.steps': '0' })).toHaveLength(2);
  });

  it('says unpriced and never $0 for a model without a price', () => {
    const unpriced = { model: resolveModel('nobody-knows-it') };
    expect(readResult('iterations', 'Cost', {}, unpriced)).toBe('unpriced');
    expect(readResult('volume', 'Per month of 30 days', {}, unpriced)).toBe('unpriced');
    expect(planOf('fineTuning', {}, unpriced).outcome?.notes).toEqual(['nobody-knows-it is unpriced.']);
    expect(planOf('caching', {}, unpriced).outcome?.tables?.[0]?.rows[0]?.[1]).toBe('no price known');
  });

  it('says when a cache pays: the second call within five minutes, the third within an hour', () => {
    const rows = planOf('caching', {}, { model: model('claude-opus-5') }).outcome?.tables?.[0]?.rows;
    expect(rows?.[0]).toEqual(['Pays from', '2 calls within it', '3 calls within it']);
  });

  it('draws no more points than a picture shows, the first and the last among them', () => {
    const curve = planOf('error', { 'error.steps': '10000' }).outcome?.curve;
    expect(curve?.length).toBeLessThanOrEqual(61);
    expect([curve?.[0], curve?.at(-1)?.step]).toEqual([{ step: 0, share: 1 }, 10_000]);
  });

  it('follows the kind of task until something else is typed', () => {
    const fields = (inputs: PlanInputs) => planOf('output', inputs).fields.map(({ value }) => value);
    expect(fields({})).toEqual(['edit', '1500', '800', '1000']);
    expect(fields({ 'output.kind': 'summary' })).toEqual(['summary', '2000', '200', '1000']);
    expect(fields({ 'output.kind': 'summary', 'output.maxTokens': '50' })[2]).toBe('50');
  });

  it('starts without a fault for every model, and passes the protocol', () => {
    for (const each of MODELS) {
      const plan = buildPlanSnapshot(context({ model: each, scope: text(12_345), stableTokens: 5 }), {});
      expect(plan.sections.map(({ id }) => id)).toEqual(PLAN_SECTION_IDS);
      expect(plan.sections.flatMap(({ fields }) => fields).map(({ id }) => id)).toEqual(PLAN_FIELD_IDS);
      expect(plan.sections.filter(({ outcome }) => outcome === undefined)).toEqual([]);
      const snapshot = { ...buildSnapshot(each, {}, 0), view: { tab: 'plan', plan } };
      expect(parseHostMessage({ type: 'snapshot', snapshot })).toEqual({ type: 'snapshot', snapshot });
    }
  });

  it('takes anything that is typed, without throwing, in any language', () => {
    const typed = fc.oneof(fc.string({ maxLength: 200 }), fc.double().map(String), fc.integer().map(String));
    const inputs = fc.dictionary(fc.constantFrom(...PLAN_FIELD_IDS), typed, { maxKeys: 8 });
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom(...MODELS),
        fc.constantFrom('en-US', 'de', 'ar', 'fa'),
        (all, each, language) => {
          useLocale({ language, messages: {} });
          expect(parseWebviewMessage({ type: 'setPlan', inputs: all })).toBeDefined();
          const plan = buildPlanSnapshot(context({ model: each }), all);
          const snapshot = { ...buildSnapshot(each, {}, 0), view: { tab: 'plan', plan } };
          expect(parseHostMessage({ type: 'snapshot', snapshot })).toBeDefined();
        },
      ),
    );
  });
});
