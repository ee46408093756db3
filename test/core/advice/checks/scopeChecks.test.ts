import { describe, expect, it } from 'vitest';
import { findModel } from '../../../../src/core/models/catalogue.ts';
import { CODE_ONLY } from '../../../../src/core/tokens/contentMix.ts';
import { pastedJson, pastedLog } from '../labelledPrompt.ts';
import { copy, countTokens, find, NOW_MS, part, scopeOf } from '../makeInput.ts';

const GPT = findModel('gpt-5.4')!;
const MINI = findModel('gpt-5.4-mini')!;

/** Code of some length with names of its own. */
function code(name: string, lines = 40): string {
  const body = Array.from(
    { length: lines },
    (_, index) => `  const ${name}Value${index} = load${name}(${index});`,
  );
  return `export function ${name}() {\n${body.join('\n')}\n}\n`;
}

describe('nearDuplicates', () => {
  it('names a copy with a small change, by what it costs', () => {
    const original = part('src/parse.ts', code('parse'));
    const other = part('old/parse2.ts', `${code('parse')}// old\n`);
    const [advice] = find('nearDuplicates', { scope: scopeOf([original, other]) });
    expect(advice).toMatchObject({
      tokens: { tokens: other.tokens, kind: 'measured' },
      action: { do: 'leaveOut', documents: [{ itemId: 'file:old/parse2.ts', path: '/w/old/parse2.ts' }] },
    });
  });

  it('lets pass two files of one style', () => {
    const scope = scopeOf([part('src/parse.ts', code('parse')), part('src/print.ts', code('print'))]);
    expect(find('nearDuplicates', { scope })).toEqual([]);
  });

  it('lets pass the same words with other lines, such as a test and its snapshot', () => {
    const words = code('parse').split('\n');
    const scope = scopeOf([part('a.ts', words.join('\n')), part('b.ts', words.join(' ; '))]);
    expect(find('nearDuplicates', { scope })).toEqual([]);
  });
});

describe('unrelatedItems', () => {
  const text = 'Goal: round invoice totals to cents in the billing module';
  const billing = part(
    'src/billing/invoice.ts',
    `${code('invoiceTotal')}// billing rounds to cents\nimport './money';`,
  );

  it('names a file without a word of the task', () => {
    const weather = part('src/weather/forecast.ts', code('forecast'));
    const [advice] = find('unrelatedItems', { text, scope: scopeOf([billing, weather]) });
    expect(advice).toMatchObject({
      tokens: { tokens: weather.tokens },
      action: {
        do: 'leaveOut',
        documents: [{ itemId: 'file:src/weather/forecast.ts', path: '/w/src/weather/forecast.ts' }],
      },
    });
  });

  it('lets pass a file that a related one names', () => {
    const money = part('src/money.ts', code('currency'));
    expect(find('unrelatedItems', { text, scope: scopeOf([billing, money]) })).toEqual([]);
  });

  it('says nothing where no file has words of the task', () => {
    const scope = scopeOf([part('src/a.ts', code('alpha')), part('src/b.ts', code('beta'))]);
    expect(find('unrelatedItems', { text, scope })).toEqual([]);
  });

  it('lets pass instructions', () => {
    const scope = scopeOf([billing, part('CLAUDE.md', code('style'))]);
    expect(find('unrelatedItems', { text, scope })).toEqual([]);
  });
});

describe('rawPayload in a scope', () => {
  it('offers the reduced detail, with what is saved measured on the very file', () => {
    const log = part('build.log', pastedLog(200));
    const [advice] = find('rawPayload', { scope: scopeOf([log]) });
    expect(advice?.action).toEqual({
      do: 'setDetail',
      documents: [{ itemId: 'file:build.log', path: '/w/build.log' }],
      detail: 'reduced',
    });
    const { tokens = 0, kind } = advice?.tokens ?? {};
    expect(kind).toBe('measured');
    expect(tokens).toBeGreaterThan(log.tokens / 2);
    expect(tokens).toBeLessThan(log.tokens);
  });

  it('lets pass a file that is reduced already, and code', () => {
    const reduced = part('a.json', pastedJson(40), { isWhole: false });
    expect(find('rawPayload', { scope: scopeOf([reduced, part('a.ts', code('a'))]) })).toEqual([]);
  });
});

