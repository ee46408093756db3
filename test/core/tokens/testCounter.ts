import type { EncodingName } from '../../../src/core/tokens/encoding.ts';
import { createTokenCounter, type TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import { decodeVocabulary, type Vocabulary } from '../../../src/core/tokens/vocabularyFile.ts';
import { buildVocabulary } from '../../../src/node/buildVocabulary.ts';

const files = new Map<EncodingName, Uint8Array>();
const counters = new Map<EncodingName, TokenCounter>();

/** The vocabulary file of an encoding, made from its source rather than read from `dist`. */
export function vocabularyFile(encoding: EncodingName): Uint8Array {
  const file = files.get(encoding) ?? buildVocabulary(encoding);
  files.set(encoding, file);
  return file;
}

export function vocabulary(encoding: EncodingName): Vocabulary {
  return decodeVocabulary(vocabularyFile(encoding));
}

/** One counter per encoding and test file. */
export function testCounter(encoding: EncodingName): TokenCounter {
  const counter = counters.get(encoding) ?? createTokenCounter(vocabularyFile(encoding), encoding);
  counters.set(encoding, counter);
  return counter;
}
