import { advise } from '../../../src/core/advice/advise.ts';
import { type Judged, judgePrompts, precisionOf, recallOf } from '../../core/advice/judgePrompts.ts';
import type { LabelledPrompt } from '../../core/advice/labelledPrompt.ts';
import { PROMPTS_AFTER } from '../../core/advice/promptsAfter.ts';
import { PROMPTS_BEFORE } from '../../core/advice/promptsBefore.ts';
import { PROMPTS_LATER } from '../../core/advice/promptsLater.ts';
import { PROMPTS_UNSEEN } from '../../core/advice/promptsUnseen.ts';
import { testCounter } from '../../core/tokens/testCounter.ts';
import { printTable } from '../printTable.ts';

/** Precision and recall of each check over the labelled prompts, and the time that a large prompt takes. */
export function benchAdvice(showMisses: boolean): void {
  report('written before the rules', PROMPTS_BEFORE, showMisses);
  report('written after the rules', PROMPTS_AFTER, showMisses);
  report('written later, in other styles', PROMPTS_LATER, showMisses);
  report('together', [...PROMPTS_BEFORE, ...PROMPTS_AFTER, ...PROMPTS_LATER], false);
  report('that no rule was made for', PROMPTS_UNSEEN, showMisses);
  printSpeed();
}

function report(title: string, prompts: readonly LabelledPrompt[], showMisses: boolean): void {
  const judged = judgePrompts(prompts, testCounter('o200k_base'));
  const rows = [...judged.map((one) => [one.check, ...figures([one])]), ['all', ...figures(judged)]];
  printTable(
    `${prompts.length} prompts ${title}`,
    ['', 'precision', 'recall', 'right', 'wrong', 'missed'],
    rows,
  );
  if (!showMisses) return;
  for (const { check, wrong, missed } of judged) {
    for (const text of wrong) console.log(`wrong ${check}: ${text.slice(0, 160)}`);
    for (const text of missed) console.log(`missed ${check}: ${text.slice(0, 160)}`);
  }
}

function figures(judged: readonly Judged[]): string[] {
  const count = (read: (one: Judged) => number) => judged.reduce((sum, one) => sum + read(one), 0);
  const right = count((one) => one.right);
  const wrong = count((one) => one.wrong.length);
  const missed = count((one) => one.missed.length);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    right + wrong === 0 ? '–' : percent(precisionOf(judged)),
    right + missed === 0 ? '–' : percent(recallOf(judged)),
    String(right),
    String(wrong),
    String(missed),
  ];
}

function printSpeed(): void {
  const counter = testCounter('o200k_base');
  const countTokens = (text: string) => counter.countTokens(text);
  const prompts = [...PROMPTS_BEFORE, ...PROMPTS_AFTER].map(({ text }) => text);
  const large = prompts
    .join('\n\n')
    .repeat(1 + Math.ceil(1_000_000 / prompts.join('\n\n').length))
    .slice(0, 1_000_000);
  for (const [name, texts] of [
    ['all labelled prompts', prompts],
    ['one prompt of 1 MB', [large]],
  ] as const) {
    const start = performance.now();
    for (const text of texts) advise({ text, countTokens });
    console.log(`${name}: ${(performance.now() - start).toFixed(0)} ms`);
  }
}
