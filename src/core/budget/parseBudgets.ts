import * as v from 'valibot';
import { translate } from '../translate.ts';
import { type Budget, OPERATIONS, PERIODS } from './budget.ts';

/** What is right of the setting, and what is wrong with the rest, by entry and field: `tokenMeter.budgets[1].hardUsd must be a number above 0.` */
export type ParsedBudgets = { budgets: readonly Budget[]; problems: readonly string[] };

/** Budgets as they stand in the settings; what is wrong is left out and said, the rest works. */
export function parseBudgets(stored: unknown): ParsedBudgets {
  if (stored === undefined || stored === null) return { budgets: [], problems: [] };
  if (!Array.isArray(stored))
    return { budgets: [], problems: [translate('{0} must be a list of budgets.', SETTING)] };
  const parsed = stored.map((entry: unknown, index) => parseEntry(entry, index));
  return {
    budgets: parsed.flatMap((each) => ('budget' in each ? [each.budget] : [])),
    problems: parsed.flatMap((each) => ('problem' in each ? [each.problem] : [])),
  };
}

const SETTING = 'tokenMeter.budgets';

type Parsed = { budget: Budget } | { problem: string };

function parseEntry(entry: unknown, index: number): Parsed {
  const place = `${SETTING}[${index}]`;
  const schema = schemaOf(entry);
  if (schema === undefined)
    return { problem: translate('{0} must say one of per, operation and scope.', place) };
  const parsed = v.safeParse(schema, entry, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue);
    return { problem: describeIssue(issue, field === null ? place : `${place}.${field}`) };
  }
  return toBudget(parsed.output, place);
}

function toBudget(output: Entry, place: string): Parsed {
  const tokens = 'softTokens' in output || 'hardTokens' in output;
  const usd = 'softUsd' in output || 'hardUsd' in output;
  if (tokens && usd)
    return { problem: translate('{0} must be in dollars or in tokens, not in both.', place) };
  if (!tokens && !usd) return { problem: describeLack(output, place) };
  const { soft, hard } = limitsOf(output);
  if (soft !== undefined && hard !== undefined && soft > hard) {
    const [lower, upper] = tokens ? ['softTokens', 'hardTokens'] : ['softUsd', 'hardUsd'];
    return { problem: translate('{0} must not be above {1}.', `${place}.${lower}`, upper) };
  }
  const limits = {
    unit: tokens ? ('tokens' as const) : ('usd' as const),
    ...(soft !== undefined && { soft }),
    ...(hard !== undefined && { hard }),
  };
  if ('per' in output) {
    const { per, project } = output;
    return { budget: { kind: 'period', per, ...(project !== undefined && { project }), ...limits } };
  }
  if ('operation' in output) return { budget: { kind: 'operation', operation: output.operation, ...limits } };
  const { scope } = output;
  return { budget: { kind: 'scope', ...(scope !== EVERY_SCOPE && { scope }), ...limits } };
}

type Limits = { softUsd?: number; hardUsd?: number; softTokens?: number; hardTokens?: number };

function limitsOf({ softUsd, hardUsd, softTokens, hardTokens }: Limits) {
  return { soft: softUsd ?? softTokens, hard: hardUsd ?? hardTokens };
}

function describeLack(output: Entry, place: string): string {
  if ('per' in output) return translate('{0} must have softUsd or hardUsd.', place);
  return 'scope' in output
    ? translate('{0} must have softTokens or hardTokens.', place)
    : translate('{0} must have a soft or a hard limit.', place);
}

/** A scope of this name in the settings stands for all of them. */
const EVERY_SCOPE = '*';

/** What a value must be, by the message that its schema has. */
const RULES: Readonly<Record<string, (field: string) => string>> = {
  usd: (field) => translate('{0} must be a number above 0.', field),
  tokens: (field) => translate('{0} must be a whole number above 0.', field),
  name: (field) => translate('{0} must be a text.', field),
  per: (field) => translate('{0} must be one of {1}.', field, PERIODS.join(', ')),
  operation: (field) => translate('{0} must be one of {1}.', field, OPERATIONS.join(', ')),
};

const USD = v.exactOptional(v.pipe(v.number('usd'), v.finite('usd'), v.gtValue(0, 'usd')));
const TOKENS = v.exactOptional(v.pipe(v.number('tokens'), v.safeInteger('tokens'), v.gtValue(0, 'tokens')));

const IN_USD = { softUsd: USD, hardUsd: USD };
const IN_TOKENS = { softTokens: TOKENS, hardTokens: TOKENS };
const PERIOD = v.strictObject({
  per: v.picklist(PERIODS, 'per'),
  project: v.exactOptional(v.pipe(v.string('name'), v.trim(), v.nonEmpty('name'))),
  ...IN_USD,
});
const OPERATION = v.strictObject({
  operation: v.picklist(OPERATIONS, 'operation'),
  ...IN_USD,
  ...IN_TOKENS,
});
const SCOPE = v.strictObject({ scope: v.pipe(v.string('name'), v.trim()), ...IN_TOKENS });
type Entry = v.InferOutput<typeof PERIOD> | v.InferOutput<typeof OPERATION> | v.InferOutput<typeof SCOPE>;

function schemaOf(entry: unknown) {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const kinds = [
    ...('per' in entry ? [PERIOD] : []),
    ...('operation' in entry ? [OPERATION] : []),
    ...('scope' in entry ? [SCOPE] : []),
  ];
  return kinds.length === 1 ? kinds[0] : undefined;
}

function describeIssue({ expected, message }: v.BaseIssue<unknown>, field: string): string {
  if (expected === 'never') return translate('{0} is not known here.', field);
  return RULES[message]?.(field) ?? `${field}: ${message}`;
}
