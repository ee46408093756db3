import { describe, expect, it } from 'vitest';
import {
  CL100K,
  CLAUDE_3,
  CLAUDE_5,
  CLAUDE_47,
  GEMINI,
  GROK,
  KIMI,
  NEAR_O200K,
  O200K,
  UNKNOWN,
} from '../../../src/core/tokens/tokenizerModels.ts';
import { tokenizerOf } from '../../../src/core/tokens/tokenizerOf.ts';

describe('tokenizerOf', () => {
  it.each([
    [
      O200K,
      'gpt-4o gpt-4o-mini-2024-07-18 gpt-4.1-nano gpt-5 gpt-5.3-codex openai/gpt-5.4 gpt-oss-120b o1 o3-mini o4-mini codex-mini-latest copilot/gpt-5.5',
    ],
    [CL100K, 'gpt-4 gpt-4-turbo-2024-04-09 gpt-4-0613 gpt-3.5-turbo'],
    [
      CLAUDE_3,
      'claude-3-5-sonnet-20241022 claude-3-opus-20240229 claude-sonnet-4-20250514 claude-opus-4-6 anthropic/claude-opus-4.6 claude-haiku-4-5-20251001 us.anthropic.claude-sonnet-4-5-20250929-v1:0 claude-opus-4-6[1m]',
    ],
    [CLAUDE_47, 'claude-opus-4-7 claude-opus-4-8 claude-opus-4.8 claude-fable-5'],
    [CLAUDE_5, 'claude-opus-5 claude-sonnet-5 anthropic/claude-sonnet-5 claude-sonnet-5-20260801'],
    [GEMINI, 'gemini-3.1-pro-preview google/gemini-2.0-flash gemma-3-27b'],
    [
      NEAR_O200K,
      'llama-3.1-70b-instruct meta-llama/llama-3.3-70b deepseek-v3.2 qwen3-coder z-ai/glm-4.5 mistral-small-latest',
    ],
    [KIMI, 'kimi-k2-0905-preview moonshotai/kimi-k2'],
    [GROK, 'grok-4 x-ai/grok-4-fast'],
    [UNKNOWN, 'claude-opus-6 gpt-6 my-model piano1 '],
  ])('knows the family %#', (tokenizer, ids) => {
    for (const id of ids.split(' ')) expect(tokenizerOf(id), id).toBe(tokenizer);
  });

  it('takes letters of any case', () => {
    expect(tokenizerOf('Claude-Opus-5')).toBe(CLAUDE_5);
  });
});
