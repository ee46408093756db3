import { formatInteger, formatName, formatUsd } from '../core/format.ts';
import { sayMessage } from '../core/message.ts';
import type { EvidenceItem, Finding } from '../core/waste/finding.ts';
import { createModelTerms } from '../core/waste/modelTerms.ts';
import type { Waste, WasteSum } from '../core/waste/weighWaste.ts';
import { findLoggedWaste } from '../node/usage/findLoggedWaste.ts';
import { findUsage } from './findUsage.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, STRING } from './parseCommandLine.ts';
import { readDay } from './readDay.ts';
import { readUserModels } from './readUserModels.ts';
import { UsageError } from './usageError.ts';

export const WASTE_USAGE =
  'token-meter waste [--home DIR] [--ledger DIR] [--since D] [--models FILE] [--json]';

/** Items of a finding that people get to see; JSON has more. */
const ITEMS_SHOWN = 3;

/**
 * What burnt tokens, from the logs of coding agents. JSON: `{ findings, measured, estimated, spentUsd }`; a finding is `{ id, detector, title, severity,
 * kind, tokens, costUsd, countedTokens, countedCostUsd, formula, confidence, evidence, action }`, its costs null where a model has no price.
 */
export async function runWaste(args: readonly string[], cwd: string, workerPath: string): Promise<Output> {
  const { values, positionals } = parseCommandLine(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(`Unexpected argument "${positionals[0]}".`);
  const { home, ledger, models } = values;
  const since = readDay('--since', values.since);
  const found = findUsage(cwd, home, ledger);
  const { waste, notice } = await findLoggedWaste({
    ...found,
    workerPath,
    terms: createModelTerms(readUserModels(models, cwd)),
    ...(since !== undefined && { since }),
  });
  const out =
    values.json === true
      ? `${JSON.stringify(toJson(waste), null, 2)}\n`
      : renderWaste(waste, found.logs.length);
  return { out, err: notice === undefined ? '' : `${notice}\n`, exitCode: 0 };
}

const OPTIONS = { home: STRING, ledger: STRING, since: STRING, models: STRING, json: BOOLEAN } as const;

function toJson({ findings, ...sums }: Waste) {
  return {
    findings: findings.map(({ costUsd = null, countedCostUsd = null, ...finding }) => ({
      ...finding,
      costUsd,
      countedCostUsd,
      title: sayMessage(finding.title),
      formula: sayMessage(finding.formula),
      action: { ...finding.action, text: sayMessage(finding.action.text) },
      evidence: { ...finding.evidence, items: finding.evidence.items.map(toItem) },
    })),
    ...sums,
  };
}

function toItem({ note, ...item }: EvidenceItem) {
  return { ...item, ...(note !== undefined && { note: sayMessage(note) }) };
}

function renderWaste(waste: Waste, logs: number): string {
  const { findings, measured, estimated, spentUsd } = waste;
  if (findings.length === 0) return logs === 0 ? 'no logs found\n' : 'no waste found\n';
  return [
    ...findings.map(renderFinding),
    `Of ${formatUsd(spentUsd)} spent, at list prices, what overlaps counted once:`,
    `  measured   ${renderSum(measured)}`,
    `  estimated  ${renderSum(estimated)}`,
    '',
  ].join('\n');
}

function renderFinding({
  severity,
  detector,
  title,
  kind,
  tokens,
  costUsd,
  evidence,
  action,
}: Finding): string {
  const { items, moreItems, project = 'unknown project', sessionId, sessions } = evidence;
  const place = sessionId === undefined ? `${sessions} sessions` : `session ${sessionId}`;
  const rest = Math.max(0, items.length - ITEMS_SHOWN) + moreItems;
  return [
    `${severity.padEnd(6)} ${detector}: ${formatName(sayMessage(title))}`,
    `       ${formatInteger(tokens)} tokens, ${formatUsd(costUsd)}, ${kind}; ${formatName(project)}, ${formatName(place)}`,
    ...items.slice(0, ITEMS_SHOWN).map((item) => `       - ${renderItem(item)}`),
    ...(rest > 0 ? [`       - and ${formatInteger(rest)} more`] : []),
    `       → ${sayMessage(action.text)}.`,
    '',
  ].join('\n');
}

function renderItem({ name, firstLine, lastLine, timesMs, tokens, note }: EvidenceItem): string {
  const lines = firstLine === undefined ? '' : `:${firstLine}${lastLine === undefined ? '' : `-${lastLine}`}`;
  const [time] = timesMs;
  const parts = [
    ...(time === undefined ? [] : [new Date(time).toISOString().slice(0, 19).replace('T', ' ')]),
    ...(tokens === undefined ? [] : [`${formatInteger(tokens)} tokens`]),
    ...(note === undefined ? [] : [sayMessage(note)]),
  ];
  return `${formatName(name)}${lines}  ${formatName(parts.join(', '))}`;
}

function renderSum({ findings, tokens, costUsd }: WasteSum): string {
  return `${formatInteger(tokens)} tokens, ${formatUsd(costUsd)}, in ${formatInteger(findings)} findings`;
}
