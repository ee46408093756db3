import { LEARNED_CAP, NO_RANK, type Vocabulary } from './pieceTable.ts';
import { freeSlots, putLong, putShort, SHORT } from './slots.ts';

/** Lays out the tokens, given in order of rank, with room for what is learned. The build does this once; see `vocabularyFile.ts`. */
export function layOutVocabulary(tokens: readonly Uint8Array[]): Vocabulary {
  const longTokens = tokens.filter((token) => token.length > SHORT);
  const short = freeSlots(tokens.length - longTokens.length + LEARNED_CAP);
  const long = freeSlots(longTokens.length + LEARNED_CAP);
  const arena = new Uint8Array(longTokens.reduce((size, token) => size + token.length, 0));
  const arenaView = new DataView(arena.buffer);
  const pairRanks = new Int32Array(0x10000).fill(NO_RANK);
  // Room to read a short token as eight bytes.
  const padded = new DataView(new ArrayBuffer(SHORT));
  let place = 0;
  for (const [rank, token] of tokens.entries()) {
    if (token.length > SHORT) {
      arena.set(token, place);
      putLong(long, arenaView, place, token.length, rank, 1);
      place += token.length;
    } else {
      for (const [i, byte] of token.entries()) padded.setUint8(i, byte);
      putShort(short, padded, 0, token.length, rank, 1);
      if (token.length === 2) pairRanks[padded.getUint16(0, true)] = rank;
    }
  }
  return { tokenCount: tokens.length, short, long, arena, pairRanks };
}
