import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { env } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

describe('the task', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'a.ts': 'let a;\n' });
  const edit = async (...answers: (string | undefined)[]) => {
    questions.answer(...answers);
    await run('editTask');
  };
  beforeEach(() => run('addToScope', folder.uri('a.ts')));
  afterEach(() => edit('', '', '', ''));

  const warning = () => /(no task|task without.*)$/.exec(messages.feedback.at(-1) ?? '')?.[0];

  it('is the head of what is copied, and nothing is missing then', async () => {
    await edit('Fix the date', 'No new packages', 'npm test passes', 'a.ts');
    const text = await copyText();
    match(
      text,
      /^# Task\n\nGoal: Fix the date\nConstraints: No new packages\nDone when: npm test passes\nFiles to touch: a\.ts\n/,
    );
    match(
      messages.feedback.at(-1) ?? '',
      new RegExp(`^\\$\\(check\\) 1 file · ${countTokens(text)} tokens · `),
    );
    equal(warning(), undefined);
  });

  it('says what is missing, and copies all the same', async () => {
    await copyText();
    equal(warning(), 'no task');
    await edit('Fix the date', '', '', 'a.ts');
    await copyText();
    equal(warning(), 'task without “Done when”');
    await edit('Fix the date', '', '', '');
    await copyText();
    equal(warning(), 'task without “Done when”, “Files to touch”');
  });

  it('keeps what was said before Escape', async () => {
    await edit('Fix the date', undefined);
    await edit('Fix the date', 'Keep the API', undefined);
    deepEqual(
      questions.asked.map(({ title, value }) => `${title}: ${value}`),
      [
        'Goal (1 of 4): ',
        'Constraints (2 of 4): ',
        'Goal (1 of 4): Fix the date',
        'Constraints (2 of 4): ',
        'Done when (3 of 4): ',
      ],
    );
    match(await copyText(), /^# Task\n\nGoal: Fix the date\nConstraints: Keep the API\n/);
  });

  it('of 100 KB goes out whole, and is counted', async () => {
    const goal = 'Größe 漢字 and words. '.repeat(4000);
    ok(Buffer.byteLength(goal) > 100_000);
    await edit(goal, undefined);
    const text = await copyText();
    ok(text.startsWith(`# Task\n\nGoal: ${goal.trim()}\n`));
    match(
      messages.feedback.at(-1) ?? '',
      new RegExp(` · ${countTokens(text).toLocaleString('en-US')} tokens · `),
    );
    equal(await env.clipboard.readText(), text);
  });
});
