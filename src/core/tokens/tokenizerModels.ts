import type { Factor, TokenizerModel } from './tokenCount.ts';

// How each vendor's tokens follow from counts in OpenAI's vocabularies. Factors are tokens of the model per o200k token.

/** OpenAI text is counted with OpenAI's own vocabularies: o200k for gpt-4o and later, gpt-oss included, cl100k for gpt-4 and 3.5. */
export const O200K: TokenizerModel = { encoding: 'o200k_base', accuracy: 'exact' };
export const CL100K: TokenizerModel = { encoding: 'cl100k_base', accuracy: 'exact' };

/**
 * Claude 3 to Opus 4.6, Sonnet 4.6 and Haiku 4.5. Measured 2026-11 on answers and tool results of real sessions against the
 * usage reported: 1.13, p10 to p90 1.09 to 1.19. Other scripts were not measured.
 */
export const CLAUDE_3 = calibrated({ prose: [1.13, 8], code: [1.13, 8], nonLatin: [1.13, 20] });

/** Claude Opus 4.7, 4.8, Fable 5: 1.59 on prose (1.51 to 1.66), 1.58 on code. Other scripts cost what they cost before 4.7. */
export const CLAUDE_47 = calibrated({ prose: [1.59, 8], code: [1.58, 8], nonLatin: [1.13, 20] });

/** Claude Opus 5, Sonnet 5: the vocabulary of 4.7 with other framing; 1.50 to 1.54 on prose, 1.55 to 1.59 on code. */
export const CLAUDE_5 = calibrated({ prose: [1.52, 8], code: [1.57, 8], nonLatin: [1.13, 20] });

/** Gemini: published comparisons with o200k lie between 97 and 99.9 % on 2.x and 3. */
export const GEMINI = calibrated({ prose: [1.02, 10], code: [1.05, 10], nonLatin: [1, 15] });

/** Llama 3, Mistral, DeepSeek, Qwen, GLM: published comparisons lie between 94 and 98 % of o200k. */
export const NEAR_O200K = calibrated({ prose: [1.05, 10], code: [1.05, 10], nonLatin: [1, 15] });

/** Kimi: 81 to 95 % in the same comparisons. */
export const KIMI = calibrated({ prose: [1.1, 20], code: [1.1, 20], nonLatin: [1, 20] });

/** Grok's comparisons fall apart beyond 5,000 tokens. */
export const GROK = rough(25);

/** A model we know nothing of. Vocabularies of the last years stay within this of each other. */
export const UNKNOWN = rough(40);

function calibrated(
  factors: Record<'prose' | 'code' | 'nonLatin', [factor: number, bandPercent: number]>,
): TokenizerModel {
  const { prose, code, nonLatin } = factors;
  return {
    encoding: 'o200k_base',
    accuracy: 'calibrated',
    factors: { prose: toFactor(prose), code: toFactor(code), nonLatin: toFactor(nonLatin) },
  };
}

function rough(bandPercent: number): TokenizerModel {
  const factor = { factor: 1.1, bandPercent };
  return {
    encoding: 'o200k_base',
    accuracy: 'rough',
    factors: { prose: factor, code: factor, nonLatin: factor },
  };
}

function toFactor([factor, bandPercent]: [number, number]): Factor {
  return { factor, bandPercent };
}
