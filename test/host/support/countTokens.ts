import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import type { EncodingName } from '../../../src/core/tokens/encoding.ts';

const RANKS = { o200k_base: o200k, cl100k_base: cl100k } satisfies Record<EncodingName, unknown>;
const oracles = new Map<EncodingName, Tiktoken>();

/** The oracle: what js-tiktoken says of the whole text, text like `<|endoftext|>` counted as text. */
export function countTokens(text: string, encoding: EncodingName = 'o200k_base'): number {
  const oracle = oracles.get(encoding) ?? new Tiktoken(RANKS[encoding]);
  oracles.set(encoding, oracle);
  return oracle.encode(text, [], []).length;
}
