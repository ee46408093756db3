import * as v from 'valibot';
import { type Budget, OPERATIONS, PERIODS } from './budget.ts';

/** What is right of the setting, and what is wrong with the rest, by entry and field: `tokenMeter.budgets[1].hardUsd must be a number above 0.` */
export type ParsedBudgets = { budgets: readonly Budget[]; problems: readonly string[] };

/** Budgets as they stand in the settings; what is wrong is left out and said, the rest works. */
export function parseBudgets(stored: unknown): ParsedBudgets {
  if (stored === undefined || stored === null) return { budgets: [], problems: [] };
  if (!Array.isArray(stored)) return { budgets: [], problems: [`${SETTING} must be a list of budgets.`] };
  const parsed = stored.map((entry: unknown, index) => parseEntry(entry, index));
  return {
    budgets: parsed.flatMap((each) => ('budget' in each ? [each.budget] : [])),
    problems: parsed.flatMap((each) => ('problem' in each ? [each.problem] : [])),
  };
}

const SETTING = 'tokenMeter.budgets';

type Parsed = { budget: Budget } | { problem: string };

function parseEntry(entry: unknown, index: number): Parsed {
  const fail = (words: string) => ({ problem: `${SETTING}[${index}]${words}` });
  const schema = schemaOf(entry);
  if (schema === undefined) return fail(' must say one of per, operation and scope.');
  const parsed = v.safeParse(schema, entry, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue);
    return fail(`${field === null ? '' : `.${field}`} ${wordsOf(issue)}.`);
  }
  return toBudget(parsed.output, fail);
}

function toBudget(output: Entry, fail: (words: string) => Parsed): Parsed {
  const tokens = 'softTokens' in output || 'hardTokens' in output;
  const usd = 'softUsd' in output || 'hardUsd' in output;
  if (tokens && usd) return fail(' must be in dollars or in tokens, not in both.');
  if (!tokens && !usd) return fail(` must have ${neededFields(output)}.`);
  const { soft, hard } = limitsOf(output);
  if (soft !== undefined && hard !== undefined && soft > hard)
    return fail(
      `.${tokens ? 'softTokens' : 'softUsd'} must not be above ${tokens ? 'hardTokens' : 'hardUsd'}.`,
    );
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

function neededFields(output: Entry): string {
  if ('per' in output) return 'softUsd or hardUsd';
  return 'scope' in output ? 'softTokens or hardTokens' : 'a soft or a hard limit';
}

/** A scope of this name in the settings stands for all of them. */
const EVERY_SCOPE = '*';

const ABOVE_0 = 'must be a number above 0';
const USD = v.exactOptional(v.pipe(v.number(ABOVE_0), v.finite(ABOVE_0), v.gtValue(0, ABOVE_0)));
const WHOLE = 'must be a whole number above 0';
const TOKENS = v.exactOptional(v.pipe(v.number(WHOLE), v.safeInteger(WHOLE), v.gtValue(0, WHOLE)));
const NAME = 'must be a text';

const IN_USD = { softUsd: USD, hardUsd: USD };
const IN_TOKENS = { softTokens: TOKENS, hardTokens: TOKENS };
const PERIOD = v.strictObject({
  per: v.picklist(PERIODS, `must be one of ${PERIODS.join(', ')}`),
  project: v.exactOptional(v.pipe(v.string(NAME), v.trim(), v.nonEmpty(NAME))),
  ...IN_USD,
});
const OPERATION = v.strictObject({
  operation: v.picklist(OPERATIONS, `must be one of ${OPERATIONS.join(', ')}`),
  ...IN_USD,
  ...IN_TOKENS,
});
const SCOPE = v.strictObject({ scope: v.pipe(v.string(NAME), v.trim()), ...IN_TOKENS });
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

function wordsOf({ expected, message }: v.BaseIssue<unknown>): string {
  return expected === 'never' ? 'is not known here' : message;
}
