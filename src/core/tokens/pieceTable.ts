import { findLong, findShort, putLong, putShort, RANK, SHORT, SLOT, TOKENS } from './slots.ts';

/** A rank above all others: "these bytes are no token". */
export const NO_RANK = 0x7fffffff;

/** How many pieces of each table are remembered beside the tokens, and how many bytes of long ones. */
export const LEARNED_CAP = 1 << 15;
const LEARNED_ARENA_BYTES = 1 << 20;
/** Longer pieces are hardly ever met twice. */
const LONGEST_LEARNED = 128;

/** All tokens of an encoding, laid out for looking them up; see `slots.ts`. */
export interface Vocabulary {
  readonly tokenCount: number;
  /** Slots of the tokens of up to eight bytes, and of the longer ones. */
  readonly short: Int32Array;
  readonly long: Int32Array;
  /** The bytes of the longer ones. */
  readonly arena: Uint8Array;
  /** Rank of every two-byte token by its bytes: merging starts with these, so they get the fastest look-up. */
  readonly pairRanks: Int32Array;
}

/**
 * What is known about pieces: the rank of those that are tokens, and the number of tokens of those that were merged before. Takes
 * the vocabulary over and writes to it.
 */
export class PieceTable {
  private readonly short: Int32Array;
  private readonly long: Int32Array;
  private readonly pairRanks: Int32Array;
  private readonly arena: DataView;
  private readonly learnedArenaStart: number;
  private arenaEnd: number;
  private learnedShort = 0;
  private learnedLong = 0;

  constructor(vocabulary: Vocabulary) {
    this.short = vocabulary.short;
    this.long = vocabulary.long;
    this.pairRanks = vocabulary.pairRanks;
    this.learnedArenaStart = vocabulary.arena.length;
    this.arenaEnd = this.learnedArenaStart;
    const arena = new Uint8Array(this.arenaEnd + LEARNED_ARENA_BYTES);
    arena.set(vocabulary.arena);
    this.arena = new DataView(arena.buffer);
  }

  /** How many tokens the piece is, or 0 if that is not known yet. */
  tokens(view: DataView, start: number, length: number): number {
    if (length > SHORT) return this.long[findLong(this.long, this.arena, view, start, length) + TOKENS]!;
    return this.short[findShort(this.short, view, start, length) + TOKENS]!;
  }

  /** The rank of the token that these bytes are, or `NO_RANK`. */
  rank(view: DataView, start: number, length: number): number {
    if (length === 2) return this.pairRanks[view.getUint16(start, true)]!;
    if (length > SHORT) return rankAt(this.long, findLong(this.long, this.arena, view, start, length));
    return rankAt(this.short, findShort(this.short, view, start, length));
  }

  /** Remembers the number of tokens of a piece that is not known yet. */
  learn(view: DataView, start: number, length: number, tokens: number): void {
    if (length > LONGEST_LEARNED) return;
    const isArenaFull = this.arenaEnd + LONGEST_LEARNED > this.arena.byteLength;
    if (this.learnedShort === LEARNED_CAP || this.learnedLong === LEARNED_CAP || isArenaFull) this.forget();
    if (length <= SHORT) {
      this.learnedShort++;
      putShort(this.short, view, start, length, NO_RANK, tokens);
      return;
    }
    this.learnedLong++;
    for (let i = 0; i < length; i++) this.arena.setUint8(this.arenaEnd + i, view.getUint8(start + i));
    putLong(this.long, this.arena, this.arenaEnd, length, NO_RANK, tokens);
    this.arenaEnd += length;
  }

  /**
   * Drops all that was learned. All tokens were there before, so their searches never pass a learned slot, and learned slots can
   * simply be freed.
   */
  private forget(): void {
    for (const slots of [this.short, this.long]) {
      for (let slot = 0; slot < slots.length; slot += SLOT)
        if (slots[slot + RANK] === NO_RANK) slots[slot + TOKENS] = 0;
    }
    this.learnedShort = 0;
    this.learnedLong = 0;
    this.arenaEnd = this.learnedArenaStart;
  }
}

function rankAt(slots: Int32Array, slot: number): number {
  return slots[slot + TOKENS] === 0 ? NO_RANK : slots[slot + RANK]!;
}
