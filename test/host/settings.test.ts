import { deepEqual, equal, match } from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { DEFAULT_MODEL_ID, MODELS } from '../../src/core/models/catalogue.ts';
import { chosenModel, onDidChangeModel, setChosenModel } from '../../src/host/config.ts';
import { countTokens } from './support/countTokens.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const KEY = 'tokenMeter.model';
const TEXT = 'größe 漢字 😀 <|endoftext|>\n';
const write = async (value: unknown, target = ConfigurationTarget.Global) =>
  workspace.getConfiguration().update(KEY, value, target);

describe('the chosen model', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.txt': TEXT });

  afterEach(async () => {
    await write(undefined, ConfigurationTarget.Workspace);
    await write(undefined);
  });

  it('is the default one as long as none was chosen', () => {
    equal(chosenModel().id, DEFAULT_MODEL_ID);
  });

  it('follows the setting, and tells so', async () => {
    const seen: string[] = [];
    const listening = onDidChangeModel(() => seen.push(chosenModel().id));
    await write('claude-opus-5');
    await write('gpt-4');
    listening.dispose();
    equal(chosenModel().id, 'gpt-4');
    deepEqual(seen, ['claude-opus-5', 'gpt-4']);
  });

  for (const odd of ['', 42, null, ['gpt-4'], { id: 'gpt-4' }]) {
    it(`is the default one when the setting says ${JSON.stringify(odd)}`, async () => {
      await write(odd);
      equal(chosenModel().id, DEFAULT_MODEL_ID);
    });
  }

  for (const id of ['claude-opus-4-9', 'no-such-model', '__proto__', 'constructor']) {
    it(`is ${id} when the setting says so, with what its name tells and no price`, async () => {
      await write(id);
      const { label, price, contextWindow, tokenizer } = chosenModel();
      deepEqual([label, price, contextWindow], [id, undefined, undefined]);
      equal(tokenizer.accuracy, id.startsWith('claude') ? 'calibrated' : 'rough');
    });
  }

  it('is the model that an id with a date means', async () => {
    await write('claude-opus-4-7-20260801');
    deepEqual(
      chosenModel(),
      MODELS.find((model) => model.id === 'claude-opus-4-7'),
    );
  });

  it('is written where the value in force comes from', async () => {
    await setChosenModel('gpt-4');
    equal(workspace.getConfiguration().inspect(KEY)?.globalValue, 'gpt-4');
    await write('gpt-5.5', ConfigurationTarget.Workspace);
    await setChosenModel('grok-4');
    const { globalValue, workspaceValue } = workspace.getConfiguration().inspect(KEY) ?? {};
    deepEqual([globalValue, workspaceValue, chosenModel().id], ['gpt-4', 'grok-4', 'grok-4']);
  });

  it('can be each model of the catalogue', async () => {
    for (const { id } of [MODELS[0]!, MODELS.at(-1)!]) {
      await write(id);
      equal(
        chosenModel(),
        MODELS.find((model) => model.id === id),
      );
    }
  });

  it('decides what the command counts with, marks and prices', async () => {
    await run('addToScope', folder.uri('a.txt'));
    const copyAndRead = async () => {
      const text = await copyText();
      return { text, said: messages.feedback.at(-1) ?? '' };
    };
    const exact = await copyAndRead();
    match(exact.said, new RegExp(` · ${countTokens(exact.text)} tokens · \\$`));
    await write('gpt-4');
    await eventually(async () => {
      const { text, said } = await copyAndRead();
      match(said, new RegExp(` · ${countTokens(text, 'cl100k_base')} tokens · \\$`));
    });
    await write('claude-opus-5');
    await eventually(async () => match((await copyAndRead()).said, / · ≈\d+ tokens ±\d+ % · ≈\$/));
  });
});
