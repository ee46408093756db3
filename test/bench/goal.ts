import { printTable } from './printTable.ts';

/** A goal of the project, with what was measured. */
export interface Goal {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export function atLeast(name: string, wanted: number, measured: number): Goal {
  return {
    name,
    wanted: `≥ ${wanted.toLocaleString('en')}`,
    measured: figure(measured),
    isMet: measured >= wanted,
  };
}

export function atMost(name: string, wanted: number, measured: number): Goal {
  return { name, wanted: `< ${wanted}`, measured: figure(measured), isMet: measured < wanted };
}

export function printGoals(title: string, goals: readonly Goal[]): void {
  printTable(
    title,
    ['goal', 'wanted', 'measured', 'met'],
    goals.map((goal) => [goal.name, goal.wanted, goal.measured, goal.isMet ? 'yes' : 'NO']),
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function figure(value: number): string {
  return value < 1_000 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
