import cl100kBase from 'js-tiktoken/ranks/cl100k_base';
import o200kBase from 'js-tiktoken/ranks/o200k_base';
import type { EncodingName } from './encoding.ts';

/**
 * The tokens of an encoding in order of rank, each in base64: what OpenAI's `.tiktoken` files hold, taken from js-tiktoken.
 * For the build only; no other file imports js-tiktoken, and no shipped bundle includes this one.
 */
export function readVocabularySource(encoding: EncodingName): string[] {
  const tokens: string[] = [];
  for (const line of RANKS[encoding].bpe_ranks.split('\n')) {
    // `! <rank of the first> <base64> <base64> …`
    const [, firstRank, ...run] = line.split(' ');
    for (const [index, token] of run.entries()) tokens[Number(firstRank) + index] = token;
  }
  return tokens;
}

/** SHA-256 that OpenAI publishes for the `.tiktoken` files, whose lines are `<base64> <rank>`. */
export const PUBLISHED_SHA256 = {
  o200k_base: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  cl100k_base: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
} as const satisfies Record<EncodingName, string>;

const RANKS = { o200k_base: o200kBase, cl100k_base: cl100kBase } satisfies Record<EncodingName, object>;
