import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, window } from 'vscode';
import { SCOPE_FILE_FOLDER } from '../../src/node/scope/scopeFile.ts';
import { openFile } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { hearOffers, type Offer } from './support/offers.ts';
import { answerQuestions } from './support/questions.ts';
import { copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { SECRET } from './support/secret.ts';
import { makeFolder, workspaceRoot } from './support/workspaceFolder.ts';

const FILES = {
  'leaky.ts': `export const one = 1;\nexport const token = '${SECRET}';\n`,
  'clean.ts': 'export const clean = true;\n',
  'bidi.ts': 'const a = 1; \u202e// hidden\n',
  '.env': 'PLAIN=1\n',
};

/** The message number `index` that has buttons. */
async function findOffer(offers: readonly Offer[], index = 0): Promise<Offer> {
  const withButtons = () => offers.filter(({ buttons }) => buttons.length > 0);
  await eventually(() => ok(withButtons().length > index));
  return withButtons()[index]!;
}

describe('a secret on its way out', () => {
  startClean();
  const { feedback } = hearMessages();
  const offers = hearOffers('showWarningMessage');
  const questions = answerQuestions();
  const folder = makeFolder(FILES);
  const [leaky, clean, bidi] = [folder.uri('leaky.ts'), folder.uri('clean.ts'), folder.uri('bidi.ts')];

  it('is redacted, and what can be done is offered', async () => {
    await run('addToScope', leaky, [leaky, clean]);
    const text = await copyText();
    equal(text.includes(SECRET), false);
    match(text, /token = '\[redacted: [^\]]+\]'/);
    const { message, buttons } = await findOffer(offers);
    equal(message, 'Token Meter: 1 secret redacted in the text that was handed out.');
    deepEqual(buttons, ['Show Places', 'Drop Files', 'Copy Anyway']);
    match(feedback[0] ?? '', / · 1 redacted · no task$/);
  });

  it('is shown where it stands, but not what it is', async () => {
    await run('addToScope', leaky, [clean, leaky]);
    await copyText();
    const offer = await findOffer(offers);
    questions.answer('');
    offer.press('Show Places');
    await eventually(() => equal(window.activeTextEditor?.document.uri.fsPath, leaky.fsPath));
    equal(window.activeTextEditor?.selection.start.line, 1);
    const [place] = questions.asked[0]?.items ?? [];
    equal(place?.description, `${folder.label}/leaky.ts:2`);
    match(place?.label ?? '', /GitHub/);
    equal(JSON.stringify([questions.asked, offers, feedback]).includes(SECRET), false);
    // The question stands until it is answered.
    (await findOffer(offers, 1)).press();
  });

  it('leaves its file out when that is chosen, of a folder only that file', async () => {
    await run('addToScope', folder.uri('.'), [folder.uri('.')]);
    await copyText();
    (await findOffer(offers)).press('Drop Files');
    await eventually(async () => {
      const text = await env.clipboard.readText();
      equal(text.includes('leaky.ts'), false);
      match(text, /clean = true/);
    });
    // This once: the scope itself stays as it is.
    match(await copyText(), /leaky\.ts/);
  });

  it('says so when nothing is left without the files, and leaves the clipboard alone', async () => {
    await run('addToScope', leaky);
    const redacted = await copyText();
    (await findOffer(offers)).press('Drop Files');
    await eventually(() => match(offers.at(-1)?.message ?? '', /Nothing in the scope can be copied/));
    equal(await env.clipboard.readText(), redacted);
  });

  it('goes out only by the choice to copy anyway, for this once', async () => {
    await run('addToScope', leaky);
    await copyText();
    (await findOffer(offers)).press('Copy Anyway');
    await eventually(async () => ok((await env.clipboard.readText()).includes(SECRET)));
    await eventually(() => match(feedback.at(-1) ?? '', / · 1 secret sent · /));
    equal((await copyText()).includes(SECRET), false);
  });

  it('stays redacted when the question is closed', async () => {
    await run('addToScope', leaky);
    const redacted = await copyText();
    (await findOffer(offers)).press();
    await pause();
    equal(await env.clipboard.readText(), redacted);
    equal(redacted.includes(SECRET), false);
  });

  it('is told of together with invisible characters and what they cost', async () => {
    await run('addToScope', leaky, [leaky, bidi]);
    equal((await copyText()).includes('\u202e'), false);
    const { message, press } = await findOffer(offers);
    match(message, /: 1 secret redacted, 1 invisible character left out \(\d tokens?\) in the text/);
    questions.answer(undefined);
    press('Show Places');
    await eventually(() => equal(questions.asked[0]?.items.length, 2));
    equal(questions.asked[0]?.items[1]?.description, `${folder.label}/bidi.ts:1`);
  });

  it('is not shown when it is spelled in invisible characters', async () => {
    const tags = [...SECRET].map((each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join('');
    folder.write({ 'tags.txt': `Hello${tags}\n` });
    await run('addToScope', folder.uri('tags.txt'));
    equal((await copyText()).includes(tags), false);
    questions.answer(undefined);
    (await findOffer(offers)).press('Show Places');
    await eventually(() => match(questions.asked[0]?.items[0]?.label ?? '', /redacted/));
    equal(JSON.stringify(questions.asked).includes(SECRET), false);
    rmSync(folder.uri('tags.txt').fsPath);
  });
});

describe('no way out goes around the gates', () => {
  startClean();
  hearMessages();
  const offers = hearOffers('showWarningMessage');
  const questions = answerQuestions();
  const folder = makeFolder(FILES);
  const saved = folder.uri('saved.md').fsPath;
  const exported = join(workspaceRoot(), '.token-meter');
  after(() => rmSync(exported, { recursive: true, force: true }));

  /** A scope and a task with a secret each. */
  beforeEach(async () => {
    await run('addToScope', folder.uri('leaky.ts'));
    questions.answer(`Rotate ${SECRET}`, undefined);
    await run('editTask');
  });
  afterEach(async () => {
    questions.answer('', undefined);
    await run('editTask');
  });

  const exits: Record<string, () => Promise<string>> = {
    copy: copyText,
    references: async () => {
      await env.clipboard.writeText(UNTOUCHED);
      await run('copyReferences');
      return env.clipboard.readText();
    },
    save: async () => {
      questions.answer(saved);
      await run('saveScopedContext');
      deepEqual((await findOffer(offers)).buttons.at(-1), 'Save Anyway');
      return readFileSync(saved, 'utf8');
    },
    preview: async () => {
      await run('previewScopedContext');
      let text = '';
      await eventually(() => {
        const { document } = window.activeTextEditor!;
        equal(document.uri.scheme, 'token-meter-preview');
        text = document.getText();
        ok(text.includes('Rotate'));
      });
      return text;
    },
    export: async () => {
      questions.answer('leaky');
      await run('exportScope');
      return readFileSync(join(workspaceRoot(), SCOPE_FILE_FOLDER, 'leaky.json'), 'utf8');
    },
  };
  for (const [name, leave] of Object.entries(exits)) {
    it(name, async () => {
      const text = await leave();
      match(text, /Rotate \[redacted: /);
      equal(text.includes(SECRET), false);
    });
  }

  it('says what was redacted in an exported scope', async () => {
    rmSync(exported, { recursive: true, force: true });
    await exits['export']!();
    await eventually(() =>
      ok(
        offers.some(({ message }) => /1 secret redacted/.test(message)),
        JSON.stringify(offers),
      ),
    );
  });

  it('leaves the clipboard alone when saving fails or is cancelled', async () => {
    mkdirSync(folder.uri('taken.md').fsPath);
    await env.clipboard.writeText(UNTOUCHED);
    questions.answer(folder.uri('taken.md').fsPath, undefined);
    await run('saveScopedContext');
    await run('saveScopedContext');
    equal(await env.clipboard.readText(), UNTOUCHED);
  });

  it('asks before a file leaves whose name says that it holds secrets', async () => {
    await run('clearScope');
    const { document } = await openFile(folder.uri('.env'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await env.clipboard.writeText(UNTOUCHED);
    for (const [button, expected] of [
      [undefined, false],
      ['Copy This Once', true],
    ] as const) {
      offers.length = 0;
      const copying = run('copyScope');
      await eventually(() => equal(offers[0]?.message, `Copy ${folder.label}/.env?`));
      offers[0]?.press(button);
      await copying;
      equal((await env.clipboard.readText()).includes('PLAIN=1'), expected);
    }
    equal(existsSync(saved), true);
  });
});
