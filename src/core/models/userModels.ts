import * as v from 'valibot';
import { translate } from '../translate.ts';
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
    return {
      models: [],
      problems: [translate('{0} must be an object with an entry for each model id.', SETTING)],
    };
  }
  const models: UserModel[] = [];
  const problems: string[] = [];
  for (const [id, entry] of Object.entries(setting)) {
    const parsed = v.safeParse(USER_MODEL, entry);
    if (parsed.success && id.trim() !== '') models.push({ id: id.trim(), ...parsed.output });
    else if (parsed.success) problems.push(translate('{0}: a model needs an id.', SETTING));
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
const MOST_FACTOR = 100;

/** What a value must be, by the message that its schema has. */
const RULES: Readonly<Record<string, (field: string) => string>> = {
  price: (field) =>
    translate(
      '{0} must be a number from 0 to {1}, in US dollars per million tokens.',
      field,
      MOST_USD_PER_MILLION,
    ),
  count: (field) => translate('{0} must be a whole number from 1 to {1}.', field, MOST_TOKENS),
  factor: (field) => translate('{0} must be a number above 0 and up to {1}.', field, MOST_FACTOR),
  name: (field) => translate('{0} must be a text of 1 to {1} characters.', field, MOST_NAME_LENGTH),
  tier: (field) => translate('{0} must be one of {1}.', field, TIERS.join(', ')),
};

const PRICE = v.pipe(v.number('price'), v.minValue(0, 'price'), v.maxValue(MOST_USD_PER_MILLION, 'price'));
const COUNT = v.pipe(
  v.number('count'),
  v.integer('count'),
  v.minValue(1, 'count'),
  v.maxValue(MOST_TOKENS, 'count'),
);
const FACTOR = v.pipe(v.number('factor'), v.gtValue(0, 'factor'), v.maxValue(MOST_FACTOR, 'factor'));
const NAME = v.pipe(
  v.string('name'),
  v.trim(),
  v.minLength(1, 'name'),
  v.maxLength(MOST_NAME_LENGTH, 'name'),
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
  tier: v.exactOptional(v.picklist(TIERS, 'tier')),
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
  if (issue.type !== 'strict_object') return RULES[issue.message]?.(field) ?? `${field}: ${issue.message}`;
  if (issue.expected === 'never') return translate('{0} is not known here.', field);
  return path === '' || issue.input !== undefined
    ? translate('{0} must be an object.', field)
    : translate('{0} is missing.', field);
}
