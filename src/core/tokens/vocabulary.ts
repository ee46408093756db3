import { Tiktoken, type TiktokenBPE } from 'js-tiktoken/lite';
import type { ENCODING_NAMES, EncodingName } from './encoding.ts';

export type TokenCounter = {
  /** Exact number of tokens of `text`, special-token text such as `<|endoftext|>` counted as ordinary text. */
  countTokens(text: string): number;
};

/** Loads a vocabulary on first use; later calls return the same counter. */
export function loadCounter(encoding: EncodingName): Promise<TokenCounter> {
  const loaded = counters.get(encoding) ?? createCounter(encoding);
  counters.set(encoding, loaded);
  return loaded;
}

const counters = new Map<EncodingName, Promise<TokenCounter>>();

const RANKS = {
  o200k_base: () => import('js-tiktoken/ranks/o200k_base'),
  cl100k_base: () => import('js-tiktoken/ranks/cl100k_base'),
} satisfies Record<(typeof ENCODING_NAMES)[number], () => Promise<{ default: TiktokenBPE }>>;

async function createCounter(encoding: EncodingName): Promise<TokenCounter> {
  const tokenizer = new Tiktoken((await RANKS[encoding]()).default);
  return { countTokens: (text) => tokenizer.encode(text, [], []).length };
}
