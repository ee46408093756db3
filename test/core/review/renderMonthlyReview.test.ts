import { describe, expect, it } from 'vitest';
import type { PeriodBudget } from '../../../src/core/budget/budget.ts';
import { evaluateChecklist } from '../../../src/core/checklist/evaluateChecklist.ts';
import { tickKeys } from '../../../src/core/checklist/ticks.ts';
import { sumUsageFacts } from '../../../src/core/checklist/usageFacts.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { buildMonthlyReview } from '../../../src/core/review/monthlyReview.ts';
import { renderMonthlyReview } from '../../../src/core/review/renderMonthlyReview.ts';
import { checklistFacts } from '../checklist/checklistFacts.ts';
import { usageRow } from '../usage/usageRow.ts';

const MODELS = [
  usageRow({ key: 'claude-opus-4-8', requests: 30, inputTokens: 3000, cacheReadTokens: 57_000, costUsd: 60 }),
  usageRow({
    key: 'claude-haiku-4-5',
    requests: 90,
    inputTokens: 30_000,
    cacheReadTokens: 30_000,
    costUsd: 20,
  }),
  usageRow({ key: 'home | model', requests: 5, inputTokens: 0, unpricedRequests: 5 }),
];
const PROJECTS = [
  usageRow({ key: '/home/me/[app](x)', requests: 100, costUsd: 70 }),
  usageRow({ key: undefined, requests: 25, costUsd: 10 }),
];
const BEFORE = [usageRow({ key: 'claude-opus-4-8', requests: 10, inputTokens: 20_000, costUsd: 99.5 })];
const DAY: PeriodBudget = { kind: 'period', per: 'day', unit: 'usd', hard: 5 };

const build = (models = MODELS) => {
  const facts = sumUsageFacts(models, BEFORE);
  const keys = tickKeys('', EMPTY_TASK, '2026-10');
  const all = checklistFacts({ usage: facts, budgetCount: 2 });
  return buildMonthlyReview({
    month: '2026-10',
    models,
    projects: PROJECTS,
    before: BEFORE,
    facts,
    budgets: [
      { budget: DAY, periods: 31, over: 2 },
      { budget: { ...DAY, per: 'month', project: 'app', hard: 100 }, periods: 1, over: 0 },
    ],
    checks: [
      ...evaluateChecklist('review', all, { historyManaged: '2026-10' }, keys),
      ...evaluateChecklist('setup', all, {}, keys),
    ],
  });
};

const EXPECTED = `# Monthly review 2026-10

- Cost: $80.00
- Cost of the month before: $99.50
- Requests: 125
- Requests without a known price: 5
- Input from a cache: 73 % (target: above 80 %)
- Requests to models for thinking: 25 % (target: below 20 %)

## Tier

| Tier | Cost | Of the cost | Requests |
| --- | ---: | ---: | ---: |
| think | $60.00 | 75 % | 30 |
| execute | $20.00 | 25 % | 90 |
| unknown | unpriced | unknown | 5 |

## Model

| Model | Cost | Of the cost | Requests |
| --- | ---: | ---: | ---: |
| claude-opus-4-8 | $60.00 | 75 % | 30 |
| claude-haiku-4-5 | $20.00 | 25 % | 90 |
| home \\| model | unpriced | unknown | 5 |

## Project

| Project | Cost | Of the cost | Requests |
| --- | ---: | ---: | ---: |
| /home/me/\\[app\\](x) | $70.00 | 88 % | 100 |
| unknown | $10.00 | 13 % | 25 |

## Budgets

- Each day, $5.00: exceeded in 2 of 31 periods
- Each month · app, $100.00: held in all 1 periods

## Each month

- [ ] Share of expensive models: 25 % of the requests went to models for thinking; the target is below 20 %.
- [x] Tokens per request: 960 tokens of input per request, 2,000 before.
- [ ] Prompt caching where possible: 73 % of the input came from a cache; the target is above 80 %.
- [ ] Fine-tuning of high-volume tasks: Which of your requests are alike is not in any log.
- [x] Conversation history kept short: Look at the sessions with the most input per request.

## Set up once

- [x] Measure the baseline: Requests known from logs: 125.
- [x] Set budgets for operations: Budgets set: 2.
- [ ] Remove redundant context: Look for what is in the scope or in your instructions twice.
- [ ] Small models for simple tasks: 25 % of the requests went to models for thinking; the target is below 20 %.
- [ ] Use prompt caching: 73 % of the input came from a cache; the target is above 80 %.
- [ ] Stream responses: How your own programs call a model is not in any log.
- [x] Monitor costs per request: Requests known from logs: 125.
- [ ] A/B test what you save: No two variants of a scope have been compared for quality.

From the logs of coding agents on this machine; costs are list prices (API-equivalent). Requests of tools that keep no logs are not in it.
`;

describe('renderMonthlyReview', () => {
  it('tells the month from the ledger and the checklists', () => {
    expect(renderMonthlyReview(build())).toBe(EXPECTED);
  });

  it('says how many models it does not list', () => {
    const models = Array.from({ length: 13 }, (_, index) => usageRow({ key: `m${index}`, requests: 1 }));
    expect(renderMonthlyReview(build(models))).toContain('\n\nNot listed: 3 more.\n\n');
  });

  it('says that nothing was used', () => {
    const review = buildMonthlyReview({
      month: '2026-10',
      models: [],
      projects: [],
      before: [],
      facts: { requests: 0 },
      budgets: [],
      checks: [],
    });
    const text = renderMonthlyReview(review);
    expect(text).toContain('- Cost: $0.00\n- Requests: 0\n- Input from a cache: unknown');
    expect(text).toContain('No budget for a period is set.');
    expect(text).not.toContain('| --- |');
  });
});
