/**
 * `node test/bench/usage/compareTotals.ts <home> <totals.json>`: what we read in a folder of real logs, beside totals that are known to be right. Prints
 * every difference and exits with 1 when there is one.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aggregateUsage, type Grouping, type UsageRow } from '../../../src/core/usage/aggregateUsage.ts';
import type { SourceId } from '../../../src/core/usage/usageRecord.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { createDayOf } from '../../../src/node/usage/localDay.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

type Tokens = {
  input: number;
  cacheRead: number;
  cacheWrite1h: number;
  cacheWrite5m: number;
  output: number;
};
type CodexTokens = { input_tokens: number; cached_input_tokens: number; output_tokens: number };
type Totals = {
  claudeCode: {
    responses: number;
    byModel: Record<string, Tokens & { responses: number }>;
    extraIterations: Record<string, Tokens>;
  };
  codex: { files: Record<string, CodexTokens>; total: CodexTokens };
};

const [home = '', totalsFile = ''] = process.argv.slice(2);
const totals: Totals = JSON.parse(readFileSync(totalsFile, 'utf8'));
const { records } = await collectUsage(findLogs(placesOfHome(resolve(home))));
let compared = 0;
let wrong = 0;

const models = rowsOf('claudeCode', 'model');
for (const [model, expected] of Object.entries(totals.claudeCode.byModel)) {
  const extra = totals.claudeCode.extraIterations[model];
  const row = models.get(model);
  compare(`${model} requests`, row?.requests, expected.responses);
  compare(`${model} input`, row?.inputTokens, expected.input + (extra?.input ?? 0));
  compare(`${model} cache read`, row?.cacheReadTokens, expected.cacheRead + (extra?.cacheRead ?? 0));
  compare(
    `${model} cache write 5m`,
    row?.cacheWrite5mTokens,
    expected.cacheWrite5m + (extra?.cacheWrite5m ?? 0),
  );
  compare(
    `${model} cache write 1h`,
    row?.cacheWrite1hTokens,
    expected.cacheWrite1h + (extra?.cacheWrite1h ?? 0),
  );
  compare(`${model} output`, row?.outputTokens, expected.output + (extra?.output ?? 0));
}
compare('models', models.size, Object.keys(totals.claudeCode.byModel).length);

const sessions = rowsOf('codex', 'session');
for (const [file, expected] of Object.entries(totals.codex.files)) {
  compareCodex(file, sessions.get(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(file)?.[0]), expected);
}
compareCodex('codex', rowsOf('codex', 'source').get('codex'), totals.codex.total);
compare('rollouts', sessions.size, Object.keys(totals.codex.files).length);

console.log(`${compared} totals compared, ${wrong} of them differ`);
process.exitCode = wrong === 0 ? 0 : 1;

function rowsOf(source: SourceId, by: Grouping): Map<string | undefined, UsageRow> {
  const own = records.filter((record) => record.source === source);
  return new Map(aggregateUsage(own, by, createDayOf()).map((row) => [row.key, row]));
}

function compareCodex(name: string, row: UsageRow | undefined, expected: CodexTokens): void {
  compare(`${name} input with cache`, row && row.inputTokens + row.cacheReadTokens, expected.input_tokens);
  compare(`${name} cached`, row?.cacheReadTokens, expected.cached_input_tokens);
  compare(`${name} output`, row?.outputTokens, expected.output_tokens);
}

function compare(name: string, actual: number | undefined, expected: number): void {
  compared += 1;
  if (actual === expected) return;
  wrong += 1;
  console.log(`${name}: ${actual}, but it is ${expected}`);
}
