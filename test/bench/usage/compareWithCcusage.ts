import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { aggregateUsage, type UsageRow } from '../../../src/core/usage/aggregateUsage.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { createDayOf } from '../../../src/node/usage/localDay.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { printTable } from '../printTable.ts';
import { type Cause, type Counts, findCauses } from './ccusageCauses.ts';

type Breakdown = {
  modelName: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheCreationTokens: number;
  outputTokens: number;
  cost: number;
};
type Sums = { tokens: Counts; costUsd: number | undefined };
/** Model, kind of tokens, ours, theirs, why, who is right. */
type Line = [string, string, string, string, string, string];

const KINDS = ['input', 'cache read', 'cache write', 'output'] as const;
const NONE: Sums = { tokens: [0, 0, 0, 0], costUsd: undefined };

/** Prints where we and ccusage make something else of the same logs, why, and who is right. */
export async function compareWithCcusage(home: string, ccusage: string): Promise<void> {
  const { records } = await collectUsage(findLogs(placesOfHome(home)));
  const rows = aggregateUsage(records, 'model', createDayOf());
  const ours = new Map(rows.map((row) => [row.key ?? 'unknown', sumsOf(row)]));
  const theirs = runCcusage(home, ccusage);
  const causes = findCauses(home);
  const models = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  const lines = models.flatMap((model) => compareModel(model, ours.get(model), theirs.get(model), causes));
  printTable(
    'where the two differ',
    ['model', 'tokens', 'token-meter', 'ccusage', 'why', 'who is right'],
    lines,
  );
}

function compareModel(
  model: string,
  our: Sums | undefined,
  their: Sums | undefined,
  causes: Cause[],
): Line[] {
  if (their === undefined)
    return [
      [model, 'output', show(our?.tokens[3]), 'none', 'logs that ccusage does not read', 'token-meter'],
    ];
  const { tokens, costUsd } = our ?? NONE;
  const lines = KINDS.flatMap((kind, index) => {
    const [a, b] = [tokens[index] ?? 0, their.tokens[index] ?? 0];
    return explain(a, b, model, index, causes).map(
      ([why, right]): Line => [model, kind, show(a), show(b), why, right],
    );
  });
  // A cost of other tokens is another one.
  if (lines.length > 0 || Math.abs((costUsd ?? 0) - (their.costUsd ?? 0)) < 0.005) return lines;
  const right = costUsd === undefined ? 'neither: no list price is known' : 'unknown';
  return [[model, 'cost, $', show(costUsd), show(their.costUsd), 'another price', right]];
}

/** The causes of a difference; together they are all of it, or what is left is said. */
function explain(
  our: number,
  their: number,
  model: string,
  kind: number,
  causes: Cause[],
): [why: string, right: string][] {
  const shares = causes.flatMap(({ name, right, byModel }) => {
    const amount = byModel.get(model)?.[kind] ?? 0;
    return amount === 0 ? [] : [{ amount, name, right }];
  });
  const rest = their - our - shares.reduce((sum, { amount }) => sum + amount, 0);
  const all =
    rest === 0 ? shares : [...shares, { amount: rest, name: 'without a known cause', right: 'unknown' }];
  return all.map(({ amount, name, right }) => [`${amount > 0 ? '+' : ''}${show(amount)} ${name}`, right]);
}

function sumsOf(row: UsageRow): Sums {
  const cacheWriteTokens = row.cacheWrite5mTokens + row.cacheWrite1hTokens;
  return {
    tokens: [row.inputTokens, row.cacheReadTokens, cacheWriteTokens, row.outputTokens],
    costUsd: row.costUsd,
  };
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
    const { tokens, costUsd = 0 } = sums.get(each.modelName) ?? NONE;
    const [input, cacheRead, cacheWrite, output] = tokens;
    sums.set(each.modelName, {
      tokens: [
        input + each.inputTokens,
        cacheRead + each.cacheReadTokens,
        cacheWrite + each.cacheCreationTokens,
        output + each.outputTokens,
      ],
      costUsd: costUsd + each.cost,
    });
  }
  return sums;
}

function show(value: number | undefined): string {
  return value === undefined ? 'none' : value.toLocaleString('en', { maximumFractionDigits: 2 });
}
