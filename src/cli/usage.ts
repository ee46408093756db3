import { formatInteger, formatName, formatPlural, formatUsd } from '../core/format.ts';
import { GROUPINGS, type Grouping, type UsageFilter, type UsageRow } from '../core/usage/aggregateUsage.ts';
import { LOG_SKIPS, type LogSkip } from '../core/usage/sources/logSource.ts';
import { sumLean, type UsageSum } from '../node/usage/sumUsage.ts';
import { findUsage } from './findUsage.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, readChoice, STRING } from './parseCommandLine.ts';
import { readDay } from './readDay.ts';
import { readUserModels } from './readUserModels.ts';
import { UsageError } from './usageError.ts';

export const USAGE_USAGE = `token-meter usage [--home DIR] [--ledger DIR] [--since D] [--until D] [--by ${GROUPINGS.join('|')}] [--models FILE] [--json]`;

type Arguments = {
  home?: string;
  ledger?: string;
  models?: string;
  filter: UsageFilter;
  by: Grouping;
  json: boolean;
};

/**
 * What was really used, from the logs of coding agents. JSON: an array of rows `{ [by], inputTokens, cacheReadTokens, cacheWrite5mTokens,
 * cacheWrite1hTokens, outputTokens, requests, costUsd, unpricedRequests, quality }`; the first field is named after the grouping and null where
 * the logs do not tell, `costUsd` is null where no request of the row has a known price.
 */
export async function runUsage(args: readonly string[], cwd: string, workerPath: string): Promise<Output> {
  const { home, ledger, models, filter, by, json } = readArguments(args);
  const userModels = readUserModels(models, cwd);
  const found = findUsage(cwd, home, ledger);
  const usage = await sumLean({ ...found, by, filter, userModels, workerPath });
  const { rows } = usage;
  const err = describeSkips(usage);
  if (json) {
    return {
      out: `${JSON.stringify(
        rows.map((row) => toJson(row, by)),
        null,
        2,
      )}\n`,
      err,
      exitCode: 0,
    };
  }
  return {
    out: rows.length === 0 ? describeNothing(found.logs.length) : renderTable(rows, by),
    err,
    exitCode: 0,
  };
}

function toJson({ key, costUsd, ...sums }: UsageRow, by: Grouping) {
  const { unpricedRequests, quality, ...tokens } = sums;
  return { [by]: key ?? null, ...tokens, costUsd: costUsd ?? null, unpricedRequests, quality };
}

const OPTIONS = {
  home: STRING,
  ledger: STRING,
  since: STRING,
  until: STRING,
  by: STRING,
  models: STRING,
  json: BOOLEAN,
} as const;

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(`Unexpected argument "${positionals[0]}".`);
  const by = readChoice('grouping', values.by, GROUPINGS) ?? 'day';
  const since = readDay('--since', values.since);
  const until = readDay('--until', values.until);
  const filter = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  const { home, ledger, models, json = false } = values;
  return {
    ...(home !== undefined && { home }),
    ...(ledger !== undefined && { ledger }),
    ...(models !== undefined && { models }),
    filter,
    by,
    json,
  };
}

const COLUMNS = [
  ['input', ({ inputTokens }) => formatInteger(inputTokens)],
  ['cache read', ({ cacheReadTokens }) => formatInteger(cacheReadTokens)],
  ['write 5m', ({ cacheWrite5mTokens }) => formatInteger(cacheWrite5mTokens)],
  ['write 1h', ({ cacheWrite1hTokens }) => formatInteger(cacheWrite1hTokens)],
  ['output', ({ outputTokens }) => formatInteger(outputTokens)],
  ['requests', ({ requests }) => formatInteger(requests)],
  ['cost', ({ costUsd }) => formatUsd(costUsd)],
  ['unpriced', ({ unpricedRequests }) => formatInteger(unpricedRequests)],
  ['quality', ({ quality }) => quality],
] as const satisfies readonly (readonly [string, (row: UsageRow) => string])[];

function renderTable(rows: readonly UsageRow[], by: Grouping): string {
  const head = [by, ...COLUMNS.map(([name]) => name)];
  const cells = rows.map((row) => [
    formatName(row.key ?? 'unknown'),
    ...COLUMNS.map(([, show]) => show(row)),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return `${[head, ...cells].map(line).join('\n')}\n`;
}

function describeNothing(files: number): string {
  return files === 0 ? 'no logs found\n' : `no usage in ${formatPlural(files, 'log')}\n`;
}

function describeSkips({ skips, notice }: UsageSum): string {
  const parts = (Object.entries(skips) as [LogSkip, number][]).map(
    ([reason, count]) => `${formatInteger(count)} × ${LOG_SKIPS[reason]}`,
  );
  const skipped = parts.length === 0 ? '' : `skipped: ${parts.join(', ')}\n`;
  return notice === undefined ? skipped : `${notice}\n${skipped}`;
}
