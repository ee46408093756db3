import { equal, match, ok } from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { chosenModel } from '../../src/host/config.ts';
import { openFile } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

describe('the suggested tier', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'a.ts': 'let a;\n'.repeat(100) });
  const sayTask = async (goal: string) => {
    questions.answer(goal, '', '', '');
    await run('editTask');
  };
  const choose = (id: string | undefined) =>
    workspace.getConfiguration().update('tokenMeter.model', id, ConfigurationTarget.Global);

  beforeEach(async () => {
    await choose('gpt-5.5');
    await openFile(folder.uri('a.ts'));
    await run('addToScope', folder.uri('a.ts'));
  });
  afterEach(async () => {
    await sayTask('');
    await choose(undefined);
  });

  it('is said behind a copy where a cheaper tier would do, with its price', async () => {
    await sayTask('Add a loading spinner to the table');
    await eventually(async () => {
      ok((await copyText()).length > 0);
      match(messages.feedback.at(-1) ?? '', / · tier execute would do: GPT-5\.4 mini \$[\d.]+ · /);
    });
    await sayTask('Find out why the totals are wrong after a restart');
    await copyText();
    ok(!(messages.feedback.at(-1) ?? '').includes('would do'));
  });

  it('offers its model by a click on the status bar item', async () => {
    await sayTask('Add a loading spinner to the table');
    questions.answer('$(lightbulb) Use GPT-5.4 mini');
    await run('showMeter');
    const [offer] = questions.asked.at(-1)?.items ?? [];
    match(offer?.description ?? '', /^Suggested tier: execute \(\d+ % sure\)/);
    await eventually(() => equal(chosenModel().id, 'gpt-5.4-mini'));
    questions.answer(undefined);
    await run('showMeter');
    const labels = questions.asked.at(-1)?.items.map(({ label }) => label) ?? [];
    ok(!labels.some((label) => label.startsWith('$(lightbulb)')));
  });
});