describe('generatedFiles', () => {
  const lock = JSON.stringify({
    packages: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`p${n}`, { version: `1.0.${n}` }])),
  });

  it('offers to only name a lock file', () => {
    const [advice] = find('generatedFiles', { scope: scopeOf([part('package-lock.json', lock)]) });
    expect(advice?.action).toEqual({
      do: 'setDetail',
      documents: [{ itemId: 'file:package-lock.json', path: '/w/package-lock.json' }],
      detail: 'reduced',
    });
  });

  it('lets pass data of another name', () => {
    expect(find('generatedFiles', { scope: scopeOf([part('packages.json', lock)]) })).toEqual([]);
  });
});

describe('budgetOverrun', () => {
  const scope = scopeOf([part('src/a.ts', code('a', 20)), part('src/b.ts', code('b', 200))]);
  const budget = { name: 'Each scope', amount: '1,000 tokens', overShare: 0.25, isOfStage: false };

  it('says by how much, and offers less of the largest file', () => {
    const [advice] = find('budgetOverrun', { scope, budgets: [budget] });
    expect(advice).toMatchObject({
      title: { values: ['Each scope', '1,000 tokens', 'src/b.ts'] },
      tokens: { tokens: Math.round(scope.total.tokens / 4), kind: 'measured' },
      action: {
        do: 'setDetail',
        documents: [{ itemId: 'file:src/b.ts', path: '/w/src/b.ts' }],
        detail: 'outline',
      },
    });
  });

  it('lets pass what no budget and no window speaks against', () => {
    expect(find('budgetOverrun', { scope, budgets: [], model: GPT })).toEqual([]);
  });

  it('goes by the budget that is exceeded most', () => {
    const other = { ...budget, name: 'Each copy', amount: '$0.10', overShare: 0.5 };
    const found = find('budgetOverrun', { scope, budgets: [budget, other] });
    expect(found.map(({ title }) => title.values[0])).toEqual(['Each copy']);
  });

  it('leads to the settings where nothing has a shorter form, and to the planner for a stage', () => {
    const short = scopeOf([part('src/b.ts', code('b', 200), { isWhole: false })]);
    const stage = { ...budget, name: 'Each stage of a plan', isOfStage: true };
    const found = find('budgetOverrun', { scope: short, budgets: [budget, stage] });
    expect(found.map(({ action }) => action)).toEqual([
      { do: 'openSettings', of: 'budgets' },
      { do: 'openPlanner' },
    ]);
  });

  it('looks at the window whatever the budgets are', () => {
    const full = { ...scope, total: { ...scope.total, tokens: 1_000_000 } };
    const [advice] = find('budgetOverrun', { scope: full, budgets: [], model: GPT });
    expect(advice?.title.text).toContain('too little room for an answer');
  });
});

describe('copiedAgain', () => {
  const parts = [part('src/a.ts', code('a', 200))];
  const tokens = countTokens(code('a', 200));
  const input = { scope: scopeOf(parts), model: GPT, nowMs: NOW_MS };

  it('fires when the same files went to the same model a minute ago', () => {
    const [advice] = find('copiedAgain', { ...input, copies: [copy({ tokens })] });
    expect(advice).toMatchObject({ tokens: { tokens }, action: { do: 'copyReferences' } });
  });

  it.each([
    ['two hours ago', { timestampMs: NOW_MS - 2 * 60 * 60 * 1000 }],
    ['another file', { items: ['src/b.ts'] }],
    ['another model', { modelLabel: 'Claude Opus 5' }],
    ['the file has changed much', { tokens: tokens * 2 }],
  ])('lets pass: %s', (_, given) => {
    expect(find('copiedAgain', { ...input, copies: [copy({ tokens, ...given })] })).toEqual([]);
  });

  it('speaks of the repeats instead, where the very same text went out more often than the cap', () => {
    const copies = Array.from({ length: 4 }, () => copy({ tokens, contextHash: 'context' }));
    const [advice, ...more] = find('copiedAgain', { ...input, copies, retryCap: 3 });
    expect(more).toEqual([]);
    expect(advice).toMatchObject({ title: { values: [4] }, action: { do: 'editTask', field: 'goal' } });
    const [within] = find('copiedAgain', { ...input, copies: copies.slice(1), retryCap: 3 });
    expect(within?.action).toEqual({ do: 'copyReferences' });
    const [uncapped] = find('copiedAgain', { ...input, copies, retryCap: 0 });
    expect(uncapped?.action).toEqual({ do: 'copyReferences' });
  });
});

