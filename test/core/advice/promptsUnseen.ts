import { type LabelledPrompt, pastedJson, pastedLog, prompt } from './labelledPrompt.ts';

/** Written and labelled before the rules were tried on them. No rule is changed for any of them: what comes of them is only reported. */
export const PROMPTS_UNSEEN: readonly LabelledPrompt[] = [
  // In a chat that goes on.
  prompt('perfect, ship it'),
  prompt('hmm that is not what i meant, the filter should apply to archived items only'),
  prompt('why did you remove the null check?'),
  prompt('can you make it look nicer', ['vagueVerbs'], ['noDoneCriteria', 'noScope']),
  prompt('undo the changes in routes.rb'),
  prompt('add rate limiting', ['noDoneCriteria', 'noScope']),
  prompt('the tests are red again'),
  prompt('enhance the performance of the whole system', ['vagueVerbs', 'noDoneCriteria'], ['noScope']),
  prompt('what does the flag --frozen-lockfile do, one sentence'),
  prompt('please take care of the remaining issues', ['vagueVerbs'], ['noDoneCriteria', 'noScope']),

  // Reports.
  prompt(
    'After the deploy of 3.8 the unsubscribe link in our newsletters answers 404. The route is in apps/mail/urls.py, the template in templates/newsletter.html. It worked in 3.7.',
    [],
    ['noGoal'],
  ),
  prompt(
    'pagination on /admin/users is off by one: page 2 repeats the last row of page 1, pls fix (app/controllers/admin/users_controller.rb)',
  ),
  prompt(
    'There is some problem with the login. Please solve it.',
    ['vagueVerbs', 'noDoneCriteria'],
    ['noScope'],
  ),
  prompt(
    'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR! Found: react@19.0.0\n\nhow do I get past this without --force?',
  ),
  prompt(
    `The worker restarts every few minutes. What is the first thing that goes wrong here?\n\n\`\`\`\n${pastedLog(90)}\n\`\`\``,
    ['rawPayload'],
  ),
  prompt(
    'The memory of the ingest pod grows by 40 MB an hour until it is killed. Find the leak in cmd/ingest.',
  ),

  // Issues and briefs.
  prompt(
    '### What\nShow the remaining quota in the account menu.\n\n### Where\nsrc/components/AccountMenu.vue, the number comes from `useQuota()`\n\n### Not\nNo new request, no change of the layout on mobile.\n\n### Done\nThe story "almost used up" shows "2 of 100 left".',
  ),
  prompt(
    'Add two-factor authentication to the customer portal.',
    ['noDoneCriteria'],
    ['noConstraints', 'noScope'],
  ),
  prompt('Migrate our REST API to GraphQL.', ['noConstraints', 'noDoneCriteria'], ['noScope']),
  prompt(
    'Split the monolith into services for catalogue, orders and payment.',
    ['noConstraints', 'noDoneCriteria'],
    ['noScope', 'severalGoals'],
  ),
  prompt(
    'Rewrite the backend in Go. All endpoints answer as before (contract tests in /contracts), PostgreSQL stays, no ORM.',
  ),
  prompt(
    'Create a web app where teams can plan their holidays, with approval by managers and a calendar.',
    ['noConstraints', 'noDoneCriteria'],
    ['noScope'],
  ),
  prompt(
    'Restructure the project so that each feature has its own folder. Do not rename exported symbols; `pnpm build` has to work after every commit.',
  ),
  prompt(
    'Please: 1) fix the flaky login test 2) set up Dependabot 3) write the announcement for the beta 4) look into why images are blurry on Safari',
    ['severalGoals'],
    ['noDoneCriteria', 'unboundedOutput', 'noScope'],
  ),

  // With code and data.
  prompt('SELECT * FROM orders WHERE created_at > now() - interval 1 day;', ['noGoal']),
  prompt(
    'What is the time complexity of this?\n\n```go\nfor i := range xs { for j := i; j < len(xs); j++ { sum += xs[j] } }\n```',
  ),
  prompt(
    'Convert this to a list comprehension:\n\n```python\nout = []\nfor x in xs:\n    if x > 0:\n        out.append(x * 2)\n```',
  ),
  prompt(`Draw up a JSON schema for this. Schema only.\n\n${pastedJson(30)}`, ['rawPayload']),
  prompt(
    'In `useDebounce` (hooks/useDebounce.ts) clear the timer on unmount; add a test with fake timers that no callback runs after unmount.',
  ),
  prompt('const total = items.reduce((sum, item) => sum + item.price, 0);', ['noGoal']),

  // Commands.
  prompt('/security-review'),
  prompt('/model opus'),
  prompt('@terminal why did the last command fail'),
  prompt('#file:cart.ts explain the discount logic in three sentences'),

  // Writing and telling.
  prompt('Write a detailed design document for our notification service.', ['unboundedOutput']),
  prompt('Write a design document for our notification service: two pages, goals, interfaces, risks.'),
  prompt('Tell me all about OAuth.', ['unboundedOutput']),
  prompt('Give me the whole file again with your fix.', ['unboundedOutput']),

  // Courtesy.
  prompt(
    'Good morning! Would you be so kind as to rename the environment variable API_KEY to ACME_API_KEY in deploy/*.yaml? I would really appreciate your help. Thanks a million in advance!',
    ['filler'],
  ),
  prompt('Could you check if the index on orders.customer_id is used?'),
];
