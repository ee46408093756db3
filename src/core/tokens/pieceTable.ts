import type { Vocabulary } from './vocabularyFile.ts';

/** A rank above all others: "these bytes are no token". */
export const NO_RANK = 0x7fffffff;

/** Pieces up to this length are their own key. */
const SHORT = 8;
/** Longer pieces are hardly ever met twice. */
const LONGEST_LEARNED = 128;
const LEARNED_CAP = 1 << 15;
const LEARNED_ARENA_BYTES = 1 << 20;

/** A slot is four words: two of the key, then these. A slot without tokens is free. */
const SLOT = 4;
const RANK = 2;
const TOKENS = 3;

/** `PAD_*[n]` OR-ed onto 8 bytes read as two words leaves the first n and makes the rest 0xFF, which no text holds. */
const PAD_LOW = Int32Array.of(-1, 0xffffff00, 0xffff0000, 0xff000000, 0, 0, 0, 0, 0);
const PAD_HIGH = Int32Array.of(-1, -1, -1, -1, -1, 0xffffff00, 0xffff0000, 0xff000000, 0);

/**
 * What is known about pieces: the rank of those that are tokens, and the number of tokens of those that were merged before.
 *
 * Open addressing in typed arrays: a look-up makes no string, no object and no garbage, and touches one or two cache lines
 * (bench rows "whole text"; a `Map` of substrings is slower than V8's regular expression). Pieces of up to eight bytes are
 * compared as two words, longer ones by hash and then by their bytes, which stand in an arena.
 *
 * Bytes come as a `DataView` because it alone reads a word at any place; it must reach eight bytes past the piece.
 */
export class PieceTable {
  /** Key: the bytes of the piece. */
  private readonly short: Int32Array;
  /** Key: the hash of the piece, then its place in the arena * 256 + its length. */
  private readonly long: Int32Array;
  private readonly arena: DataView;
  private readonly learnedArenaStart: number;
  private arenaEnd: number;
  private learnedShort = 0;
  private learnedLong = 0;
  /** Rank of every two-byte token by its bytes: merging starts with these, so they get the fastest look-up. */
  private readonly pairRanks = new Int32Array(0x10000).fill(NO_RANK);

  constructor(vocabulary: Vocabulary) {
    const { lengths, bytes } = vocabulary;
    let shortTokens = 0;
    for (const length of lengths) if (length <= SHORT) shortTokens++;
    this.short = new Int32Array(slotCount(shortTokens + LEARNED_CAP) * SLOT);
    this.long = new Int32Array(slotCount(lengths.length - shortTokens + LEARNED_CAP) * SLOT);
    const arena = new Uint8Array(bytes.length + LEARNED_ARENA_BYTES + SHORT);
    arena.set(bytes);
    this.arena = new DataView(arena.buffer);
    this.learnedArenaStart = bytes.length;
    this.arenaEnd = bytes.length;
    this.addVocabulary(lengths);
  }

  /** How many tokens the piece is, or 0 if that is not known yet. */
  tokens(view: DataView, start: number, length: number): number {
    if (length > SHORT) return this.long[this.findLong(view, start, length) + TOKENS]!;
    return this.short[this.findShort(view, start, length) + TOKENS]!;
  }

  /** The rank of the token that these bytes are, or `NO_RANK`. */
  rank(view: DataView, start: number, length: number): number {
    if (length === 2) return this.pairRanks[view.getUint16(start, true)]!;
    const slots = length <= SHORT ? this.short : this.long;
    const slot = length <= SHORT ? this.findShort(view, start, length) : this.findLong(view, start, length);
    return slots[slot + TOKENS] === 0 ? NO_RANK : slots[slot + RANK]!;
  }

  /** Remembers the number of tokens of a piece that is not known yet. */
  learn(view: DataView, start: number, length: number, tokens: number): void {
    if (length > LONGEST_LEARNED) return;
    const isArenaFull = this.arenaEnd + LONGEST_LEARNED + SHORT > this.arena.byteLength;
    if (this.learnedShort === LEARNED_CAP || this.learnedLong === LEARNED_CAP || isArenaFull) this.forget();
    if (length <= SHORT) {
      this.learnedShort++;
      this.addShort(view, start, length, NO_RANK, tokens);
      return;
    }
    this.learnedLong++;
    for (let i = 0; i < length; i++) this.arena.setUint8(this.arenaEnd + i, view.getUint8(start + i));
    this.addLong(this.arenaEnd, length, NO_RANK, tokens);
    this.arenaEnd += length;
  }

