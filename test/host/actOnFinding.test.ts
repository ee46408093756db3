import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { message } from '../../src/core/message.ts';
import { prompt } from '../../src/core/usage/sources/prompt.ts';
import type { Action, Finding, Proposal } from '../../src/core/waste/finding.ts';
import { actOnFinding } from '../../src/host/actOnFinding.ts';
import { createLog } from '../../src/host/log.ts';
import { ScopeStore } from '../../src/host/scopeStore.ts';
import { SETTINGS } from '../../src/host/settingKeys.ts';
import { UsageStore } from '../../src/host/usageStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { usageWorkerPath, workerPath } from './support/extension.ts';
import { hearOffers } from './support/offers.ts';
import { answerQuestions } from './support/questions.ts';
import { startClean } from './support/scope.ts';
import { storageOf } from './support/storage.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const RULES = 'Write tests for whatever you change, run them, and say in the end what has changed and why. '
  .repeat(3)
  .trim();
const LOG = { type: 'user', message: { content: `Fix it.\n\n${RULES}` } };

describe('what a finding proposes', () => {
  startClean();
  const questions = answerQuestions();
  hearOffers('showInformationMessage');
  const project = makeFolder({ 'a.ts': 'a\n', 'CLAUDE.md': '# Rules', '.mcp.json': '{}' });
  const home = makeFolder({ '.claude/projects/p/s.jsonl': `torn\n${JSON.stringify(LOG)}\n` }, tmpdir());
  const ledger = makeFolder({}, tmpdir());
  let store: ScopeStore;
  let usage: UsageStore;
  let counter: CountingWorker;

  before(async () => {
    await workspace
      .getConfiguration()
      .update(SETTINGS.usageRoots.key, [home.path], ConfigurationTarget.Global);
    counter = new CountingWorker(workerPath(), {});
    store = new ScopeStore(storageOf(new Map()), counter, 'o200k_base', createLog());
    usage = new UsageStore(usageWorkerPath(), join(ledger.path, 'a/b/usage'), createLog());
  });
  after(async () => {
    store.dispose();
    usage.dispose();
    counter.dispose();
    await workspace.getConfiguration().update(SETTINGS.usageRoots.key, undefined, ConfigurationTarget.Global);
  });

  const act = (action: Omit<Action, 'text'>, place = project.path) =>
    actOnFinding(findingOf({ text: message(''), ...action }, place), { store, usage });
  const write = (proposal: Proposal, place?: string) => act({ kind: 'writeInstructions', proposal }, place);
  const shown = () => window.activeTextEditor?.document;

  it('stands in the instructions of the project, once, and is not saved', async () => {
    equal(await write({ text: '- Be short.' }), true);
    equal(await write({ text: '- Be short.' }), true);
    equal(shown()?.getText(), '# Rules\n\n- Be short.\n');
    equal(readFileSync(project.uri('CLAUDE.md').fsPath, 'utf8'), '# Rules');
  });

  it('is a skill of its own', async () => {
    await write({ text: 'Run it.', skill: 'test-lint' });
    deepEqual([shown()?.getText(), shown()?.isUntitled], ['Run it.\n', true]);
    equal(shown()?.uri.fsPath, project.uri('.claude/skills/test-lint/SKILL.md').fsPath);
  });

  it('is a text apart where the project is not open', async () => {
    equal(await write({ text: '- Be short.' }, '/elsewhere'), true);
    deepEqual([shown()?.getText(), shown()?.isUntitled], ['- Be short.', true]);
  });

  it('is what was typed again and again, from the logs', async () => {
    const event = prompt(`Fix it.\n\n${RULES}`);
    const paragraphs = event.kind === 'prompt' ? event.paragraphs?.map(({ hash }) => hash) : undefined;
    equal(await write({ text: '', paragraphs: paragraphs ?? [] }), true);
    ok(shown()?.getText().endsWith(`\n\n${RULES}\n`));
    equal(await write({ text: '', paragraphs: ['0123456789abcdef'] }), false);
  });

  it('puts a file into the scope and asks for its detail, but none that is not open', async () => {
    questions.answer(undefined);
    equal(await act({ kind: 'addToScope', path: project.uri('a.ts').fsPath }), true);
    deepEqual(
      store.scope.map((item) => ('path' in item ? item.path : item.kind)),
      [project.uri('a.ts').fsPath],
    );
    ok(questions.asked[0]?.title.includes('a.ts'));
    equal(await act({ kind: 'addToScope', path: '/etc/passwd' }), false);
    equal(store.scope.length, 1);
  });

  it('begins a scope of its own', async () => {
    questions.answer('other topic');
    equal(await act({ kind: 'split' }), true);
    deepEqual([store.library.active, store.scope], ['other topic', []]);
    questions.answer(undefined);
    equal(await act({ kind: 'split' }), false);
  });

  it('chooses a model', async () => {
    const chosen = () => workspace.getConfiguration().get<string>(SETTINGS.model.key);
    const before = workspace.getConfiguration().inspect<string>(SETTINGS.model.key)?.globalValue;
    try {
      equal(await act({ kind: 'changeModel', modelId: 'claude-haiku-4-5-20251001' }), true);
      equal(chosen(), 'claude-haiku-4-5');
    } finally {
      await workspace.getConfiguration().update(SETTINGS.model.key, before, ConfigurationTarget.Global);
    }
  });

  it('opens what agents are told of tools', async () => {
    equal(await act({ kind: 'openAgentSettings' }), true);
    equal(shown()?.uri.fsPath, project.uri('.mcp.json').fsPath);
    equal(await act({ kind: 'openAgentSettings' }, Uri.file('/elsewhere').fsPath), false);
  });
});

function findingOf(action: Action, project: string): Finding {
  return {
    id: 'f',
    detector: 'repeatedReads',
    title: message(''),
    kind: 'estimated',
    formula: message(''),
    tokens: 1,
    costUsd: 1,
    countedTokens: 1,
    countedCostUsd: 1,
    severity: 'low',
    confidence: 1,
    evidence: {
      source: 'claudeCode',
      project,
      sessions: 1,
      calls: 1,
      firstMs: 0,
      lastMs: 0,
      items: [],
      moreItems: 0,
    },
    action,
  };
}
