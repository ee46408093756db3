import { BytePairMerge } from './bytePairMerge.ts';
import { charEnd } from './charClass.ts';
import { cl100kPieceEnd } from './cl100kPieceEnd.ts';
import type { EncodingName } from './encoding.ts';
import {
  firstHardBoundary,
  firstHardBoundaryUtf8,
  lastHardBoundary,
  lastHardBoundaryUtf8,
} from './hardBoundary.ts';
import { o200kPieceEnd } from './o200kPieceEnd.ts';
import { NO_RANK, PieceTable } from './pieceTable.ts';
import { decodeVocabulary } from './vocabularyFile.ts';
import { writeUtf8 } from './writeUtf8.ts';

/**
 * Counts tokens exactly as OpenAI's reference encodes ordinary text: text that looks like a special token (`<|endoftext|>`)
 * is text, a lone surrogate counts as U+FFFD.
 *
 * A counter owns its tables and buffers and remembers pieces it has met, so make one per encoding and keep it. It is not
 * re-entrant and needs no disposal.
 */
export interface TokenCounter {
  readonly encoding: EncodingName;

  /** Tokens of `text`, or of the part of it between two UTF-16 offsets, as if that part stood alone. */
  countTokens(text: string, start?: number, end?: number): number;

  /** Tokens of the UTF-8 in `bytes` from `start` to `end`. It must be valid (`buffer.isUtf8`) and lose its BOM beforehand. */
  countUtf8(bytes: Uint8Array, start?: number, end?: number): number;

  /**
   * Where each token ends, as a UTF-16 offset: one entry per token, never falling. A token may end inside a character (an emoji
   * can be three tokens); it then ends where that character starts, and the last of its tokens ends behind it. So a slice at an
   * entry never splits a character, and `text.slice(0, offsets[n - 1])` is all that the first n tokens hold whole. Stops after
   * `maxTokens`.
   */
  encodeOffsets(text: string, maxTokens?: number): Uint32Array;
}

/** Text is counted in blocks cut at hard boundaries: one small buffer serves any size and stays in the CPU's cache. */
const BLOCK = 1 << 15;
/** Bytes past the text that the splitter and the table may read. */
const SLACK = 16;
const SENTINEL = 0xff;

/** Throws when the bytes are not the vocabulary of this encoding. */
export function createTokenCounter(vocabularyBytes: Uint8Array, encoding: EncodingName): TokenCounter {
  const vocabulary = decodeVocabulary(vocabularyBytes);
  if (vocabulary.tokenCount !== VOCABULARY_SIZE[encoding]) {
    throw new Error(`The vocabulary file is not that of ${encoding}.`);
  }
  const pieceEnd = PIECE_END[encoding];
  const table = new PieceTable(vocabulary);
  const bytePairMerge = new BytePairMerge(table);
  let bytes = new Uint8Array(BLOCK * 3 + SLACK);
  let view = new DataView(bytes.buffer);

  return { encoding, countTokens, countUtf8, encodeOffsets };

  function countTokens(text: string, start = 0, end = text.length): number {
    let total = 0;
    for (let at = start; at < end; ) {
      const cut = blockEnd(text, at, end);
      total += countBlock(loadText(text, at, cut));
      at = cut;
    }
    return total;
  }

  function countUtf8(source: Uint8Array, start = 0, end = source.length): number {
    let total = 0;
    for (let at = start; at < end; ) {
      const cut = blockEndUtf8(source, at, end);
      reserve(cut - at);
      bytes.set(source.subarray(at, cut));
      total += countBlock(cut - at);
      at = cut;
    }
    return total;
  }

  function encodeOffsets(text: string, maxTokens = Number.POSITIVE_INFINITY): Uint32Array {
    let offsets: Uint32Array = new Uint32Array(Math.ceil(Math.min(text.length, BLOCK) / 2));
    let count = 0;
    for (let start = 0; start < text.length && count < maxTokens; ) {
      const cut = blockEnd(text, start, text.length);
      const size = loadText(text, start, cut);
      if (count + size > offsets.length) offsets = grown(offsets, (count + size) * 2);
      count = encodeBlock(size, start, offsets, count);
      start = cut;
    }
    return offsets.slice(0, Math.min(count, Math.max(maxTokens, 0)));
  }

  function countBlock(size: number): number {
    bytes.fill(SENTINEL, size, size + SLACK);
    let total = 0;
    for (let at = 0; at < size; ) {
      const end = pieceEnd(bytes, view, at);
      total += table.tokens(view, at, end - at) || countNewPiece(at, end - at);
      at = end;
    }
    return total;
  }

  function countNewPiece(at: number, length: number): number {
    const tokens = bytePairMerge.mergePiece(view, at, length);
    table.learn(view, at, length, tokens);
    return tokens;
  }

  /** Writes the ends of the block's tokens into `offsets` from index `count` on and returns the new count. */
  function encodeBlock(size: number, blockStart: number, offsets: Uint32Array, count: number): number {
    bytes.fill(SENTINEL, size, size + SLACK);
    let written = count;
    let unit = blockStart;
    let char = 0;
    for (let at = 0; at < size; ) {
      const end = pieceEnd(bytes, view, at);
      const isToken = table.rank(view, at, end - at) !== NO_RANK;
      const tokens = isToken ? 1 : bytePairMerge.mergePiece(view, at, end - at);
      for (let i = 0; i < tokens; i++) {
        const tokenEnd = isToken ? end : at + bytePairMerge.ends[i]!;
        for (let next = charEnd(bytes, char); next <= tokenEnd; next = charEnd(bytes, char)) {
          unit += next - char === 4 ? 2 : 1;
          char = next;
        }
        offsets[written++] = unit;
      }
      at = end;
    }
    return written;
  }

  /** Puts the text into `bytes` and returns the number of bytes. */
  function loadText(text: string, start: number, end: number): number {
    reserve((end - start) * 3);
    return writeUtf8(text, start, end, bytes);
  }

  /** Room for a block; the larger buffer for a text without hard boundaries is let go afterwards. */
  function reserve(size: number): void {
    const needed = Math.max(size, BLOCK * 3) + SLACK;
    if (bytes.length === needed) return;
    bytes = new Uint8Array(needed);
    view = new DataView(bytes.buffer);
  }
}

const PIECE_END = { o200k_base: o200kPieceEnd, cl100k_base: cl100kPieceEnd } satisfies Record<
  EncodingName,
  unknown
>;
const VOCABULARY_SIZE = { o200k_base: 199_998, cl100k_base: 100_256 } satisfies Record<EncodingName, number>;

/** Where the block that starts at `start` ends: at a hard boundary, however far it is, or at `end`. */
function blockEnd(text: string, start: number, end: number): number {
  if (end - start <= BLOCK) return end;
  const cut = lastHardBoundary(text, start + BLOCK / 2, start + BLOCK - 1);
  if (cut !== -1) return cut;
  const farther = firstHardBoundary(text, start + BLOCK, end - 1);
  return farther === -1 ? end : farther;
}

function blockEndUtf8(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= BLOCK) return end;
  const cut = lastHardBoundaryUtf8(bytes, start + BLOCK / 2, start + BLOCK - 1);
  if (cut !== -1) return cut;
  const farther = firstHardBoundaryUtf8(bytes, start + BLOCK, end - 1);
  return farther === -1 ? end : farther;
}

function grown(from: Uint32Array, length: number): Uint32Array {
  const to = new Uint32Array(length);
  to.set(from);
  return to;
}
