import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { isWorthLogging } from '../../src/protocol/isWorthLogging.ts';
import { parseWebviewMessage, WEBVIEW_COMMANDS } from '../../src/protocol/webviewMessage.ts';

const ROW = { subject: 'file', name: 'a', count: { tokens: 5, accuracy: 'exact', bandPercent: 0 } };
const COUNT = { tokens: 5, accuracy: 'exact', bandPercent: 0 };
const ITEM = {
  id: 'file:/w/a.ts',
  name: 'a.ts',
  place: 'src',
  checked: true,
  stable: false,
  detail: 'full',
  details: ['full', 'outline'],
  count: COUNT,
  note: '',
};
const COPY = {
  timestampMs: 1,
  exit: 'Copied',
  fileCount: 1,
  tokens: 5,
  accuracy: 'exact',
  bandPercent: 0,
  modelLabel: 'M',
  redacted: 0,
  items: ['a.ts'],
};
const TASK = { goal: 'g', constraints: '', doneCriteria: '', filesToTouch: '' };
const BUILDER = {
  scopeNames: ['', 'dates'],
  activeScope: '',
  items: [ITEM],
  moreItems: 0,
  task: TASK,
  missing: ['doneCriteria'],
  canUndo: true,
  parts: { stable: COUNT, volatile: COUNT },
  workspace: { files: 2, count: COUNT, costUsd: 0.1 },
  copies: [COPY],
  budget: 16_000,
  suggestion: {
    items: [{ id: 'file:/a', label: 'a', detail: 'outline', tokens: 5, reason: 'the file at hand' }],
    leftOut: [],
    totalTokens: 5,
    budget: 16_000,
    isComplete: true,
  },
};
const CHECKLIST = [
  {
    id: 'execution',
    title: 'Before this task',
    doneCount: 0,
    openCount: 1,
    items: [
      {
        id: 'planned',
        title: 'Plan first',
        hint: '',
        state: 'open',
        reason: 'No goal.',
        isTicked: false,
        action: 'Edit Task',
      },
    ],
  },
];
const VARIANTS = {
  cards: [
    { name: 'A', goal: 'g', fileCount: 1, keptMs: 1, quality: 7 },
    { name: 'B', goal: '', fileCount: 2, keptMs: 2 },
  ],
  rows: [
    {
      id: 'm',
      label: 'M',
      isChosen: true,
      a: { count: COUNT, costUsd: 1 },
      b: { count: COUNT },
      tokensChange: -0.5,
    },
  ],
  qualityChange: 0.1,
};
const BUDGETS = [
  {
    name: 'Scope dates',
    unit: 'tokens',
    amount: 9,
    key: 'scope',
    warnAt: 7,
    used: 8,
    level: 'near',
    unpricedRequests: 0,
    isMuted: false,
  },
];
const SNAPSHOT = {
  model: { label: 'M', vendor: 'V' },
  pricesDate: '2026-11-22',
  pricesAgeDays: 3,
  encoding: 'o200k_base',
  rows: [ROW],
  view: { tab: 'now', builder: BUILDER, checklist: CHECKLIST, variants: VARIANTS, budgets: BUDGETS },
};

const CHANGES = [
  { type: 'setChecked', id: 'a', checked: false },
  { type: 'setDetail', id: 'a', detail: 'outline' },
  { type: 'setStable', id: 'a', stable: true },
  { type: 'removeItem', id: 'a' },
  { type: 'useModel', id: 'a' },
  { type: 'takeAdvice', id: 'filler:0123456789abcdef' },
  { type: 'openInstructions', id: 'CLAUDE.md' },
  { type: 'takeSuggestion', id: 'a' },
  { type: 'setBudget', budget: 8000 },
  { type: 'changeCostView', change: { period: '7days', filters: { model: '' } } },
  { type: 'setTargetPeriod', period: '90days' },
  { type: 'muteBudget', key: 'day', isMuted: true },
  { type: 'switchScope', name: '' },
  { type: 'setTask', task: TASK },
  { type: 'setTick', item: 'planned', isTicked: true },
  { type: 'actOnItem', item: 'planned' },
  { type: 'useVariant', name: 'A' },
  { type: 'scoreVariant', name: 'B', quality: 7.5 },
  { type: 'showTab', tab: 'cost' },
  { type: 'setPlan', inputs: { 'iterations.contextTokens': '', 'error.steps': '7' } },
];

describe('what is dropped', () => {
  it('leaves a line for the first, the tenth, the hundredth', () => {
    const worth = Array.from({ length: 100_000 }, (_, index) => index + 1).filter(isWorthLogging);
    expect(worth).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  });
});

