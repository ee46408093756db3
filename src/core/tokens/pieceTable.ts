import type { Vocabulary } from './vocabularyFile.ts';

/** A rank above all others: "these bytes are no token". */
export const NO_RANK = 0x7fffffff;

/** Pieces up to this length are their own key. */
const SHORT = 8;
/** Longer pieces are hardly ever met twice. */
const LONGEST_LEARNED = 64;
const LEARNED_SHORT_CAP = 1 << 15;
const LEARNED_LONG_CAP = 1 << 15;
const LEARNED_ARENA_BYTES = 1 << 20;

/** `PAD_*[n]` OR-ed onto 8 bytes read as two words leaves the first n and makes the rest 0xFF, which no text holds. */
const PAD_LOW = Int32Array.of(-1, 0xffffff00, 0xffff0000, 0xff000000, 0, 0, 0, 0, 0);
const PAD_HIGH = Int32Array.of(-1, -1, -1, -1, -1, 0xffffff00, 0xffff0000, 0xff000000, 0);

/**
 * What is known about pieces: the rank of those that are tokens, and the number of tokens of those that were merged before.
 *
 * Open addressing in typed arrays: a look-up makes no string, no object and no garbage, and touches one or two cache lines
 * (bench rows "whole text"; a `Map` of substrings is slower than V8's regular expression). Pieces of up to eight bytes are
 * compared as two words, longer ones by hash and then by their bytes.
 *
 * Bytes come as a `DataView` because it alone reads a word at any place; it must reach eight bytes past the piece.
 */
export class PieceTable {
  /** Slots of low word, high word, value. */
  private readonly shortSlots: Int32Array;
  private readonly shortMask: number;
  /** Slots of hash, place in the arena * 256 + length, value. */
  private readonly longSlots: Int32Array;
  private readonly longMask: number;
  private readonly arena: Uint8Array;
  private readonly arenaView: DataView;
  private readonly arenaStart: number;
  private arenaEnd: number;
  private learnedShort = 0;
  private learnedLong = 0;
  /** Rank of every two-byte token by its bytes: merging starts with these, so they get the fastest look-up. */
  private readonly pairRanks = new Int32Array(0x10000).fill(NO_RANK);

  constructor(vocabulary: Vocabulary) {
    const { lengths, bytes } = vocabulary;
    let shortTokens = 0;
    for (const length of lengths) if (length <= SHORT) shortTokens++;
    this.shortMask = slotCount(shortTokens + LEARNED_SHORT_CAP) - 1;
    this.longMask = slotCount(lengths.length - shortTokens + LEARNED_LONG_CAP) - 1;
    this.shortSlots = new Int32Array((this.shortMask + 1) * 3);
    this.longSlots = new Int32Array((this.longMask + 1) * 3);
    this.arenaStart = bytes.length;
    this.arenaEnd = bytes.length;
    this.arena = new Uint8Array(bytes.length + LEARNED_ARENA_BYTES + SHORT);
    this.arena.set(bytes);
    this.arenaView = new DataView(this.arena.buffer);
    this.addTokens(lengths);
  }

  /**
   * What is known of the piece: its rank if it is a token, minus its number of tokens if it was learned, else 0. (Rank 0 is a
   * single byte; these are not kept here, a single byte is always one token.)
   */
  find(view: DataView, start: number, length: number): number {
    return length <= SHORT ? this.findShort(view, start, length) : this.findLong(view, start, length);
  }

  /** The rank of a token of at least two bytes, or `NO_RANK`. */
  rank(view: DataView, start: number, length: number): number {
    if (length === 2) return this.pairRanks[view.getUint16(start, true)]!;
    const value = this.find(view, start, length);
    return value > 0 ? value : NO_RANK;
  }

  /** Remembers the number of tokens of a piece that `find` does not know. */
  learn(view: DataView, start: number, length: number, tokens: number): void {
    if (length > LONGEST_LEARNED) return;
    if (this.learnedShort === LEARNED_SHORT_CAP || this.learnedLong === LEARNED_LONG_CAP) this.forget();
    if (length <= SHORT) {
      this.learnedShort++;
      this.addShort(view, start, length, -tokens);
      return;
    }
    if (this.arenaEnd + length > this.arena.length - SHORT) this.forget();
    this.learnedLong++;
    const place = this.arenaEnd;
    for (let i = 0; i < length; i++) this.arena[place + i] = view.getUint8(start + i);
    this.arenaEnd += length;
    this.addLong(place, length, -tokens);
  }

