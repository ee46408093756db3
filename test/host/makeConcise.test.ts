import { equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Position, Selection, TabInputTextDiff, window, workspace } from 'vscode';
import { INSTRUCTION_TEMPLATE } from '../../src/core/advice/instructionTemplate.ts';
import { openFile, openUntitled } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { hearOffers } from './support/offers.ts';
import { run, startClean } from './support/scope.ts';
import { makeFolder, workspaceRoot } from './support/workspaceFolder.ts';

const CHATTY = 'Hi there! Could you please rename `a` to `b`? Thank you so much in advance!\n';
const CONCISE = 'Rename `a` to `b`. \n';

describe('Make Concise', () => {
  startClean();
  const offers = hearOffers();
  const folder = makeFolder({ 'task.md': CHATTY, 'terse.md': 'Rename `a` to `b`.\n' });

  async function readDiff() {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    ok(tab?.input instanceof TabInputTextDiff, 'The active tab shows no diff.');
    const after = await workspace.openTextDocument(tab.input.modified);
    return { title: tab.label, after: after.getText() };
  }

  it('shows the whole document before and after with what is saved, and changes nothing by itself', async () => {
    const { document } = await openFile(folder.uri('task.md'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await run('makeConcise');
    await eventually(async () => equal((await readDiff()).after, CONCISE));
    match((await readDiff()).title, /task\.md made concise: \d+ → \d+ tokens, \$/);
    equal(document.getText(), CHATTY);
  });

  it('takes it over when that is chosen', async () => {
    const { document } = await openFile(folder.uri('task.md'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await run('makeConcise');
    await eventually(() => equal(offers.length, 1));
    offers[0]?.press('Apply');
    await eventually(() => equal(document.getText(), CONCISE));
  });

  it('takes the selection only', async () => {
    const editor = await openUntitled(`${CHATTY}Please please help.\n`, 'markdown');
    editor.selection = new Selection(new Position(0, 0), new Position(1, 0));
    await eventually(() => equal(window.activeTextEditor?.document, editor.document));
    await run('makeConcise');
    await eventually(() => equal(offers.length, 1));
    offers[0]?.press('Apply');
    await eventually(() => equal(editor.document.getText(), `${CONCISE}Please please help.\n`));
  });

  it('only says so where nothing can go', async () => {
    const { document } = await openFile(folder.uri('terse.md'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await run('makeConcise');
    await eventually(() =>
      match(offers[0]?.message ?? '', /^No polite or redundant words can go from .*terse\.md/),
    );
  });
});

describe('New Instruction File from Template', () => {
  startClean();
  hearMessages();
  const offers = hearOffers();
  const path = join(workspaceRoot(), 'CLAUDE.md');

  beforeEach(() => rmSync(path, { force: true }));
  after(() => rmSync(path, { force: true }));

  it('begins the file and opens it', async () => {
    await run('newInstructionFile', 'CLAUDE.md');
    equal(readFileSync(path, 'utf8'), INSTRUCTION_TEMPLATE);
    equal(window.activeTextEditor?.document.uri.fsPath, path);
  });

  it('leaves one that is there as it is', async () => {
    const agents = join(workspaceRoot(), 'AGENTS.md');
    ok(existsSync(agents));
    const before = readFileSync(agents, 'utf8');
    await run('newInstructionFile', 'AGENTS.md');
    equal(readFileSync(agents, 'utf8'), before);
    equal(window.activeTextEditor?.document.uri.fsPath, agents);
    equal(offers[0]?.message, 'AGENTS.md is there already, and stays as it is.');
  });
});
