import { describe, expect, it } from 'vitest';
import { findModel } from '../../../../src/core/models/catalogue.ts';
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

  it('says by how much, and offers less of the largest file', () => {
    const [advice] = find('budgetOverrun', { scope, budget: 1_000 });
    expect(advice).toMatchObject({
      tokens: { tokens: scope.total.tokens - 1_000, kind: 'measured' },
      action: {
        do: 'setDetail',
        documents: [{ itemId: 'file:src/b.ts', path: '/w/src/b.ts' }],
        detail: 'outline',
      },
    });
  });

  it('lets pass what is just within', () => {
    expect(find('budgetOverrun', { scope, budget: scope.total.tokens })).toEqual([]);
  });

  it('looks at the window whatever the budget is', () => {
    const full = { ...scope, total: { ...scope.total, tokens: 1_000_000 } };
    const [advice] = find('budgetOverrun', { scope: full, budget: 2_000_000, model: GPT });
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
});

describe('coldCache', () => {
  const scope = scopeOf([part('src/a.ts', code('a', 400))], { stableTokens: 3_000, stableHash: 'new' });
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
