import { deepEqual, equal, match } from 'node:assert/strict';
import { ConfigurationTarget, Selection, workspace } from 'vscode';
import { MODELS } from '../../src/core/models/catalogue.ts';
import { chosenModel } from '../../src/host/config.ts';
import { countTokens } from './support/countTokens.ts';
import { closeEditors, openFile } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { acceptPick, dismissPicks, hearPicks, type Pick } from './support/picks.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const TEXT = 'export const größe = "漢字 😀"; // <|endoftext|>\n'.repeat(20);

describe('Compare Models', () => {
  startClean();
  const messages = hearMessages();
  const picks = hearPicks();
  const folder = makeFolder({ 'a.ts': TEXT });

  const detailOf = (pick: Pick | undefined, label: string) =>
    pick?.items.find((item) => item.label.endsWith(label))?.detail ?? '';

  /** The command follows the editor in its own time, a moment after it is shown. */
  const compare = (title: string) =>
    eventually(async () => {
      picks.length = 0;
      await dismissPicks(run('compareModels'));
      equal(picks[0]?.title, `Compare Models: ${title}`);
    });

  it('counts the open file in the vocabulary of each model', async () => {
    await openFile(folder.uri('a.ts'));
    await compare(`${folder.label}/a.ts`);
    equal(picks[0]?.items.length, MODELS.length);
    match(detailOf(picks[0], 'GPT-5.4'), new RegExp(` · ${countTokens(TEXT)} tokens · exact · `));
    match(
      detailOf(picks[0], 'GPT-4'),
      new RegExp(` · ${countTokens(TEXT, 'cl100k_base')} tokens · exact · `),
    );
    match(detailOf(picks[0], 'Claude Opus 5'), /^≈\$[\d.]+ · ≈\d+ tokens ±\d+ % · calibrated · /);
  });

  it('lists the cheapest first', async () => {
    await openFile(folder.uri('a.ts'));
    await compare(`${folder.label}/a.ts`);
    const costs = (picks[0]?.items ?? [])
      .map(({ detail }) => /\$([\d.]+)/.exec(detail ?? '')?.[1])
      .filter((cost) => cost !== undefined)
      .map(Number);
    deepEqual(
      costs,
      costs.toSorted((a, b) => a - b),
    );
  });

  it('counts what is selected, if anything is', async () => {
    const editor = await openFile(folder.uri('a.ts'));
    editor.selection = new Selection(0, 0, 0, 12);
    await compare(`the selection in ${folder.label}/a.ts`);
    match(detailOf(picks[0], 'GPT-5.4'), new RegExp(` · ${countTokens('export const')} tokens · `));
  });

  it('counts the very text of the scope when nothing is open', async () => {
    await run('addToScope', folder.uri('a.ts'));
    await compare('the scope');
    const tokens = countTokens(await copyText());
    match(detailOf(picks[0], 'GPT-5.4'), new RegExp(` · ${tokens} tokens · `));
  });

  it('makes the model the chosen one that is picked', async () => {
    await openFile(folder.uri('a.ts'));
    await compare(`${folder.label}/a.ts`);
    const cheapest = picks[0]?.items[0]?.label;
    picks.length = 0;
    const ended = run('compareModels');
    await acceptPick(picks);
    await ended;
    equal(chosenModel().label, cheapest);
    await workspace.getConfiguration().update('tokenMeter.model', undefined, ConfigurationTarget.Global);
  });

  it('asks for a file when there is nothing to count', async () => {
    await closeEditors();
    await eventually(async () => {
      messages.warnings.length = 0;
      await dismissPicks(run('compareModels'));
      deepEqual(messages.warnings, ['Token Meter: No file is open. Open one first.']);
    });
  });
});
