import { PlanFieldError } from '../core/cost/plan/planFields.ts';
import { formatInteger, formatShare, formatUsd } from '../core/format.ts';
import { DEFAULT_MODEL_ID } from '../core/models/catalogue.ts';
import { resolveModel } from '../core/models/resolveModel.ts';
import type { Output } from './output.ts';
import { PLAN_KINDS, type PlanKind } from './planKinds.ts';
import { readPlanOptions, toOption } from './planOptions.ts';
import { readUserModels } from './readUserModels.ts';
import { UsageError } from './usageError.ts';

const KIND_NAMES = Object.keys(PLAN_KINDS);

export const PLAN_USAGE = `token-meter plan ${KIND_NAMES.join('|')} [--model ID] [--models FILE] [--<field> N…] [--json]`;

/**
 * What is about to be sent would cost. JSON: `{ plan, model, …result }`, amounts in US dollars, shares of 1, unknown amounts absent.
 * What is wrong with a number is told by its option.
 */
export async function runPlan(args: readonly string[], cwd: string): Promise<Output> {
  const [name = '', ...rest] = args;
  const kind = Object.hasOwn(PLAN_KINDS, name) ? PLAN_KINDS[name] : undefined;
  if (kind === undefined) throw new UsageError(`Name a plan: ${KIND_NAMES.join(', ')}.`);
  const { json, model = DEFAULT_MODEL_ID, models, ...values } = readValues(rest, name, kind);
  const userModels = readUserModels(models, cwd);
  const { id, price } = resolveModel(model, userModels);
  const result = explainFields(() => kind.run(readPlanOptions(values, userModels), price));
  const report = { plan: name, model: id, ...result };
  const out =
    json === undefined ? renderRows(report, price === undefined) : `${JSON.stringify(report, null, 2)}\n`;
  return { out, err: '', exitCode: 0 };
}

/** `--name value` and `--name=value`; a negative number is a value here, so that it can be refused by its field. */
function readValues(args: readonly string[], name: string, { usage }: PlanKind): Record<string, string> {
  const known = new Set([
    'model',
    'models',
    ...[...usage.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option),
  ]);
  const values: Record<string, string> = {};
  const rest = args.flatMap((arg) => (arg.startsWith('--') && arg.includes('=') ? splitOnce(arg) : [arg]));
  while (rest.length > 0) {
    const option = rest.shift() ?? '';
    const field = option.replace(/^--/, '');
    if (option === '--json') values['json'] = '';
    else if (!option.startsWith('--') || !known.has(field)) {
      throw new UsageError(`"${option}" is no option of this plan. token-meter plan ${name} ${usage}`);
    } else {
      const value = rest.shift();
      if (value === undefined) throw new UsageError(`${option} needs a value.`);
      values[field] = value;
    }
  }
  return values;
}

function splitOnce(arg: string): [string, string] {
  const at = arg.indexOf('=');
  return [arg.slice(0, at), arg.slice(at + 1)];
}

function explainFields<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PlanFieldError)) throw error;
    throw new UsageError(error.faults.map(({ field, rule }) => `--${toOption(field)} ${rule}.`).join(' '));
  }
}

/** A line for each field, in words, with its unit told by its name. */
function renderRows(report: Readonly<Record<string, unknown>>, isUnpriced: boolean): string {
  const rows = Object.entries(report).flatMap(([field, value]) => renderField(field, value));
  return `${[...rows, ...(isUnpriced ? ['cost: unpriced'] : [])].join('\n')}\n`;
}

function renderField(field: string, value: unknown): string[] {
  if (field === 'curve') return [];
  if (Array.isArray(value)) return value.map((row) => `  ${renderInline(row as Record<string, unknown>)}`);
  return [`${toWords(field)}: ${renderValue(field, value)}`];
}

function renderInline(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .map(([field, value]) => `${toWords(field)} ${renderValue(field, value)}`)
    .join(', ');
}

function renderValue(field: string, value: unknown): string {
  if (typeof value !== 'number') return String(value);
  if (/share$/i.test(field)) return formatShare(value);
  if (/usd/i.test(field)) return value < 0 ? `-${formatUsd(-value)}` : formatUsd(value);
  return Number.isInteger(value) ? formatInteger(value) : String(Number(value.toPrecision(3)));
}

function toWords(field: string): string {
  return field
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace('usd', '')
    .replace(/ +/g, ' ')
    .trim();
}
