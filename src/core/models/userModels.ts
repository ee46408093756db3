import * as v from 'valibot';
import { type ModelInfo, TIERS } from './modelInfo.ts';

/** What a user says of a model in `tokenMeter.models`; what is absent is as the catalogue has it. */
export type UserModel = { id: string } & Partial<Omit<ModelInfo, 'id' | 'tokenizer'>>;

/** What is right of the setting, and what is wrong with the rest, each message with its field. */
export type UserModels = { models: readonly UserModel[]; problems: readonly string[] };

/**
 * Reads the setting `tokenMeter.models`: models by their ids, each `{ label?, vendor?, tier?, contextWindow?, maxOutputTokens?, price? }`, a price
 * `{ input, output, cacheRead?, cacheWrite5m?, cacheWrite1h?, longContext?, fastFactor?, batchFactor? }` in US dollars per million tokens.
 * A model with anything wrong in it is left out; the others stay.
 */
export function parseUserModels(setting: unknown): UserModels {
  if (setting === undefined || setting === null) return { models: [], problems: [] };
  if (typeof setting !== 'object' || Array.isArray(setting)) {
    return { models: [], problems: [`${SETTING} must be an object with an entry for each model id.`] };
  }
  const models: UserModel[] = [];
  const problems: string[] = [];
  for (const [id, entry] of Object.entries(setting)) {
    const parsed = v.safeParse(USER_MODEL, entry);
    if (parsed.success && id.trim() !== '') models.push({ id: id.trim(), ...parsed.output });
    else if (parsed.success) problems.push(`${SETTING}: a model needs an id.`);
    else problems.push(...parsed.issues.map((issue) => describeIssue(id, issue)));
  }
  return { models, problems };
}

/** Reads the setting `tokenMeter.vendors`: a list of names; what is no name is left out. */
export function parseVendors(setting: unknown): readonly string[] {
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
}

const SETTING = 'tokenMeter.models';

/** Beyond these a number is a typing error. */
const MOST_USD_PER_MILLION = 1_000_000;
const MOST_TOKENS = 1_000_000_000;
const MOST_NAME_LENGTH = 100;

const PRICE_RANGE = `must be a number from 0 to ${MOST_USD_PER_MILLION}, in US dollars per million tokens`;
const COUNT_RANGE = `must be a whole number from 1 to ${MOST_TOKENS}`;
const FACTOR_RANGE = 'must be a number above 0 and up to 100';
const NAME_RANGE = `must be a text of 1 to ${MOST_NAME_LENGTH} characters`;

const PRICE = v.pipe(
  v.number(PRICE_RANGE),
  v.minValue(0, PRICE_RANGE),
  v.maxValue(MOST_USD_PER_MILLION, PRICE_RANGE),
);
const COUNT = v.pipe(
  v.number(COUNT_RANGE),
  v.integer(COUNT_RANGE),
  v.minValue(1, COUNT_RANGE),
  v.maxValue(MOST_TOKENS, COUNT_RANGE),
);
const FACTOR = v.pipe(v.number(FACTOR_RANGE), v.gtValue(0, FACTOR_RANGE), v.maxValue(100, FACTOR_RANGE));
const NAME = v.pipe(
  v.string(NAME_RANGE),
  v.trim(),
  v.minLength(1, NAME_RANGE),
  v.maxLength(MOST_NAME_LENGTH, NAME_RANGE),
);

const TOKEN_PRICES = {
  input: PRICE,
  output: PRICE,
  cacheRead: v.exactOptional(PRICE),
  cacheWrite5m: v.exactOptional(PRICE),
  cacheWrite1h: v.exactOptional(PRICE),
};

const USER_MODEL = v.strictObject({
  label: v.exactOptional(NAME),
  vendor: v.exactOptional(NAME),
  tier: v.exactOptional(v.picklist(TIERS, `must be one of ${TIERS.join(', ')}`)),
  contextWindow: v.exactOptional(COUNT),
  maxOutputTokens: v.exactOptional(COUNT),
  price: v.exactOptional(
    v.strictObject({
      ...TOKEN_PRICES,
      longContext: v.exactOptional(v.strictObject({ ...TOKEN_PRICES, aboveTokens: COUNT })),
      fastFactor: v.exactOptional(FACTOR),
      batchFactor: v.exactOptional(FACTOR),
    }),
  ),
});

/** `tokenMeter.models["my-model"].price.input must be …` */
function describeIssue(id: string, issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => `.${String(key)}`).join('');
  const field = `${SETTING}[${JSON.stringify(id)}]${path}`;
  if (issue.type !== 'strict_object') return `${field} ${issue.message}.`;
  if (issue.expected === 'never') return `${field} is not known here.`;
  return path === '' || issue.input !== undefined ? `${field} must be an object.` : `${field} is missing.`;
}