describe('coldCache', () => {
  const scope = scopeOf([part('src/a.ts', code('a', 400))], {
    stableTokens: 3_000,
    stableHash: 'new',
    startHashes: ['shorter', 'new'],
  });
  const warm = copy({ stableTokens: 3_000, stableHash: 'old' });

  it('fires when what stands first has changed since a copy that may still be cached', () => {
    const [advice] = find('coldCache', { scope, model: GPT, nowMs: NOW_MS, copies: [warm] });
    expect(advice).toMatchObject({
      tokens: { tokens: 3_000, kind: 'estimated' },
      action: { do: 'undoScopeChange' },
    });
  });

  it.each([
    ['the same start', { stableHash: 'new' }],
    ['a cache that has expired', { timestampMs: NOW_MS - 6 * 60 * 1000 }],
    ['a start too short to be cached', { stableTokens: 1_000 }],
    ['a start that something was added behind', { stableHash: 'shorter' }],
    ['another scope', { items: ['docs/b.md', 'docs/c.md', 'src/a.ts'] }],
  ])('lets pass: %s', (_, given) => {
    expect(find('coldCache', { scope, model: GPT, nowMs: NOW_MS, copies: [{ ...warm, ...given }] })).toEqual(
      [],
    );
  });

  it('names the model whose cache is warm, where that is the cheaper one', () => {
    const half = { ...scope, stableTokens: scope.total.tokens, stableHash: 'old' };
    const before = copy({ ...warm, modelLabel: 'GPT-5.4' });
    const stronger = findModel('gpt-5.5')!;
    const [advice] = find('coldCache', { scope: half, model: stronger, nowMs: NOW_MS, copies: [before] });
    expect(advice?.action).toEqual({ do: 'useModel', modelId: 'gpt-5.4', modelLabel: 'GPT-5.4' });
    expect(
      find('coldCache', {
        scope: half,
        model: findModel('gpt-4o-mini')!,
        nowMs: NOW_MS,
        copies: [copy({ ...before, modelLabel: 'GPT-5.5' })],
      }),
    ).toEqual([]);
  });
});

describe('savings that a warm cache speaks against', () => {
  const log = part('docs/run.log', pastedLog(200), { isStable: true });
  const style = part('docs/style.md', 'Rules.', { isStable: true });
  const stableTokens = log.tokens + 20_000;
  const scope = scopeOf([log, style], {
    total: { tokens: stableTokens, mix: CODE_ONLY },
    stableHash: 'warm',
  });
  const warm = { ...scope, stableTokens };
  const copies = [copy({ stableTokens, stableHash: 'warm', items: ['docs/run.log'] })];

  it('are put off until as much was read from the cache as it costs to fill it again', () => {
    const [cold] = find('rawPayload', { scope: warm });
    const [advice] = find('rawPayload', { scope: warm, model: GPT, nowMs: NOW_MS, copies });
    expect(advice).toMatchObject({
      check: 'coldCache',
      tokens: { kind: 'estimated' },
      action: { do: 'openPlanner' },
    });
    // A token costs ten times as much as one from the cache.
    const saved = cold!.tokens!.tokens;
    const loss = 10 * (stableTokens - saved) - stableTokens;
    expect(advice?.title.values).toEqual(['docs/run.log', 1 + Math.ceil(loss / saved)]);
  });

  it.each([
    ['the cache is cold', { stableHash: 'cold' }],
    ['the cache has expired', { timestampMs: NOW_MS - 6 * 60 * 1000 }],
    ['another model has it', { modelLabel: 'Claude Opus 5' }],
  ])('are advised when %s', (_, given) => {
    const input = { scope: warm, model: GPT, nowMs: NOW_MS, copies: [{ ...copies[0]!, ...given }] };
    expect(find('rawPayload', input).map(({ check }) => check)).toEqual(['rawPayload']);
  });

  it('are advised of what the cache does not hold', () => {
    const late = { ...warm, parts: warm.parts.map((each) => ({ ...each, isStable: false })) };
    const found = find('rawPayload', { scope: late, model: GPT, nowMs: NOW_MS, copies });
    expect(found.map(({ check }) => check)).toEqual(['rawPayload']);
  });
});

