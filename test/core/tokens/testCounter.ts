import type { EncodingName } from '../../../src/core/tokens/encoding.ts';
import { PieceTable } from '../../../src/core/tokens/pieceTable.ts';
import { createTokenCounter, type TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import { decodeVocabulary } from '../../../src/core/tokens/vocabularyFile.ts';
import { readVocabularySource } from '../../../src/core/tokens/vocabularySource.ts';
import { buildVocabulary } from '../../../src/node/buildVocabulary.ts';

const files = new Map<EncodingName, Uint8Array>();
const counters = new Map<EncodingName, TokenCounter>();

/** The vocabulary file of an encoding, made from its source rather than read from `dist`. */
export function vocabularyFile(encoding: EncodingName): Uint8Array {
  const file = files.get(encoding) ?? buildVocabulary(encoding);
  files.set(encoding, file);
  return file;
}

/** A table of its own: it takes the vocabulary over. */
export function pieceTable(encoding: EncodingName): PieceTable {
  return new PieceTable(decodeVocabulary(vocabularyFile(encoding)));
}

/** The bytes of all tokens, by rank. */
export function tokenBytes(encoding: EncodingName): Uint8Array[] {
  return readVocabularySource(encoding).map((token) => Buffer.from(token, 'base64'));
}

/** One counter per encoding and test file. */
export function testCounter(encoding: EncodingName): TokenCounter {
  const counter = counters.get(encoding) ?? createTokenCounter(vocabularyFile(encoding), encoding);
  counters.set(encoding, counter);
  return counter;
}
