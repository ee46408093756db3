import { deepEqual, equal, match } from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { chosenModel, offeredModels } from '../../src/host/config.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const write = (key: string, value: unknown) =>
  workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);

describe('the user’s models', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.txt': 'text\n'.repeat(50) });

  afterEach(async () => {
    await write('tokenMeter.model', undefined);
    await write('tokenMeter.models', undefined);
    await write('tokenMeter.vendors', undefined);
  });

  it('can be chosen, and their prices are used', async () => {
    await write('tokenMeter.models', {
      'house-model': { label: 'House', tier: 'bulk', price: { input: 1_000_000, output: 1_000_000 } },
    });
    await write('tokenMeter.model', 'house-model');
    equal(chosenModel().label, 'House');
    await run('addToScope', folder.uri('a.txt'));
    await eventually(async () => {
      const copied = await copyText();
      match(copied, /text/);
      match(messages.feedback.at(-1) ?? '', /≈\$\d+\.00/);
    });
  });

  it('correct those of the catalogue', async () => {
    await write('tokenMeter.models', { 'gpt-5.4': { contextWindow: 1_234, tier: 'bulk' } });
    const { contextWindow, tier, label } = chosenModel();
    deepEqual([label, contextWindow, tier], ['GPT-5.4', 1_234, 'bulk']);
  });

  it('are told what is wrong with them once; the right ones are used', async () => {
    const good = { label: 'Good' };
    await write('tokenMeter.models', { bad: { price: { input: -1, output: 1 } }, good });
    await eventually(() =>
      match(messages.warnings.join(), /tokenMeter\.models\["bad"\]\.price\.input must be a number from 0/),
    );
    await write('tokenMeter.models', { bad: { price: { input: -1, output: 1 } }, good, more: {} });
    equal(offeredModels().models.find(({ id }) => id === 'good')?.label, 'Good');
    equal(messages.warnings.length, 1);
    await write('tokenMeter.models', ['gpt-4']);
    await eventually(() => match(messages.warnings.at(-1) ?? '', /tokenMeter\.models must be an object/));
  });

  it('go by the vendors that are put first', async () => {
    await write('tokenMeter.vendors', ['Anthropic', 7, '']);
    deepEqual(offeredModels().vendors, ['Anthropic']);
  });
});
