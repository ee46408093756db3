import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { aggregateUsage } from '../../../src/core/usage/aggregateUsage.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { createDayOf } from '../../../src/node/usage/localDay.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { printTable } from '../printTable.ts';

type Sums = {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
  costUsd: number | undefined;
};
type Breakdown = {
  modelName: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheCreationTokens: number;
  outputTokens: number;
  cost: number;
};

/** Prints what we make of each model's logs beside what ccusage makes of them, where the two differ. */
export async function compareWithCcusage(home: string, ccusage: string): Promise<void> {
  const { records } = await collectUsage(findLogs(placesOfHome(home)));
  const ours = new Map(
    aggregateUsage(records, 'model', createDayOf()).map((row) => [row.key ?? 'unknown', row]),
  );
  const theirs = runCcusage(home, ccusage);
  const rows = [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((model) => {
    const row = ours.get(model);
    const our: Sums | undefined = row && {
      input: row.inputTokens,
      cacheRead: row.cacheReadTokens,
      cacheWrite: row.cacheWrite5mTokens + row.cacheWrite1hTokens,
      output: row.outputTokens,
      costUsd: row.costUsd,
    };
    const their = theirs.get(model);
    return (['input', 'cacheRead', 'cacheWrite', 'output', 'costUsd'] as const).flatMap((kind) => {
      const [a, b] = [our?.[kind], their?.[kind]];
      if (a === b || Math.abs((a ?? 0) - (b ?? 0)) < (kind === 'costUsd' ? 0.005 : 1)) return [];
      return [[`${model} ${kind}`, show(a), show(b)]];
    });
  });
  printTable('where the two differ', ['', 'token-meter', 'ccusage'], rows);
}

function runCcusage(home: string, ccusage: string): Map<string, Sums> {
  const env = { ...process.env, HOME: home, CLAUDE_CONFIG_DIR: join(home, '.claude') };
  const output = execFileSync(ccusage, ['daily', '--json', '--offline', '--breakdown'], {
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const { daily } = JSON.parse(output) as { daily: { modelBreakdowns: Breakdown[] }[] };
  const sums = new Map<string, Sums>();
  for (const each of daily.flatMap(({ modelBreakdowns }) => modelBreakdowns)) {
    const sum = sums.get(each.modelName) ?? { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, costUsd: 0 };
    sums.set(each.modelName, {
      input: sum.input + each.inputTokens,
      cacheRead: sum.cacheRead + each.cacheReadTokens,
      cacheWrite: sum.cacheWrite + each.cacheCreationTokens,
      output: sum.output + each.outputTokens,
      costUsd: (sum.costUsd ?? 0) + each.cost,
    });
  }
  return sums;
}

function show(value: number | undefined): string {
  return value === undefined ? 'none' : value.toLocaleString('en', { maximumFractionDigits: 2 });
}
