import { equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { window } from 'vscode';
import { eventually } from './support/eventually.ts';
import { answerQuestions } from './support/questions.ts';
import { run, startClean } from './support/scope.ts';
import { useSettings } from './support/useSettings.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const LINE = {
  type: 'assistant',
  sessionId: 'session-1',
  requestId: 'req-1',
  timestamp: new Date().toISOString(),
  cwd: '/home/ann/shop',
  message: {
    id: 'msg-review',
    model: 'claude-opus-4-8',
    role: 'assistant',
    stop_reason: 'end_turn',
    usage: { input_tokens: 1_000_000, output_tokens: 0 },
    content: [],
  },
};

describe('Monthly Review', () => {
  startClean();
  const questions = answerQuestions();
  const use = useSettings();
  const home = makeFolder({}, tmpdir());
  const month = new Date().toLocaleDateString('sv').slice(0, 7);
  const monthName = new Date().toLocaleDateString('en', { year: 'numeric', month: 'long' });

  beforeEach(async () => {
    mkdirSync(join(home.path, '.claude/projects/p'), { recursive: true });
    writeFileSync(join(home.path, '.claude/projects/p/session-1.jsonl'), `${JSON.stringify(LINE)}\n`);
    await use('usageRoots', [home.path]);
    await use('budgets', [{ per: 'day', project: 'shop', hardUsd: 1 }]);
  });

  it('opens as Markdown, filled from the ledger', async () => {
    questions.answer(monthName, 'Open as Markdown');
    await run('monthlyReview');
    const text = window.activeTextEditor?.document.getText() ?? '';
    equal(window.activeTextEditor?.document.languageId, 'markdown');
    match(text, new RegExp(`^# Monthly review ${month}\n`));
    match(text, /\n\| \/home\/ann\/shop \| \$\d+\.00 \|/);
    match(text, /\n- Each day · shop, \$1\.00: exceeded in 1 of \d+ periods\n/);
    match(text, /\n- \[x\] Set budgets for operations: Budgets set: 1\.\n/);
  });

  it('is saved where the user says, and nothing is written when they do not', async () => {
    const path = join(home.path, 'review.md');
    questions.answer(monthName, 'Save as Markdown…', undefined);
    await run('monthlyReview');
    ok(!existsSync(path));
    questions.answer(monthName, 'Save as Markdown…', path);
    await run('monthlyReview');
    await eventually(() => match(readFileSync(path, 'utf8'), /^# Monthly review /));
    match(questions.asked.at(-1)?.value ?? '', new RegExp(`token-review-${month}\\.md$`));
  });
});
