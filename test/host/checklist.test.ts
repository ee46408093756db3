import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { env } from 'vscode';
import { eventually } from './support/eventually.ts';
import { hearOffers, type Offer } from './support/offers.ts';
import { answerQuestions } from './support/questions.ts';
import { copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { useSettings } from './support/useSettings.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const TASK = ['Fix the date', 'No new packages', 'npm test passes', 'a.ts'];
const TITLES = [
  'Plan first',
  'Pass only required context',
  'No full repository load',
  'Precise prompt',
  'Rerun only changed stages',
  'Cap retries',
  'Use instruction files and skills',
];

describe('the checklist', () => {
  startClean();
  const offers = hearOffers('showWarningMessage');
  const questions = answerQuestions();
  const use = useSettings();
  const folder = makeFolder({ 'a.ts': 'let a;\n', 'AGENTS.md': '# Rules\n' });
  const answer = async (command: 'editTask' | 'runChecklist', ...answers: (string | undefined)[]) => {
    questions.answer(...answers);
    await run(command);
  };
  const findOffer = async (): Promise<Offer> => {
    await eventually(() => ok(offers.length > 0));
    return offers[0]!;
  };
  /** Copies, presses a button of the question that comes, and tells what lies on the clipboard then. */
  const copyAnd = async (button: string | undefined): Promise<string> => {
    const copying = copyText();
    (await findOffer()).press(button);
    return copying;
  };
  beforeEach(async () => {
    await use('retryCap', 3);
    await run('addToScope', folder.uri('a.ts'));
  });
  afterEach(async () => {
    await answer('editTask', '', '', '', '');
    await run('resetChecklist');
  });

  it('lists what is done and what is open, with the reason', async () => {
    await answer('editTask', ...TASK);
    const states = async () => {
      questions.asked.length = 0;
      await answer('runChecklist', undefined);
      return questions.asked[0];
    };
    await eventually(async () => {
      const asked = await states();
      deepEqual(
        asked?.items.map(({ label }) => label),
        TITLES.map((title) => `$(pass) ${title}`),
      );
      equal(asked?.title, 'Checklist: 7 of 7 done');
    });
    match((await states())?.items.at(-1)?.detail ?? '', /AGENTS\.md/);
  });

  it('can be ticked by hand for this task, and no other', async () => {
    await answer('runChecklist', '$(circle-large-outline) Plan first', 'Tick by Hand', undefined);
    const labelOf = async (title: string) => {
      questions.asked.length = 0;
      await answer('runChecklist', undefined);
      return questions.asked[0]?.items.find(({ label }) => label.endsWith(title));
    };
    equal((await labelOf('Plan first'))?.label, '$(pass) Plan first');
    equal((await labelOf('Plan first'))?.description, 'ticked by hand');
    await answer('editTask', 'Something else', undefined);
    await answer('editTask', '', undefined);
    equal((await labelOf('Plan first'))?.label, '$(pass) Plan first');
    await run('resetChecklist');
    equal((await labelOf('Plan first'))?.label, '$(circle-large-outline) Plan first');
  });

  it('says nothing before a copy where it is off', async () => {
    match(await copyText(), /let a;/);
    deepEqual(offers, []);
  });

  describe('that reminds', () => {
    beforeEach(() => use('checklistBeforeCopy', 'remind'));

    it('says what is open, and copies when that is chosen', async () => {
      match(await copyAnd('Copy Anyway'), /let a;/);
      deepEqual(offers[0]?.buttons, ['Copy Anyway', 'Show Checklist']);
    });

    it('leaves the clipboard and the scope as they were when it is closed', async () => {
      equal(await copyAnd(undefined), UNTOUCHED);
      await use('checklistBeforeCopy', 'off');
      match(await copyText(), /let a;/);
    });

    it('shows itself instead of copying', async () => {
      questions.answer(undefined);
      equal(await copyAnd('Show Checklist'), UNTOUCHED);
      await eventually(() => match(questions.asked[0]?.title ?? '', /^Checklist: \d of 7 done$/));
    });

    it('does not ask about what is only looked at', async () => {
      await run('previewScopedContext');
      deepEqual(offers, []);
    });
  });

  describe('that is required', () => {
    beforeEach(() => use('checklistBeforeCopy', 'require'));

    it('stops the copy, and leaves the clipboard as it was', async () => {
      equal(await copyAnd(undefined), UNTOUCHED);
      deepEqual(offers[0]?.buttons, ['Show Checklist']);
    });

    it('lets the copy through when nothing is open', async () => {
      await answer('editTask', ...TASK);
      match(await copyText(), /let a;/);
    });

    it('lets it through when the rest is ticked by hand', async () => {
      const tick = (title: string) => [`$(circle-large-outline) ${title}`, 'Tick by Hand'];
      await answer('runChecklist', ...tick('Plan first'), ...tick('Precise prompt'), undefined);
      await env.clipboard.writeText(UNTOUCHED);
      match(await copyText(), /let a;/);
      deepEqual(offers, []);
    });
  });
});