describe('webview messages', () => {
  it('may ask the planner to start anew', () => {
    expect(parseWebviewMessage({ type: 'resetPlan' })).toEqual({ type: 'resetPlan' });
  });

  it('are the closed commands and nothing else', () => {
    for (const type of WEBVIEW_COMMANDS) expect(parseWebviewMessage({ type })).toEqual({ type });
    for (const bad of [
      { type: 'copyscope' },
      { type: 'ready', path: '/etc/passwd' },
      ['ready'],
      null,
      'ready',
      {},
    ]) {
      expect(parseWebviewMessage(bad)).toBeUndefined();
    }
  });

  it.each(CHANGES.map((change) => [change.type, change] as const))('are changes: %s', (_type, change) => {
    expect(parseWebviewMessage(change)).toEqual(change);
    expect(parseWebviewMessage({ ...change, path: '/etc/passwd' })).toBeUndefined();
    expect(parseWebviewMessage({ type: change.type })).toBeUndefined();
  });

  it('are no changes of a kind, a detail or a size that does not exist', () => {
    for (const bad of [
      { type: 'setDetail', id: 'a', detail: 'everything' },
      { type: 'setChecked', id: 7, checked: true },
      { type: 'removeItem', id: 'x'.repeat(10_001) },
      { type: 'switchScope', name: 'x'.repeat(201) },
      { type: 'setTask', task: { ...TASK, goal: 'x'.repeat(200_001) } },
      { type: 'setTask', task: { ...TASK, more: '' } },
      { type: 'showTab', tab: 'html' },
      { type: 'setPlan' },
      { type: 'setPlan', inputs: { 'error.html': '1' } },
      { type: 'setPlan', inputs: { 'error.steps': 7 } },
      { type: 'setPlan', inputs: { 'error.steps': '7'.repeat(201) } },
      { type: 'resetPlan', inputs: {} },
      { type: 'setTick', item: 'everything', isTicked: true },
      { type: 'useVariant', name: 'C' },
      { type: 'scoreVariant', name: 'A', quality: 11 },
    ]) {
      expect(parseWebviewMessage(bad)).toBeUndefined();
    }
  });

  it('hold a task of 100 KB', () => {
    const change = { type: 'setTask', task: { ...TASK, goal: 'x'.repeat(100_000) } };
    expect(parseWebviewMessage(change)).toEqual(change);
  });

  it('never throws and never lets anything else through', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (data) => {
        const message = parseWebviewMessage(data);
        if (message !== undefined)
          expect([...WEBVIEW_COMMANDS, ...CHANGES.map(({ type }) => type)]).toContain(message.type);
        parseHostMessage(data);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('host messages', () => {
  it('are whole snapshots', () => {
    const message = { type: 'snapshot', snapshot: SNAPSHOT };
    expect(parseHostMessage(message)).toEqual(message);
  });

  it.each([
    ['negative tokens', { ...ROW, count: { ...ROW.count, tokens: -1 } }],
    ['a number that is none', { ...ROW, count: { ...ROW.count, tokens: Number.NaN } }],
    ['tokens as text', { ...ROW, count: { ...ROW.count, tokens: '5' } }],
    ['an unknown accuracy', { ...ROW, count: { ...ROW.count, accuracy: 'sure' } }],
    ['an unknown subject', { ...ROW, subject: 'everything' }],
    ['a field too many', { ...ROW, html: '<b>' }],
    ['an infinite cost', { ...ROW, costUsd: Number.POSITIVE_INFINITY }],
  ])('are dropped with %s', (_what, row) => {
    expect(parseHostMessage({ type: 'snapshot', snapshot: { ...SNAPSHOT, rows: [row] } })).toBeUndefined();
  });

  it.each([
    ['no builder', { builder: undefined }],
    ['an item of an unknown detail', { builder: { ...BUILDER, items: [{ ...ITEM, detail: 'all' }] } }],
    ['an item with a field too many', { builder: { ...BUILDER, items: [{ ...ITEM, html: '<b>' }] } }],
    ['a copy of negative tokens', { builder: { ...BUILDER, copies: [{ ...COPY, tokens: -1 }] } }],
    [
      'a check of an unknown state',
      { checklist: [{ ...CHECKLIST[0], items: [{ ...CHECKLIST[0]?.items[0], state: 'sure' }] }] },
    ],
    ['a budget of negative use', { budgets: [{ ...BUDGETS[0], used: -1 }] }],
    ['a field that is missing and does not exist', { builder: { ...BUILDER, missing: ['html'] } }],
  ])('are dropped with %s', (_what, more) => {
    const view = { ...SNAPSHOT.view, ...more };
    expect(parseHostMessage({ type: 'snapshot', snapshot: { ...SNAPSHOT, view } })).toBeUndefined();
  });

  it.each([
    ['no view', undefined],
    ['a tab that does not exist', { tab: 'html', builder: BUILDER }],
    ['the view of another tab', { tab: 'cost', builder: BUILDER }],
  ])('are dropped with %s', (_what, view) => {
    expect(parseHostMessage({ type: 'snapshot', snapshot: { ...SNAPSHOT, view } })).toBeUndefined();
  });
});