  /**
   * Drops all that was learned. All tokens were added before, so their probe sequences never pass a learned slot, and learned
   * slots can simply be freed.
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

  /** The slot of the piece, or the free one where it would stand. */
  private findShort(view: DataView, start: number, length: number): number {
    const slots = this.short;
    const mask = slots.length - 1;
    const low = view.getInt32(start, true) | PAD_LOW[length]!;
    const high = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
    let slot = Math.imul(hashShort(low, high), SLOT) & mask;
    while ((slots[slot] !== low || slots[slot + 1] !== high) && slots[slot + TOKENS] !== 0)
      slot = (slot + SLOT) & mask;
    return slot;
  }

  /** The slot of the piece, or the free one where it would stand. */
  private findLong(view: DataView, start: number, length: number): number {
    const slots = this.long;
    const mask = slots.length - 1;
    const hash = hashLong(view, start, length);
    let slot = Math.imul(hash, SLOT) & mask;
    while (slots[slot + TOKENS] !== 0) {
      if (slots[slot] === hash && this.isAt(slots[slot + 1]!, view, start, length)) return slot;
      slot = (slot + SLOT) & mask;
    }
    return slot;
  }

  private isAt(placeAndLength: number, view: DataView, start: number, length: number): boolean {
    if ((placeAndLength & 0xff) !== length) return false;
    const { arena } = this;
    const place = placeAndLength >>> 8;
    const last = length - 8;
    // The first and the last eight bytes, which may overlap, are all there is to most long pieces.
    const areEndsEqual =
      arena.getInt32(place, true) === view.getInt32(start, true) &&
      arena.getInt32(place + 4, true) === view.getInt32(start + 4, true) &&
      arena.getInt32(place + last, true) === view.getInt32(start + last, true) &&
      arena.getInt32(place + last + 4, true) === view.getInt32(start + last + 4, true);
    if (!areEndsEqual) return false;
    for (let i = 8; i < last; i += 4) {
      if (arena.getInt32(place + i, true) !== view.getInt32(start + i, true)) return false;
    }
    return true;
  }

  private addVocabulary(lengths: Uint8Array): void {
    const { arena } = this;
    let place = 0;
    for (let rank = 0; rank < lengths.length; rank++) {
      const length = lengths[rank]!;
      if (length === 2) this.pairRanks[arena.getUint16(place, true)] = rank;
      if (length <= SHORT) this.addShort(arena, place, length, rank, 1);
      else this.addLong(place, length, rank, 1);
      place += length;
    }
  }

  private addShort(view: DataView, start: number, length: number, rank: number, tokens: number): void {
    const slot = this.findShort(view, start, length);
    this.short[slot] = view.getInt32(start, true) | PAD_LOW[length]!;
    this.short[slot + 1] = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
    this.short[slot + RANK] = rank;
    this.short[slot + TOKENS] = tokens;
  }

  private addLong(place: number, length: number, rank: number, tokens: number): void {
    const slot = this.findLong(this.arena, place, length);
    this.long[slot] = hashLong(this.arena, place, length);
    this.long[slot + 1] = (place << 8) | length;
    this.long[slot + RANK] = rank;
    this.long[slot + TOKENS] = tokens;
  }
}

/** A power of two that leaves at least a third of the slots free: probe sequences stay short. */
function slotCount(entries: number): number {
  return 2 ** Math.ceil(Math.log2(entries * 1.5));
}

function hashShort(low: number, high: number): number {
  const hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** Of the first and the last eight bytes, then of what is between them. */
function hashLong(view: DataView, start: number, length: number): number {
  const last = start + length - 8;
  let hash = Math.imul(
    view.getInt32(start, true) ^ Math.imul(view.getInt32(start + 4, true), 0x85ebca6b),
    0x9e3779b1,
  );
  hash ^=
    Math.imul(view.getInt32(last, true) ^ Math.imul(view.getInt32(last + 4, true), 0xc2b2ae35), 0x27d4eb2f) +
    length;
  for (let at = start + 8; at < last; at += 4)
    hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(at, true), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
