import { findProvider, type ModelInfo, type ModelPrice } from '@pydantic/genai-prices';
import { normalizeModelId } from '../../../../src/core/models/normalizeModelId.ts';

/** Vendors whose models the list has, and single models that only hosts have. Of two rows of one name the first is taken. */
const VENDORS = [
  'anthropic',
  'openai',
  'google',
  'x-ai',
  'mistral',
  'deepseek',
  'moonshotai',
  'zai',
] as const;
const HOSTED = [
  'z-ai/glm-4.5',
  'z-ai/glm-4.6',
  'qwen/qwen3-235b-a22b',
  'qwen/qwen3-coder',
  'qwen/qwen3-max',
  'meta-llama/llama-3.1-70b-instruct',
  'meta-llama/llama-3.3-70b-instruct',
  'deepseek/deepseek-v3.2',
  'nvidia/nemotron-3-nano-30b-a3b',
  'nvidia/nemotron-3-super-120b-a12b',
  'moonshotai/kimi-k2',
] as const;
const KINDS = [
  'input_mtok',
  'output_mtok',
  'cache_read_mtok',
  'cache_write_mtok',
  'cache_write_1h_mtok',
] as const;

/** Every price of the package that is for text, as rows of `LIST_PRICES`. */
export function listPriceRows(): string[] {
  const taken = new Set<string>();
  return [...VENDORS.flatMap(modelsOf), ...hostedModels()].flatMap((model) => {
    const names = namesOf(model).filter((name) => !taken.has(name));
    const prices = toDated(model).flatMap(({ from, price }) => toRow(names, from, price));
    if (prices.length > 0) for (const name of names) taken.add(name);
    return names.length === 0 ? [] : prices;
  });
}

function modelsOf(providerId: string): ModelInfo[] {
  return [...(findProvider({ providerId })?.models ?? [])];
}

function hostedModels(): ModelInfo[] {
  const models = modelsOf('openrouter');
  return HOSTED.map((id) => {
    const found = models.find((model) => model.id === id);
    if (found === undefined) throw new Error(`The package has no ${id} any more.`);
    return { ...found, match: { equals: id } };
  });
}

function namesOf({ id, match }: ModelInfo): string[] {
  const names = [id, ...literalsOf(match)].map((name) => normalizeModelId(name.replace(/[-@]$/, '')));
  return [...new Set(names)].filter((name) => PLAIN_NAME.test(name) && !NOT_LISTED.test(name));
}

/** Names of a version, without a year that only begins a date. */
const PLAIN_NAME = /^(?!.*-20\d\d$)[a-z][a-z0-9.-]*\d[a-z0-9.-]*$/;
/** What anybody may host has no list price. */
const NOT_LISTED =
  /gpt-oss|image|audio|realtime|live|tts|vision|native|robotics|embed|ocr|moderation|[.:]ft$/;

function literalsOf(match: ModelInfo['match']): string[] {
  if ('or' in match) return match.or.flatMap(literalsOf);
  if ('equals' in match) return [match.equals];
  return 'starts_with' in match ? [match.starts_with] : [];
}

/** Prices that hold for some hours of a day are left out. */
function toDated({ prices }: ModelInfo): { from?: string; price: ModelPrice }[] {
  if (!Array.isArray(prices)) return [{ price: prices }];
  return prices
    .filter(({ constraint }) => constraint?.type !== 'time_of_date')
    .map(({ constraint, prices: price }) =>
      constraint?.type === 'start_date' ? { from: constraint.start_date, price } : { price },
    );
}

function toRow(names: readonly string[], from: string | undefined, price: ModelPrice): string[] {
  const base = KINDS.map((kind) => baseOf(price[kind]));
  if (base[0] === undefined || base[1] === undefined || (base[0] === 0 && base[1] === 0)) return [];
  const tier = tiersOf(price['input_mtok']);
  if (tier.length > 1) return [];
  const above =
    tier[0] === undefined
      ? ''
      : ` >${roundUp(tier[0].start)} ${KINDS.map((kind) => write(tierOf(price[kind]))).join(' ')}`;
  const head = from === undefined ? names.join('|') : `${names.join('|')}@${from}`;
  return [`${head} ${base.map(write).join(' ')}${above}`];
}

function baseOf(price: ModelPrice[string]): number | undefined {
  return typeof price === 'object' ? price.base : price;
}

function tiersOf(price: ModelPrice[string]) {
  return typeof price === 'object' ? price.tiers : [];
}

function tierOf(price: ModelPrice[string]): number | undefined {
  return typeof price === 'object' ? price.tiers[0]?.price : price;
}

/** The package writes 271,999 for OpenAI's "more than 272K". */
function roundUp(start: number): number {
  return Math.ceil(start / 1000) * 1000;
}

function write(price: number | undefined): string {
  return price === undefined ? '-' : String(price);
}
