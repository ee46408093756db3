import { type LabelledPrompt, pastedJson, pastedLog, prompt } from './labelledPrompt.ts';

/** Written before any rule was. The rules were then made to fit them. */
export const PROMPTS_BEFORE: readonly LabelledPrompt[] = [
  // English, terse and good.
  prompt('Rename `getUser` to `fetchUser` in src/api/users.ts and its callers.'),
  prompt(
    'In src/cart/total.ts, apply the discount before tax. Constraints: no change of the public types. Done when test/cart/total.test.ts passes.',
  ),
  prompt(
    'Refactor this function for readability and performance:\n\n```ts\nfunction f(a) { return a.map(x => x * 2).filter(Boolean) }\n```',
    [],
    ['noDoneCriteria'],
  ),
  prompt('Why does `parseDate("2024-02-30")` return March 1st?'),
  prompt('Summarize docs/adr/0007.md in exactly 3 bullet points, at most 50 words each.'),
  prompt(
    'Add a `--json` flag to `src/cli/count.ts`. It prints `{ "files": [], "total": 0 }`. The existing text output must not change.',
  ),
  prompt(
    'Goal: retry failed uploads.\nFiles: src/upload/queue.ts\nDone when: three attempts with backoff 1 s, 2 s, 4 s; the new test in queue.test.ts is green.',
  ),
  prompt('Explain in two sentences what `AbortSignal.any` does.'),
  prompt(
    'Write a unit test for `splitWords` in src/text/splitWords.ts that covers camelCase, digits and an empty string.',
  ),
  prompt(
    'Convert the callbacks in lib/db.js to async/await. `npm test` must stay green and the exported names must stay the same.',
  ),
  prompt('Which of these two indexes does PostgreSQL use for `WHERE a = 1 ORDER BY b`: (a, b) or (b, a)?'),
  prompt('Fix the typo in the heading of README.md: "Instalation" → "Installation".'),
  prompt(
    'Update the M2 classification in src/rules/m2.ts to detect FX fees. Expected: "FX markup 2 %" is classified as `fx_fee`.',
  ),
  prompt('Reply with yes or no: is this email spam?\n\n"You have won a prize, click here."'),
  prompt('Bump `vite` to 6.2.0 in package.json and run `npm install`.'),

  // English, chatty.
  prompt(
    'Hi there! I hope you are doing well. I was wondering if you could please help me rename the function `loadAll` to `loadPage` in src/store.ts? Thank you so much in advance!',
    ['filler'],
  ),
  prompt(
    'Hello, could you please be so kind as to take a look at src/auth/session.ts and fix the expiry check so that a session ends after 30 minutes? Thanks a lot for your help!',
    ['filler'],
  ),
  prompt(
    'You are a helpful AI assistant. Your job is to help users with their questions. Please be helpful, accurate, and concise in your responses. Always make sure to answer the question fully and completely. Be polite and professional at all times.\n\nWhat is 2+2?',
    ['filler'],
  ),
  prompt(
    'I would really appreciate it if you could please add input validation to `createOrder` in src/orders.ts due to the fact that negative quantities are accepted. It must reject them with status 422.',
    ['filler'],
  ),
  prompt('Please add a test for negative numbers to src/math/abs.test.ts.'),
  prompt('Can you rename `tmp` to `buffer` in src/io.ts?'),
  prompt(
    'As a senior software engineer with 20 years of experience, take a deep breath and think step by step. Please kindly fix the off-by-one error in `lastPage()` in src/paging.ts: for 20 items and a page size of 10 it must return 2.',
    ['filler'],
  ),
  prompt('Thanks, that works. Now do the same for src/b.ts.', []),

  // English, vague.
  prompt('Improve the code.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('Make it better and clean everything up.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('Optimize the app.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'Optimize the query in src/orders/list.sql: it takes 3 s for 10,000 rows and must take less than 200 ms.',
  ),
  prompt('Improve the p95 latency of `/search` from 900 ms to 300 ms without changing its response.'),
  prompt('Fix it.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'The dashboard is broken, please fix the issue and deal with the edge cases.',
    ['vagueVerbs', 'noDoneCriteria'],
    ['noScope'],
  ),
  prompt('Clean up the unused imports in src/index.ts.'),
  prompt('Enhance the user experience of our product.', ['vagueVerbs', 'noDoneCriteria'], ['noScope']),
  prompt('Handle errors properly in the whole project.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'Handle the 404 of `GET /users/:id` in src/client.ts by returning undefined; the test "missing user" must pass.',
  ),

  // English, several goals.
  prompt(
    'Analyze, explain, optimize, and suggest improvements.',
    ['severalGoals', 'noScope'],
    ['vagueVerbs', 'noDoneCriteria'],
  ),
  prompt(
    'Fix the login redirect in src/auth/login.ts, update the README with the new screenshots, and migrate the database to PostgreSQL 17.',
    ['severalGoals', 'noDoneCriteria'],
    ['noConstraints'],
  ),
  prompt(
    'Add pagination to `GET /orders` in src/orders.ts (limit and cursor; the test in orders.test.ts must pass). Also, while you are at it, upgrade React to 19 and tidy the CSS.',
    ['severalGoals'],
    ['vagueVerbs'],
  ),
  prompt(
    'Add a nullable column `archived_at` to the table orders, backfill it from `deleted_at`, and write a test for the migration. Done when `npm run migrate` works twice in a row.',
  ),
  prompt(
    '1. Create src/mail/send.ts with `sendMail(to, subject)`.\n2. Call it from src/signup.ts.\n3. Add a test that no mail is sent when signup fails.',
  ),
  prompt(
    'Explain how the cache in src/cache.ts works in at most 10 lines. Additionally, implement dark mode for the settings page. Oh and write me a tweet about our launch.',
    ['severalGoals'],
    ['noDoneCriteria'],
  ),

  // English, no goal.
  prompt('```ts\nexport const a = 1;\n```', ['noGoal']),
  prompt('The user table and the orders table.', ['noGoal']),
  prompt(
    'Login page crashes when the password is empty. Expected: the message "Password missing". Actual: status 500.',
  ),
  prompt('TypeError: Cannot read properties of undefined (reading "id") in src/list.tsx:14', ['noGoal']),
  prompt('We use React 18, TypeScript 5 and Vite. Our backend is in Go.', ['noGoal']),

  // English, unbounded.
  prompt('Tell me everything about Kubernetes in as much detail as possible.', ['unboundedOutput']),
  prompt(
    'Write a comprehensive and detailed report on the security of our authentication module in src/auth.',
    ['unboundedOutput'],
  ),
  prompt('Summarize this document.', ['unboundedOutput']),
  prompt(
    'Write the complete documentation of the public API.',
    ['unboundedOutput'],
    ['noDoneCriteria', 'noScope'],
  ),
  prompt('Change the port in server.ts to 8080 and print the whole file again.', ['unboundedOutput']),
  prompt('List the exported functions of src/index.ts as a JSON array of names.'),
  prompt('Write release notes for 2.3.0 from CHANGELOG.md, at most 120 words.'),

  // English, no done criteria and no place.
  prompt('Add a dark mode.', ['noDoneCriteria', 'noScope']),
  prompt('Add caching to `getProfile` in src/profile.ts.', ['noDoneCriteria']),
  prompt('Implement the import of bank statements.', ['noDoneCriteria', 'noScope']),
  prompt(
    'Implement `toCsv(rows: Row[]): string` in src/csv.ts. It must quote fields with commas and end each line with CRLF.',
  ),

  // Payloads.
  prompt(`Find the cause of the error in this log, in one sentence:\n\n\`\`\`\n${pastedLog(120)}\n\`\`\``, [
    'rawPayload',
  ]),
  prompt(`Which customer has no orders? Answer with the id only.\n\n${pastedJson(60)}`, ['rawPayload']),
  prompt(
    'What does this error mean, in two sentences?\n\n```\nError: listen EADDRINUSE: address already in use :::3000\n```',
  ),

  // German.
  prompt('Benenne `ladeAlle` in src/lager.ts in `ladeSeite` um.'),
  prompt(
    'Könntest du bitte so nett sein und die Funktion `summe` in src/rechnung.ts so ändern, dass sie mit leeren Listen 0 liefert? Vielen Dank im Voraus!',
    ['filler'],
  ),
  prompt('Verbessere den Code.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'Füge dem Formular in src/form.tsx ein Feld für die Telefonnummer hinzu. Fertig, wenn der Test „Telefon“ grün ist.',
  ),
  prompt('Fasse dieses Dokument ausführlich zusammen.', ['unboundedOutput']),
  prompt(
    'Behebe den Fehler beim Anmelden in src/anmeldung.ts, aktualisiere die README und baue außerdem einen Export nach Excel ein.',
    ['severalGoals', 'noDoneCriteria'],
  ),

  // Chinese.
  prompt('把 src/user.ts 里的 `getUser` 重命名为 `fetchUser`。'),
  prompt('优化一下代码。', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('您好，麻烦您帮我看一下，能不能请您把 src/price.ts 里的折扣改成 10%，非常感谢您的帮助！', [
    'filler',
  ]),
  prompt('请尽可能详细地介绍一下这个项目的所有内容。', ['unboundedOutput']),
  prompt('在 src/list.ts 中实现分页，每页 20 条，测试 list.test.ts 必须通过。'),
];
