import { get_encoding, type Tiktoken } from 'tiktoken';
import type { EncodingName } from '../../../src/core/tokens/encoding.ts';

const oracles = new Map<EncodingName, Tiktoken>();

/** The oracle: OpenAI's own encoder says how many tokens the whole text has; text like `<|endoftext|>` is text. */
export function countTokens(text: string, encoding: EncodingName = 'o200k_base'): number {
  const oracle = oracles.get(encoding) ?? get_encoding(encoding);
  oracles.set(encoding, oracle);
  return oracle.encode(text, [], []).length;
}
