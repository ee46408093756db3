import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { env } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { openFile } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { hearOffers } from './support/offers.ts';
import { copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { useSettings } from './support/useSettings.ts';
import { makeFolder } from './support/workspaceFolder.ts';

describe('before a copy', () => {
  startClean();
  const { feedback } = hearMessages();
  const offers = hearOffers('showWarningMessage');
  const use = useSettings();
  const folder = makeFolder({ 'a.ts': 'let a = 1;\n'.repeat(50) });
  const path = folder.uri('a.ts');
  /** Copies, presses a button of the question that comes, and tells what lies on the clipboard then. */
  const copyAnd = async (button: string | undefined): Promise<string> => {
    offers.length = 0;
    const copying = copyText();
    await eventually(() => ok(offers.length > 0));
    offers[0]?.press(button);
    return copying;
  };
  const buttons = () => offers.map((offer) => offer.buttons);
  beforeEach(() => run('addToScope', path));

  describe('over a hard budget of the scope', () => {
    beforeEach(() => use('budgets', [{ scope: '*', hardTokens: 100 }]));

    it('it is asked, and cancelling leaves the clipboard as it was', async () => {
      equal(await copyAnd(undefined), UNTOUCHED);
      deepEqual(offers[0]?.buttons, ['Copy Anyway', 'Show Scope']);
      deepEqual(feedback, []);
    });

    it('the copy goes out when that is chosen, and says what it takes of the budget', async () => {
      const text = await copyAnd('Copy Anyway');
      const percent = Math.round(countTokens(text));
      match(feedback.at(-1) ?? '', new RegExp(` · ${percent} % of the budget “Each scope” · no task$`));
    });

    it('the way leads to the scope instead', async () => {
      equal(await copyAnd('Show Scope'), UNTOUCHED);
    });

    it('nobody asks about what is within it', async () => {
      await use('budgets', [{ scope: '*', hardTokens: 100_000 }]);
      match(await copyText(), /let a = 1;/);
      deepEqual(offers, []);
    });

    it('a soft one only says so', async () => {
      await use('budgets', [{ scope: '*', softTokens: 100 }]);
      match(await copyText(), /let a = 1;/);
      match(feedback.at(-1) ?? '', /% of the budget “Each scope”/);
      deepEqual(offers, []);
    });
  });

  it('a hard budget of each copy holds for an empty scope too', async () => {
    await use('budgets', [
      { operation: 'copy', hardTokens: 100 },
      { scope: '*', hardTokens: 1 },
    ]);
    await run('clearScope');
    await openFile(path);
    await eventually(async () => equal(await copyAnd(undefined), UNTOUCHED));
    deepEqual(offers.length, 1);
  });

  describe('of the same context again', () => {
    beforeEach(() => use('retryCap', 2));

    it('it is warned of after so many repeats, and cancelling leaves the clipboard as it was', async () => {
      for (let copies = 1; copies <= 3; copies += 1) match(await copyText(), /let a = 1;/);
      deepEqual(offers, []);
      equal(await copyAnd(undefined), UNTOUCHED);
      deepEqual(buttons(), [['Copy Anyway', 'Edit Task']]);
      match(await copyAnd('Copy Anyway'), /let a = 1;/);
    });

    it('nobody asks about another one', async () => {
      for (let copies = 1; copies <= 3; copies += 1) await copyText();
      writeFileSync(path.fsPath, 'let b = 2;\n');
      match(await copyText(), /let b = 2;/);
      deepEqual(offers, []);
      writeFileSync(path.fsPath, 'let a = 1;\n'.repeat(50));
    });
  });

  describe('of references to files', () => {
    const copyReferences = async (button?: string): Promise<string> => {
      offers.length = 0;
      await env.clipboard.writeText(UNTOUCHED);
      const copying = run('copyReferences');
      if (button !== undefined) {
        await eventually(() => ok(offers.length > 0));
        offers[0]?.press(button);
      }
      await copying;
      return env.clipboard.readText();
    };

    it('it is asked as for a copy of what an agent will read, in whatever detail the scope has it', async () => {
      await use('budgets', [{ scope: '*', hardTokens: 100 }]);
      equal(await copyReferences('Show Scope'), UNTOUCHED);
      match(await copyReferences('Copy Anyway'), /^@.*a\.ts\n$/);
      match(feedback.at(-1) ?? '', / tokens when they are opened · \d+ % of the budget “Each scope”$/);
      await use('budgets', [{ scope: '*', hardTokens: 100_000 }]);
      match(await copyReferences(), /^@.*a\.ts\n$/);
      deepEqual(offers, []);
    });

    it('they count as the same context again', async () => {
      await use('retryCap', 2);
      for (let copies = 1; copies <= 3; copies += 1) match(await copyReferences(), /a\.ts/);
      equal(await copyReferences('Edit Task'), UNTOUCHED);
    });
  });

  it('all that speaks against it is said at once', async () => {
    await use('checklistBeforeCopy', 'remind');
    await use('budgets', [{ scope: '*', hardTokens: 100 }]);
    equal(await copyAnd(undefined), UNTOUCHED);
    deepEqual(offers[0]?.buttons, ['Copy Anyway', 'Show Checklist', 'Show Scope']);
    equal(offers.length, 1);
  });
});
