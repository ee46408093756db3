import { type LabelledPrompt, pastedJson, pastedLog, prompt } from './labelledPrompt.ts';

/** Written later than the rules. At first sight they were right as rarely as the README says; the rules were then mended, on other tasks as well. */
export const PROMPTS_LATER: readonly LabelledPrompt[] = [
  // Short requests in a chat that goes on.
  prompt('ok now do the header too'),
  prompt('no, revert that last change, the modal was fine before'),
  prompt('can you add tests for this', [], ['noDoneCriteria', 'noScope', 'vagueVerbs']),
  prompt('what changed between these two branches?'),
  prompt('still failing, same error'),
  prompt('looks good, open a PR'),
  prompt('make the sidebar collapsible', ['noDoneCriteria', 'noScope']),
  prompt('can u improve this code', ['vagueVerbs'], ['noDoneCriteria', 'noScope']),
  prompt('add a search box to the users page', ['noDoneCriteria'], ['noScope']),
  prompt('rename the package to @acme/forms everywhere'),
  prompt('the app feels sluggish, optimize everything', ['vagueVerbs'], ['noDoneCriteria', 'noScope']),
  prompt('bump the timeout in config/gateway.yaml from 30s to 60s'),
  prompt('how do i squash the last 4 commits'),
  prompt('explain this to me like i am new to go: `defer wg.Done()`'),

  // Reports of bugs.
  prompt(
    'Clicking "Save draft" twice quickly creates two drafts. Steps: open the editor, type a title, double click Save draft. Expected: one draft. Happens in Firefox and Chrome, not on mobile.',
  ),
  prompt(
    'Since we upgraded to Rails 7.1 the nightly `InvoiceMailer` job raises ArgumentError (wrong number of arguments, given 2, expected 1) in app/mailers/invoice_mailer.rb:22. Fix it without pinning the old version.',
  ),
  prompt(
    'The date picker shows the wrong week in en-GB, weeks should start on Monday there. See packages/ui/src/DatePicker/useWeeks.ts.',
  ),
  prompt(
    "Users report that they're logged out at random. I suspect the refresh token rotation in services/identity/token.go but I'm not sure. Can you find out what happens when two tabs refresh at the same moment?",
  ),
  prompt(
    'getting this when i run docker compose up, whats wrong?\n\nERROR: for db  Cannot start service db: driver failed programming external connectivity on endpoint app_db_1: Bind for 0.0.0.0:5432 failed: port is already allocated',
  ),
  prompt(
    'Scrolling in the message list jumps to the top whenever a new message arrives.\n\nVersion 4.12.1, macOS 15.2\n\nIt did not happen in 4.11. The list is in app/chat/MessageList.tsx and uses react-virtuoso.',
    [],
    ['noGoal', 'noDoneCriteria'],
  ),
  prompt(
    'Hey! Hope you are having a great day. So basically the CSV export is broken for names with commas in them, could you please take a look at lib/export.rb and kindly make sure that such fields are quoted? Thanks so much, really appreciate your help!!',
    ['filler'],
  ),
  prompt('there is a bug in checkout, please fix', ['vagueVerbs', 'noDoneCriteria'], ['noScope']),
  prompt('The build is slow.', [], ['noGoal', 'vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    `CI has been red since yesterday. Tell me which step fails and why, two sentences at most.\n\n${pastedLog(150)}`,
    ['rawPayload'],
  ),

  // Like issues.
  prompt(
    '## Problem\nOur webhook endpoint handles deliveries more than once when Stripe retries.\n\n## Proposal\nStore the event id in `webhook_events` and skip those that are known.\n\n## Acceptance criteria\n- a second delivery of the same id answers 200 and changes nothing\n- the table is pruned after 30 days',
  ),
  prompt(
    'Feature request: keyboard shortcuts for the gallery. Left and right arrows go to the previous and next picture, Escape closes it. Must not trigger while the caption field has focus.',
    [],
    ['noScope'],
  ),
  prompt(
    'Support multiple workspaces per account\n\nToday an account has exactly one workspace. Customers with several brands create several accounts and share passwords, which is bad. We need a switcher in the top bar, invitations per workspace, and billing per workspace.',
    ['noDoneCriteria'],
    ['noScope', 'noConstraints', 'noGoal', 'severalGoals'],
  ),
  prompt(
    'Epic Q3:\n- SSO with SAML for enterprise customers\n- move the image service from Heroku to ECS\n- new pricing page\n- replace Moment by date-fns',
    ['severalGoals'],
    ['noDoneCriteria', 'noConstraints', 'noScope', 'noGoal'],
  ),
  prompt(
    'Replace our hand-written router by TanStack Router in the whole web app.',
    ['noConstraints', 'noDoneCriteria'],
    ['noScope'],
  ),
  prompt(
    'Migrate the `billing` service from Express to Fastify. The routes, their status codes and the log format stay as they are. `make e2e` passes.',
  ),
  prompt('Port the scheduler from Python to Rust.', ['noConstraints', 'noDoneCriteria'], ['noScope']),
  prompt(
    'Rewrite src/parser so that it streams. Keep the public functions of src/parser/index.ts, add no dependencies, and the fixtures in test/parser must still pass.',
  ),

  // Larger changes.
  prompt(
    'Refactor the order module: split `OrderManager` (1,400 lines) into services for pricing, stock and shipping.',
    ['noConstraints', 'noDoneCriteria'],
    ['noScope', 'severalGoals'],
  ),
  prompt(
    'Upgrade the frontend from Angular 15 to 19, including all deprecated APIs and RxJS.',
    ['noConstraints'],
    ['noDoneCriteria', 'noScope', 'severalGoals'],
  ),
  prompt(
    'Redesign the settings page. It has 40 switches on one screen and nobody finds anything.',
    ['noDoneCriteria', 'noConstraints'],
    ['noScope', 'vagueVerbs'],
  ),
  prompt(
    'Convert server/models from Sequelize to Prisma. Do not touch the migrations, the API responses have to be byte for byte the same, and the integration tests decide when it is done.',
  ),
  prompt(
    'Build me a dashboard for our sales data with charts, filters, export to Excel, user accounts and an admin area.',
    ['noDoneCriteria', 'noConstraints'],
    ['noScope', 'severalGoals'],
  ),
  prompt(
    'Extract the pricing rules out of `CartController` into `lib/pricing`, no behaviour change. rspec spec/cart has to stay green.',
  ),

  // Laden with code.
  prompt(
    'Make this tail recursive:\n\n```scala\ndef sum(xs: List[Int]): Int = xs match {\n  case Nil => 0\n  case h :: t => h + sum(t)\n}\n```',
    [],
    ['noDoneCriteria'],
  ),
  prompt(
    'def mean(values):\n    return sum(values) / len(values)\n\nThis crashes for an empty list, return None there.',
  ),
  prompt(
    '```python\nfor row in rows:\n    cur.execute("INSERT INTO t VALUES (%s)", (row,))\n```\nIs there a faster way to do this with psycopg 3?',
  ),
  prompt(
    'Please could you kindly refactor this and make it better:\n\n```js\nvar x = 1; function foo(){ if(x==1){ return true } else { return false } }\n```',
    [],
    ['filler', 'vagueVerbs', 'noDoneCriteria'],
  ),
  prompt(`Which of these rows have a missing \`sku\`? List the ids as a JSON array.\n\n${pastedJson(45)}`, [
    'rawPayload',
  ]),
  prompt('interface Invoice { id: string; total: number; lines: Line[] }', ['noGoal']),
  prompt(
    'src/worker/retry.ts: `attempts` is incremented before the first try, so that `maxAttempts: 3` tries only twice. Increment after a failed try. Extend retry.test.ts by the case `maxAttempts: 1`.',
  ),
  prompt(
    'Why does TypeScript complain here?\n\n```ts\nconst ids: readonly string[] = [];\nids.push("a");\n```',
  ),

  // Commands of agents.
  prompt('/review 1432'),
  prompt('/compact focus on the changes in auth'),
  prompt('/init'),
  prompt('@workspace how does the retry queue decide what is poisoned?'),
  prompt('/plan add login with Google to apps/web', [], ['noDoneCriteria']),
  prompt('!npm run build'),

  // Writing and telling.
  prompt('Write a README for this project.', ['unboundedOutput'], ['noDoneCriteria']),
  prompt('write me a full guide to kubernetes networking', ['unboundedOutput']),
  prompt('Draft a reply to the customer below, friendly, four sentences.\n\n> We were charged twice in May.'),
  prompt('Review the diff of this branch for race conditions. Only findings, one line each, worst first.'),
  prompt('Explain in depth how our permission system works, covering every single class.', [
    'unboundedOutput',
  ]),
  prompt('Return the complete updated file, I will paste it.', ['unboundedOutput']),

  // Courtesy that costs, and courtesy that does not.
  prompt(
    'As an expert senior Java developer with 15 years of experience, I want you to please carefully move `Money` from util to domain in modules/core, and in order to keep things simple please update the imports. Thank you very much in advance.',
    ['filler'],
  ),
  prompt('please run the linter on packages/api and tell me what it says, thanks'),
];
