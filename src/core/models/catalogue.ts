import { tokenizerOf } from '../tokens/tokenizerOf.ts';
import type { ModelInfo, ModelPrice, Tier } from './modelInfo.ts';

/** The day the table below was checked, and against what. */
export const CATALOGUE_DATE = '2026-11-22';
export const CATALOGUE_SOURCE = '@pydantic/genai-prices 0.1.8; context windows: models.dev, 2026-07-02';

/** Every model that can be chosen, best known first within its vendor. Ids are the vendors' own. */
export const MODELS: readonly ModelInfo[] = [
  model('gpt-5.5', 'GPT-5.5', 'OpenAI', 'think', 1_050_000, long(5, 30, 272_000, 10, 45)),
  model('gpt-5.4', 'GPT-5.4', 'OpenAI', 'think', 1_050_000, long(2.5, 15, 272_000, 5, 22.5)),
  model('gpt-5.4-mini', 'GPT-5.4 mini', 'OpenAI', 'execute', 400_000, flat(0.75, 4.5)),
  model('gpt-5.3-codex', 'GPT-5.3 Codex', 'OpenAI', 'execute', 400_000, flat(1.75, 14)),
  model('gpt-4o-mini', 'GPT-4o mini', 'OpenAI', 'bulk', 128_000, flat(0.15, 0.6)),
  model('gpt-4', 'GPT-4', 'OpenAI', 'think', 8_192, flat(30, 60)),
  model('gpt-3.5-turbo', 'GPT-3.5 Turbo', 'OpenAI', 'bulk', 16_385, flat(0.5, 1.5)),
  model('claude-opus-5', 'Claude Opus 5', 'Anthropic', 'think', 1_000_000, flat(5, 25)),
  model('claude-fable-5', 'Claude Fable 5', 'Anthropic', 'think', 1_000_000, flat(10, 50)),
  model('claude-sonnet-5', 'Claude Sonnet 5', 'Anthropic', 'execute', 1_000_000, flat(2, 10)),
  model('claude-opus-4-8', 'Claude Opus 4.8', 'Anthropic', 'think', 1_000_000, flat(5, 25)),
  model('claude-opus-4-7', 'Claude Opus 4.7', 'Anthropic', 'think', 1_000_000, flat(5, 25)),
  model('claude-opus-4-6', 'Claude Opus 4.6', 'Anthropic', 'think', 1_000_000, flat(5, 25)),
  model('claude-sonnet-4-6', 'Claude Sonnet 4.6', 'Anthropic', 'think', 1_000_000, flat(3, 15)),
  model('claude-haiku-4-5', 'Claude Haiku 4.5', 'Anthropic', 'execute', 200_000, flat(1, 5)),
  model(
    'gemini-3.1-pro-preview',
    'Gemini 3.1 Pro',
    'Google',
    'think',
    1_048_576,
    long(2, 12, 200_000, 4, 18),
  ),
  model('gemini-2.0-flash', 'Gemini 2.0 Flash', 'Google', 'bulk', 1_048_576, flat(0.1, 0.4)),
  model('grok-4', 'Grok 4', 'xAI', 'think', 256_000, flat(3, 15)),
  model('qwen3-235b-a22b', 'Qwen 3 235B', 'Alibaba', 'execute', 131_072, flat(0.13, 0.6)),
  model('mistral-small-latest', 'Mistral Small', 'Mistral', 'bulk', 256_000, flat(0.1, 0.3)),
  model('llama-3.1-70b-instruct', 'Llama 3.1 70B', 'Meta', 'bulk', 131_072, flat(0.1, 0.28)),
  model('gpt-oss-120b', 'gpt-oss 120B', 'OpenAI', 'execute', 131_072),
  model('glm-4.5', 'GLM-4.5', 'Z.ai', 'execute', 131_072, flat(0.6, 2.2)),
  model('kimi-k2-0905-preview', 'Kimi K2', 'Moonshot', 'execute', 262_144, flat(0.6, 2.5)),
  model('deepseek-v3.2', 'DeepSeek V3.2', 'DeepSeek', 'bulk', 128_000, flat(0.2288, 0.3432)),
];

export const DEFAULT_MODEL_ID = 'gpt-5.4';

export function findModel(id: string): ModelInfo | undefined {
  return MODELS.find((model) => model.id === id);
}

/** A model that the catalogue does not have: its tokens by its family, its window and price unknown. */
export function unknownModel(id: string): ModelInfo {
  return { id, label: id, vendor: 'unknown vendor', tier: 'execute', tokenizer: tokenizerOf(id) };
}

function model(
  id: string,
  label: string,
  vendor: string,
  tier: Tier,
  contextWindow: number,
  price?: ModelPrice,
): ModelInfo {
  return { id, label, vendor, tier, tokenizer: tokenizerOf(id), contextWindow, ...(price && { price }) };
}

function flat(inputPricePerMillion: number, outputPricePerMillion: number): ModelPrice {
  return { inputPricePerMillion, outputPricePerMillion };
}

function long(input: number, output: number, aboveTokens: number, longInput: number, longOutput: number) {
  const longContext = { aboveTokens, inputPricePerMillion: longInput, outputPricePerMillion: longOutput };
  return { ...flat(input, output), longContext };
}