  /**
   * Drops all that was learned. All tokens were added first, so their probe sequences never pass a learned slot, and learned
   * slots can simply be emptied.
   */
  private forget(): void {
    for (const slots of [this.shortSlots, this.longSlots]) {
      for (let value = 2; value < slots.length; value += 3) if (slots[value]! < 0) slots[value] = 0;
    }
    this.learnedShort = 0;
    this.learnedLong = 0;
    this.arenaEnd = this.arenaStart;
  }

  private findShort(view: DataView, start: number, length: number): number {
    const slots = this.shortSlots;
    const mask = this.shortMask;
    const low = view.getInt32(start, true) | PAD_LOW[length]!;
    const high = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
    let slot = hashShort(low, high) & mask;
    for (;;) {
      const at = slot * 3;
      const value = slots[at + 2]!;
      if (value === 0 || (slots[at] === low && slots[at + 1] === high)) return value;
      slot = (slot + 1) & mask;
    }
  }

  private findLong(view: DataView, start: number, length: number): number {
    const slots = this.longSlots;
    const mask = this.longMask;
    const hash = hashLong(view, start, length);
    let slot = hash & mask;
    for (;;) {
      const at = slot * 3;
      const value = slots[at + 2]!;
      if (value === 0) return 0;
      if (slots[at] === hash) {
        const place = slots[at + 1]!;
        if ((place & 0xff) === length && this.isInArena(view, start, length, place >>> 8)) return value;
      }
      slot = (slot + 1) & mask;
    }
  }

  private isInArena(view: DataView, start: number, length: number, place: number): boolean {
    const arena = this.arenaView;
    // The last word may overlap the one before it: no loop over single bytes.
    const last = length - 4;
    for (let i = 0; i < last; i += 4) {
      if (arena.getInt32(place + i, true) !== view.getInt32(start + i, true)) return false;
    }
    return arena.getInt32(place + last, true) === view.getInt32(start + last, true);
  }

  private addTokens(lengths: Uint8Array): void {
    let place = 0;
    for (let rank = 0; rank < lengths.length; rank++) {
      const length = lengths[rank]!;
      if (length === 2) this.pairRanks[this.arenaView.getUint16(place, true)] = rank;
      if (length > SHORT) this.addLong(place, length, rank);
      else if (length > 1) this.addShort(this.arenaView, place, length, rank);
      place += length;
    }
  }

  private addShort(view: DataView, start: number, length: number, value: number): void {
    const slots = this.shortSlots;
    const low = view.getInt32(start, true) | PAD_LOW[length]!;
    const high = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
    let slot = hashShort(low, high) & this.shortMask;
    while (slots[slot * 3 + 2] !== 0) slot = (slot + 1) & this.shortMask;
    slots[slot * 3] = low;
    slots[slot * 3 + 1] = high;
    slots[slot * 3 + 2] = value;
  }

  private addLong(place: number, length: number, value: number): void {
    const slots = this.longSlots;
    const hash = hashLong(this.arenaView, place, length);
    let slot = hash & this.longMask;
    while (slots[slot * 3 + 2] !== 0) slot = (slot + 1) & this.longMask;
    slots[slot * 3] = hash;
    slots[slot * 3 + 1] = (place << 8) | length;
    slots[slot * 3 + 2] = value;
  }
}

/** A power of two that leaves at least half of the slots free: probe sequences stay short. */
function slotCount(entries: number): number {
  return 1 << (32 - Math.clz32(entries * 2 - 1));
}

function hashShort(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function hashLong(view: DataView, start: number, length: number): number {
  const last = length - 4;
  let hash = length;
  for (let i = 0; i < last; i += 4) {
    hash = Math.imul(hash ^ view.getInt32(start + i, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ view.getInt32(start + last, true), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
