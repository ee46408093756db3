import { tokenizerOf } from '../tokens/tokenizerOf.ts';
import type { ModelInfo, Tier } from './modelInfo.ts';
import { findPrice } from './prices/findPrice.ts';

/** The day the table below was checked, and against what. Prices stand in `prices/`. */
export const CATALOGUE_DATE = '2026-11-22';
export const CATALOGUE_SOURCE =
  '@pydantic/genai-prices 0.1.8; windows and longest answers: models.dev, 2026-07-02, of newer models the vendors’ pages';

/** Every model that can be chosen, best known first within its vendor. Ids are the vendors' own. */
export const MODELS: readonly ModelInfo[] = [
  model('gpt-5.5', 'GPT-5.5', 'OpenAI', 'think', 1_050_000, 128_000),
  model('gpt-5.4', 'GPT-5.4', 'OpenAI', 'think', 1_050_000, 128_000),
  model('gpt-5.6-sol', 'GPT-5.6 Sol', 'OpenAI', 'think', 1_050_000, 128_000),
  model('gpt-5.4-mini', 'GPT-5.4 mini', 'OpenAI', 'execute', 400_000, 128_000),
  model('gpt-6-sol', 'GPT-6 Sol', 'OpenAI', 'execute', 1_050_000, 128_000),
  model('gpt-5.3-codex', 'GPT-5.3 Codex', 'OpenAI', 'execute', 400_000, 128_000),
  model('gpt-4o-mini', 'GPT-4o mini', 'OpenAI', 'bulk', 128_000, 16_384),
  model('gpt-4', 'GPT-4', 'OpenAI', 'think', 8_192, 8_192),
  model('gpt-3.5-turbo', 'GPT-3.5 Turbo', 'OpenAI', 'bulk', 16_385, 4_096),
  model('claude-opus-5-5', 'Claude Opus 5.5', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-fable-5-1', 'Claude Fable 5.1', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-sonnet-5-5', 'Claude Sonnet 5.5', 'Anthropic', 'execute', 1_000_000, 128_000),
  model('claude-haiku-5-5', 'Claude Haiku 5.5', 'Anthropic', 'bulk', 1_000_000, 128_000),
  model('claude-opus-5', 'Claude Opus 5', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-fable-5', 'Claude Fable 5', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-sonnet-5', 'Claude Sonnet 5', 'Anthropic', 'execute', 1_000_000, 128_000),
  model('claude-opus-4-8', 'Claude Opus 4.8', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-opus-4-7', 'Claude Opus 4.7', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-opus-4-6', 'Claude Opus 4.6', 'Anthropic', 'think', 1_000_000, 128_000),
  model('claude-sonnet-4-6', 'Claude Sonnet 4.6', 'Anthropic', 'think', 1_000_000, 64_000),
  model('claude-haiku-4-5', 'Claude Haiku 4.5', 'Anthropic', 'execute', 200_000, 64_000),
  model('claude-3-haiku', 'Claude 3 Haiku', 'Anthropic', 'bulk', 200_000, 4_096),
  model('gemini-3.1-pro-preview', 'Gemini 3.1 Pro', 'Google', 'think', 1_048_576, 65_536),
  model('gemini-2.0-flash', 'Gemini 2.0 Flash', 'Google', 'bulk', 1_048_576, 8_192),
  model('grok-4', 'Grok 4', 'xAI', 'think', 256_000),
  model('qwen3-235b-a22b', 'Qwen 3 235B', 'Alibaba', 'execute', 131_072, 16_384),
  model('mistral-small-latest', 'Mistral Small', 'Mistral', 'bulk', 256_000, 256_000),
  model('llama-3.1-70b-instruct', 'Llama 3.1 70B', 'Meta', 'bulk', 131_072, 16_384),
  model('gpt-oss-120b', 'gpt-oss 120B', 'OpenAI', 'execute', 131_072),
  model('glm-4.5', 'GLM-4.5', 'Z.ai', 'execute', 131_072, 98_304),
  model('kimi-k2-0905-preview', 'Kimi K2', 'Moonshot', 'execute', 262_144, 262_144),
  model('deepseek-v3.2', 'DeepSeek V3.2', 'DeepSeek', 'bulk', 128_000, 64_000),
  model('nemotron-3-nano-30b-a3b', 'Nemotron 3 Nano', 'NVIDIA', 'bulk', 262_144, 228_000),
];

export const DEFAULT_MODEL_ID = 'gpt-5.4';

export function findModel(id: string): ModelInfo | undefined {
  return MODELS.find((model) => model.id === id);
}

/** A model that the catalogue does not have: its tokens by its family, its window unknown, its price where the list has one. */
export function unknownModel(id: string): ModelInfo {
  const price = findPrice(id);
  const known = {
    id,
    label: id,
    vendor: 'unknown vendor',
    tier: 'execute',
    tokenizer: tokenizerOf(id),
  } as const;
  return { ...known, ...(price !== undefined && { price }) };
}

function model(
  id: string,
  label: string,
  vendor: string,
  tier: Tier,
  contextWindow?: number,
  maxOutputTokens?: number,
): ModelInfo {
  const price = findPrice(id);
  return {
    id,
    label,
    vendor,
    tier,
    tokenizer: tokenizerOf(id),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(price && { price }),
  };
}