describe('tierMismatch', () => {
  const text = 'Rename `getUser` to `fetchUser` in src/users.ts and add the missing type annotations';
  const scope = scopeOf([part('src/users.ts', code('users', 400))]);

  it('names a cheaper model of the same vendor', () => {
    const [advice] = find('tierMismatch', { text, scope, model: GPT });
    expect(advice?.action).toEqual({ do: 'useModel', modelId: 'gpt-5.4-mini', modelLabel: 'GPT-5.4 mini' });
  });

  it('lets pass a model of the tier', () => {
    expect(find('tierMismatch', { text, scope, model: MINI })).toEqual([]);
  });

  it('does not advise a change that costs more than the cache of the chosen model saves', () => {
    const warmScope = { ...scope, stableTokens: scope.total.tokens, stableHash: 'a' };
    const copies = [copy({ stableTokens: scope.total.tokens, stableHash: 'a' })];
    expect(find('tierMismatch', { text, scope: warmScope, model: GPT, nowMs: NOW_MS, copies })).toEqual([]);
  });

  it('names a stronger model where a failed round would cost more', () => {
    const hard = 'Design a multi-region failover strategy and weigh the trade-offs';
    const [advice] = find('tierMismatch', { text: hard, scope, model: findModel('gpt-4o-mini')! });
    expect(advice?.action).toMatchObject({ do: 'useModel', modelId: 'gpt-5.5' });
  });

  it('offers a terminal where no model is needed', () => {
    expect(find('tierMismatch', { text: 'Run the tests', scope, model: GPT })[0]?.action).toEqual({
      do: 'openTerminal',
    });
  });
});

describe('secrets and invisibleText', () => {
  const text = 'Use the key below.\nkey\u200b here\n';

  it('names the line of a prompt', () => {
    const gated = { secrets: [{ label: 'AWS key', line: 1 }], invisible: [] };
    expect(find('secrets', { text, gated })[0]?.places).toEqual([{ in: 'text', start: 19, end: 28 }]);
  });

  it('names the item of a scope', () => {
    const gated = { secrets: [{ label: 'AWS key', line: 1 }], invisible: [] };
    const scope = scopeOf([part('src/a.ts', code('a'))]);
    expect(find('secrets', { text, gated, scope })[0]?.action).toMatchObject({
      do: 'leaveOut',
      documents: [{ itemId: 'file:src/a.ts', path: '/w/src/a.ts' }],
    });
  });

  it('removes what nobody sees', () => {
    const invisible = [{ kind: 'zeroWidth' as const, line: 1, count: 1, names: ['ZERO WIDTH SPACE'] }];
    const [advice] = find('invisibleText', { text, gated: { secrets: [], invisible } });
    expect(advice?.action).toEqual({ do: 'editText', edits: [{ start: 22, end: 23, replacement: '' }] });
  });

  it('are silent about a clean text', () => {
    const gated = { secrets: [], invisible: [] };
    expect([...find('secrets', { text, gated }), ...find('invisibleText', { text, gated })]).toEqual([]);
  });
});
