import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Location, languages, Position } from 'vscode';
import { listRelatedFiles } from '../../src/host/relatedFiles.ts';
import { isSuggestion } from '../../src/host/suggestionTree.ts';
import { countTokens } from './support/countTokens.ts';
import { openFile } from './support/editors.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyDocuments, copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const FILES = {
  'zebraLedger.ts':
    "import { roundZebra } from './roundZebra.ts';\nexport function zebraLedger(cents: number) { return roundZebra(cents); }\n",
  'roundZebra.ts': 'export function roundZebra(cents: number) { return Math.round(cents); }\n',
  'weather.ts': 'export const weather = "rain";\n',
};

describe('Suggest Scope for Task', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder(FILES);
  const pathOf = (name: string) => `${folder.label}/${name}`;
  const suggest = async (task: string, budget: string) => {
    questions.answer(budget);
    await run('setTokenBudget');
    questions.answer(task);
    await run('suggestScope');
  };
  afterEach(async () => {
    await run('dismissSuggestions');
    questions.answer('', '', '', '');
    await run('editTask');
  });

  it('puts nothing into the scope before it is taken', async () => {
    await suggest('fix how the zebra ledger rounds', '16k');
    deepEqual(messages.warnings, []);
    await openFile(folder.uri('weather.ts'));
    deepEqual(
      (await copyDocuments()).map(({ path }) => path),
      [pathOf('weather.ts')],
    );
  });

  it('takes all that fits with one command, what the task names among it, and stays within the budget', async () => {
    await openFile(folder.uri('zebraLedger.ts'));
    await suggest('fix how the zebra ledger rounds', '2000');
    await run('acceptSuggestions');
    const text = await copyText();
    ok(countTokens(text) <= 2000, `${countTokens(text)} tokens`);
    const paths = (await copyDocuments()).map(({ path }) => path);
    ok(paths.includes(pathOf('zebraLedger.ts')) && paths.includes(pathOf('roundZebra.ts')), paths.join(', '));
  });

  it('says that nothing fits when the budget is smaller than the task itself', async () => {
    await openFile(folder.uri('zebraLedger.ts'));
    await suggest('fix how the zebra ledger rounds', '1');
    await run('acceptSuggestions');
    equal(messages.warnings.length, 1);
    match(messages.warnings[0] ?? '', /There are no suggestions|Nothing more fits into 1 token/);
  });

  it('starts from who uses and who defines the symbol under the cursor, by what the editor knows of the language', async () => {
    // No import leads there, and no word of it is shared.
    const at = (name: string) => new Location(folder.uri(name), new Position(0, 0));
    const registered = [
      languages.registerReferenceProvider('typescript', { provideReferences: () => [at('weather.ts')] }),
      languages.registerDefinitionProvider('typescript', { provideDefinition: () => at('roundZebra.ts') }),
    ];
    try {
      const editor = await openFile(folder.uri('zebraLedger.ts'));
      const { uses, defines } = await listRelatedFiles(editor);
      // The language server of the editor may know more.
      ok(uses.includes(folder.uri('weather.ts').fsPath), uses.join(', '));
      ok(defines.includes(folder.uri('roundZebra.ts').fsPath), defines.join(', '));
      await suggest('fix how the zebra ledger rounds', '2000');
      await run('acceptSuggestions');
      const paths = (await copyDocuments()).map(({ path }) => path);
      ok(paths.includes(pathOf('weather.ts')), paths.join(', '));
    } finally {
      for (const each of registered) each.dispose();
    }
  });

  it('asks for suggestions before any can be taken, and takes rows only', async () => {
    await run('acceptSuggestions');
    await run('takeSuggestion', { row: {} });
    deepEqual(
      messages.warnings.map((warning) => warning.replace(/^Token Meter: /, '')),
      [
        'There are no suggestions. Use Suggest Scope for Task first.',
        'Select a row of the Suggested Scope view first.',
      ],
    );
    equal(isSuggestion('leftOut'), false);
  });

  it('is given up when no task is said', async () => {
    questions.answer(undefined);
    await run('suggestScope');
    await run('acceptSuggestions');
    equal(messages.warnings.length, 1);
  });

  it('refuses a budget that is none', async () => {
    const problemOf = async (answer: string) => {
      questions.answer(answer);
      await run('setTokenBudget');
      return questions.asked.at(-1)?.problem;
    };
    for (const bad of ['many', '0', '-5', '1.5e9', ''])
      match((await problemOf(bad)) ?? '', /^A whole number/);
    for (const good of ['12,000', '12k', ' 12000 ']) equal(await problemOf(good), undefined);
    await problemOf('8000');
    equal(questions.asked.at(-1)?.value, '12000');
  });
});
