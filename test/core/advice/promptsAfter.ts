import { type LabelledPrompt, pastedJson, pastedLog, prompt } from './labelledPrompt.ts';

/** Written after the rules, and looked at with them once before any was changed for it. */
export const PROMPTS_AFTER: readonly LabelledPrompt[] = [
  // How people talk to agents in a terminal.
  prompt('run the tests and fix what fails', [], ['noDoneCriteria', 'noScope', 'vagueVerbs']),
  prompt('commit this with a good message'),
  prompt('yes'),
  prompt('go ahead'),
  prompt('why is the ci red?'),
  prompt(
    'the spinner never stops after a failed upload (src/upload/Spinner.tsx), it should disappear and show the error',
  ),
  prompt('make the tests pass'),
  prompt('pls make everything nicer', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('git status'),
  prompt('use pnpm instead of npm in all scripts of package.json'),
  prompt('now add a loading state to the button in Checkout.tsx', ['noDoneCriteria']),
  prompt('the same for src/b.ts and src/c.ts please'),
  prompt(
    'hey can you please please help me out, i am really stuck, could you kindly check why `useAuth` returns null on the first render? thank you so so much!!',
    ['filler'],
  ),
  prompt('fix the bug', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'fix this:\n\n```\nsrc/a.ts:3:7 - error TS2322: Type "string" is not assignable to type "number".\n```',
    [],
    ['noDoneCriteria'],
  ),
  prompt('what does this regex do: `^\\d{3}-\\d{4}$`'),

  // Briefs.
  prompt(
    '# Goal\nUsers can reset their password.\n\n# Files\nsrc/auth/reset.ts, src/mail/templates.ts\n\n# Constraints\nNo new dependency. Tokens expire after 30 minutes.\n\n# Done when\nThe tests in test/auth/reset.test.ts pass and `npm run lint` is clean.',
  ),
  prompt(
    'Context: the nightly import of `products.csv` takes 40 minutes.\nTask: make it stream instead of loading the file as a whole (src/import/products.ts).\nAcceptance: below 5 minutes for 1 million rows, memory below 200 MB.',
  ),
  prompt(
    'As a user I want to export my invoices as PDF, so that I can send them to my accountant. Add a button to the invoice list (src/invoices/List.tsx) that calls `GET /invoices/:id.pdf`.',
  ),
  prompt(
    'We are moving from Jest to Vitest. Convert src/cart/__tests__/total.test.ts: replace `jest.fn` by `vi.fn`, keep the names of the tests. `npx vitest run` must report the same number of tests as before.',
  ),
  prompt(
    'Please implement the following feature in a clean, professional and well-documented way, following best practices: users should be able to filter the list in src/list/List.vue by date.',
    [],
    ['filler'],
  ),
  prompt(
    'In `OrderService.cancel()` throw `OrderAlreadyShipped` when the status is `shipped`. The controller maps it to 409. Add a test for both.',
  ),
  prompt(
    'Dear assistant, I hope this message finds you well. I would like you to please update the footer in src/layout/Footer.astro in order to show the current year. At your earliest convenience. Many thanks in advance for your help!',
    ['filler'],
    ['noDoneCriteria'],
  ),
  prompt(
    'Please note that it is important to note that the API is rate limited. Due to the fact that it returns 429, in the event that this happens the client in src/http.ts must wait for `Retry-After` seconds.',
    ['filler'],
  ),

  // Questions.
  prompt('Is it safe to call `fs.rmSync` with `force: true` on a path that does not exist?'),
  prompt('How do I center a div?'),
  prompt('Compare Redis and Memcached for session storage in a table with at most five rows.'),
  prompt('Explain quantum computing to me in great detail, cover everything there is to know about it.', [
    'unboundedOutput',
  ]),
  prompt('Give me a detailed and thorough explanation of how React reconciliation works.', [
    'unboundedOutput',
  ]),
  prompt('What are the trade-offs of event sourcing for our order service? Five bullet points.'),
  prompt('Which files in src/api are unused? Names only.'),
  prompt('Explain how `src/scheduler.ts` decides which job runs next.'),

  // Writing.
  prompt('Write a blog post about our new release.', ['unboundedOutput']),
  prompt('Write a blog post of 600 words about our new release, for developers, with one code sample.'),
  prompt('Document the function `mergeRanges` in src/ranges.ts with one line of JSDoc.'),
  prompt('Create a tutorial on how to use our SDK.', ['unboundedOutput']),
  prompt('Translate locales/en.json to Dutch. Keep the keys and the placeholders.'),
  prompt(
    'Summarize the meeting notes below in three sentences.\n\nAnna: the release slips by a week. Ben: the tests are flaky. Cara: the customer wants CSV.',
  ),
  prompt(
    'Summarize the following article for me.\n\nThe river rose by two metres within a night, and the village was cut off until noon.',
    ['unboundedOutput'],
  ),
  prompt('Show me the full file with the changes applied.', ['unboundedOutput']),

  // Several goals.
  prompt(
    '- fix the broken image on the about page\n- add Stripe as a payment provider\n- upgrade Node to 24 in the Dockerfile\n- write an onboarding guide',
    ['severalGoals', 'noDoneCriteria'],
    ['unboundedOutput'],
  ),
  prompt(
    'Split src/report.ts into src/report/read.ts and src/report/render.ts, update the imports, and make sure that `tsc` is clean.',
  ),
  prompt(
    'Add rate limiting to `POST /login` in src/auth/routes.ts: 5 tries in 10 minutes, then 429. Also design a new logo for the company and plan our marketing for Q3.',
    ['severalGoals'],
  ),
  prompt('Review, refactor, document and test src/legacy/billing.js.', ['severalGoals'], ['noDoneCriteria']),
  prompt(
    'Step 1: read src/db/schema.sql. Step 2: add the table `audit_log` with actor, action and time. Step 3: write a row in it on each update of `orders`. Done when test/audit.test.ts is green.',
  ),
  prompt(
    'Rename the column `mail` to `email`, adapt the queries and the tests, and add a migration. All tests must pass.',
  ),
  prompt(
    'Translate the error messages in src/errors.ts to German. While you are at it, migrate the CI from Jenkins to GitHub Actions.',
    ['severalGoals'],
    ['noConstraints', 'noDoneCriteria'],
  ),

  // Vague.
  prompt('Refactor the whole codebase to follow best practices.', [
    'noConstraints',
    'vagueVerbs',
    'noDoneCriteria',
    'noScope',
  ]),
  prompt('Do something about the performance.', ['vagueVerbs'], ['noDoneCriteria', 'noScope']),
  prompt('Improve error handling.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'Improve the error message in `parsePort`: name the value and the allowed range, e.g. "Port 99999 is not between 1 and 65535".',
  ),
  prompt('Refactor `UserRepository` so that it takes a connection instead of opening one.'),
  prompt('Polish the UI.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('Optimize images in public/img: WebP, at most 200 KB each.'),
  prompt('Make the app production ready.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),

  // Nothing asked.
  prompt('Here is my package.json:\n\n```json\n{ "name": "a", "version": "1.0.0" }\n```', ['noGoal']),
  prompt('src/index.ts src/app.ts src/server.ts', ['noGoal']),
  prompt('Our stack: Django 5, PostgreSQL 16, HTMX. Deployed on Fly.io.', ['noGoal']),
  prompt(pastedLog(40), ['noGoal', 'rawPayload']),

  // Payloads.
  prompt(
    `This is the response of our API. Write a TypeScript type for it in src/types/order.ts.\n\n\`\`\`json\n${pastedJson(40)}\n\`\`\``,
    ['rawPayload'],
    ['noDoneCriteria'],
  ),
  prompt(
    'Write a TypeScript type for this response, nothing else:\n\n```json\n{ "id": 1, "name": "Ada", "tags": ["a", "b"] }\n```',
    [],
    ['noDoneCriteria'],
  ),
  prompt(`Why did job 7 fail? One sentence.\n\n${pastedLog(200)}`, ['rawPayload']),

  // German.
  prompt('Warum ist der Test „rundet auf Cent“ seit gestern rot?'),
  prompt('Mach die App schöner.', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt(
    'Hallo! Ich hoffe, es geht dir gut. Wärst du so lieb und würdest du bitte die Spalte `ort` in src/kunden.sql ergänzen? Danke schön im Voraus!',
    ['filler'],
    ['noDoneCriteria'],
  ),
  prompt(
    'Ersetze in src/preis.ts die feste Steuer von 20 % durch den Wert aus `config.steuer`. Die vorhandenen Tests müssen grün bleiben.',
  ),
  prompt('Schreibe einen ausführlichen Bericht über die Sicherheit unserer Anwendung.', ['unboundedOutput']),
  prompt('Baue eine Suche ein.', ['noDoneCriteria', 'noScope']),
  prompt('Erkläre in drei Sätzen, was `debounce` in src/eingabe.ts macht.'),

  // Chinese.
  prompt('为什么 `npm test` 在 CI 上失败？'),
  prompt('帮我优化一下性能。', ['vagueVerbs', 'noDoneCriteria', 'noScope']),
  prompt('给登录页面添加验证码，连续输错三次密码后必须显示，测试 login.test.ts 通过即完成。'),
  prompt('你好，非常感谢您的帮助，麻烦您帮我把标题改成“首页”，谢谢！', ['filler']),
  prompt('分析、解释、优化、重构这段代码。', ['severalGoals'], ['noDoneCriteria', 'vagueVerbs']),

  // French, Spanish, Japanese, Russian.
  prompt(
    "Bonjour, pourriez-vous s'il vous plaît renommer la fonction `charger` en `chargerPage` dans src/page.ts ? Merci beaucoup d'avance pour votre aide !",
    ['filler'],
  ),
  prompt('Corrige la faute de frappe dans README.md : « installtion ».'),
  prompt(
    'Hola, ¿podrías por favor ayudarme a cambiar el color del botón en src/Boton.tsx? Muchas gracias de antemano.',
    ['filler'],
  ),
  prompt('¿Por qué devuelve `null` la función `leerUsuario`?'),
  prompt('src/app.ts の `start` を `boot` に変更してください。'),
  prompt('Почему функция `sum` возвращает NaN?'),
];
