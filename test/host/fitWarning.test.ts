import { equal, match } from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { eventually, pause } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const write = (key: string, value: unknown) =>
  workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
const price = { input: 1, output: 2 };
const longContext = { aboveTokens: 500, input: 10, output: 20 };

describe('the warning that a scope does not fit', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'large.txt': 'one two three four\n'.repeat(250), 'small.txt': 'one\n' });
  const warnings = () => messages.warnings.filter((text) => text.includes('The scope has'));

  before(async () => {
    await write('tokenMeter.models', {
      'gpt-5-tiny': { label: 'Tiny', tier: 'think', contextWindow: 500, price },
      'gpt-5-steep': {
        label: 'Steep',
        tier: 'think',
        contextWindow: 100_000,
        price: { ...price, longContext },
      },
    });
  });
  after(async () => {
    await write('tokenMeter.model', undefined);
    await write('tokenMeter.models', undefined);
  });

  it('comes once for a scope and a model, with the cheapest way out', async () => {
    await write('tokenMeter.model', 'gpt-5-tiny');
    await run('addToScope', folder.uri('large.txt'));
    await eventually(() =>
      match(warnings().join(), /The scope has 1,\d+ tokens, Tiny takes 500\. .+ takes it for \$/),
    );
    match(warnings().join(), /or leave out \d+ tokens\./);
    await run('addToScope', folder.uri('small.txt'));
    await pause(1_000);
    equal(warnings().length, 1);
    await write('tokenMeter.model', 'gpt-5-steep');
    await eventually(() =>
      match(warnings().at(-1) ?? '', /above 500 Steep asks a higher price for all of it/),
    );
    await write('tokenMeter.model', 'gpt-5-tiny');
    await pause(1_000);
    equal(warnings().length, 2);
  });

  it('does not come for a scope that fits', async () => {
    await write('tokenMeter.model', 'gpt-5-tiny');
    await run('addToScope', folder.uri('small.txt'));
    await pause(1_000);
    equal(warnings().length, 0);
  });
});
