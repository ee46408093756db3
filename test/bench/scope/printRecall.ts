import { printTable } from '../printTable.ts';
import type { Recall } from './measureCase.ts';
import { BUDGETS, MEASURED, type Measured, SIGNAL_BUDGET, SIGNAL_NAMES } from './rankings.ts';

export type MeasuredRepository = {
  name: string;
  files: number;
  leftOut: number;
  measured: readonly Measured[];
};

/** Recall by repository, ranking and budget. */
export function printBudgets(repositories: readonly MeasuredRepository[]): void {
  const rows = repositories.flatMap(({ name, files, measured, leftOut }) =>
    Object.keys(MEASURED).map((ranking, index) => {
      const of = (key: keyof Recall) =>
        BUDGETS.map((budget) =>
          percent(mean(measured.map(({ budgets }) => budgets[`${ranking} ${budget}`]?.[key]))),
        );
      const cases = `${measured.length}${leftOut === 0 ? '' : ` (${leftOut} left out)`}`;
      const head = index === 0 ? [name, String(files), cases] : ['', '', ''];
      const items = BUDGETS.map((budget) =>
        mean(measured.map(({ budgets }) => budgets[`${ranking} ${budget}`]?.items)).toFixed(0),
      );
      const over = measured.filter(({ budgets }) =>
        BUDGETS.some((budget) => budgets[`${ranking} ${budget}`]?.over !== 0),
      ).length;
      return [...head, ranking, of('all'), of('others'), of('beyondNames'), items, String(over)].map(
        (cell) => (typeof cell === 'string' ? cell : cell.join(' ')),
      );
    }),
  );
  const title = `Recall at ${BUDGETS.map((budget) => `${budget / 1000}k`).join(' / ')} tokens`;
  printTable(
    title,
    [
      'repository',
      'files',
      'cases',
      'ranking',
      'all touched',
      'beside the given',
      'not by names only',
      'files in',
      'over',
    ],
    rows,
  );
}

/** What each signal adds: recall of the files beside the given one, in the scope and in its first ten files, without it and by it alone. */
export function printSignals(measured: readonly Measured[]): void {
  const recall = (variant: string, key: 'others' | 'firstTen') =>
    mean(measured.map(({ signals }) => signals[variant]?.[key]));
  const change = (variant: string, key: 'others' | 'firstTen') =>
    ((recall(variant, key) - recall('all', key)) * 100).toFixed(1);
  const rows = SIGNAL_NAMES.map((name) => [
    name,
    change(`without ${name}`, 'others'),
    change(`without ${name}`, 'firstTen'),
    percent(recall(`only ${name}`, 'others')),
    percent(recall(`only ${name}`, 'firstTen')),
  ]);
  const all = `all: ${percent(recall('all', 'others'))}, first ten: ${percent(recall('all', 'firstTen'))}`;
  const title = `Signals at ${SIGNAL_BUDGET / 1000}k tokens, beside the given file; ${all}`;
  printTable(title, ['signal', 'without it', 'first ten', 'alone', 'first ten'], rows);
}

function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(known.length, 1);
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
