import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { aggregateUsage } from '../../../src/core/usage/aggregateUsage.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { createDayOf } from '../../../src/node/usage/localDay.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { printTable } from '../printTable.ts';
import { type Counts, findCauses } from './ccusageCauses.ts';

type Breakdown = {
  modelName: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheCreationTokens: number;
  outputTokens: number;
};

const KINDS = ['input', 'cache read', 'cache write', 'output'] as const;

/** Prints where we and ccusage make something else of the same logs, why, who is right, and what is left without a cause: nothing. */
export async function compareWithCcusage(home: string, ccusage: string): Promise<void> {
  const { records } = await collectUsage(findLogs(placesOfHome(home)));
  const rows = aggregateUsage(records, 'model', createDayOf());
  const ours = new Map(
    rows.map((row): [string, Counts] => [
      row.key ?? 'unknown',
      [
        row.inputTokens,
        row.cacheReadTokens,
        row.cacheWrite5mTokens + row.cacheWrite1hTokens,
        row.outputTokens,
      ],
    ]),
  );
  const theirs = runCcusage(home, ccusage);
  const causes = findCauses(home);
  const lines = [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((model) => {
    const [our, their] = [ours.get(model), theirs.get(model)];
    if (their === undefined)
      return [[model, 'all', show(our?.[3]), 'none', 'logs that ccusage does not read', 'token-meter']];
    return KINDS.flatMap((kind, index) => {
      const [a, b] = [our?.[index] ?? 0, their[index] ?? 0];
      if (a === b) return [];
      const shares = causes.flatMap(({ name, right, byModel }) => {
        const amount = byModel.get(model)?.[index] ?? 0;
        return amount === 0
          ? []
          : [[`${amount > 0 ? '+' : ''}${show(amount)} ${name}`, right, amount] as const];
      });
      const rest = b - a - shares.reduce((sum, [, , amount]) => sum + amount, 0);
      const all =
        rest === 0 ? shares : [...shares, [`${show(rest)} without a known cause`, 'unknown', rest] as const];
      return all.map(([why, right], at) =>
        at === 0 ? [model, kind, show(a), show(b), why, right] : ['', '', '', '', why, right],
      );
    });
  });
  printTable(
    'where the two differ',
    ['model', 'tokens', 'token-meter', 'ccusage', 'why', 'who is right'],
    lines,
  );
}

function runCcusage(home: string, ccusage: string): Map<string, Counts> {
  const env = { ...process.env, HOME: home, CLAUDE_CONFIG_DIR: join(home, '.claude') };
  const output = execFileSync(ccusage, ['daily', '--json', '--offline', '--breakdown'], {
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const { daily } = JSON.parse(output) as { daily: { modelBreakdowns: Breakdown[] }[] };
  const sums = new Map<string, Counts>();
  for (const each of daily.flatMap(({ modelBreakdowns }) => modelBreakdowns)) {
    const [input, cacheRead, cacheWrite, output] = sums.get(each.modelName) ?? [0, 0, 0, 0];
    sums.set(each.modelName, [
      input + each.inputTokens,
      cacheRead + each.cacheReadTokens,
      cacheWrite + each.cacheCreationTokens,
      output + each.outputTokens,
    ]);
  }
  return sums;
}

function show(value: number | undefined): string {
  return value === undefined ? 'none' : value.toLocaleString('en');
}
