/*
 * Open addressing in typed arrays: a look-up makes no string, no object and no garbage, and touches one or two cache lines
 * (bench rows "whole text"; a `Map` of substrings is slower than V8's regular expression). The first free slot ends a search.
 *
 * Bytes come as a `DataView` because it alone reads a word at any place; it must reach eight bytes past the piece.
 */

/** A slot is four words: two of the key, the rank if the piece is a token, and the number of its tokens, 0 in a free slot. */
export const SLOT = 4;
export const RANK = 2;
export const TOKENS = 3;

/** Pieces up to this length are their own key. */
export const SHORT = 8;

/** `PAD_*[n]` OR-ed onto 8 bytes read as two words leaves the first n and makes the rest 0xFF, which no text holds. */
const PAD_LOW = Int32Array.of(-1, 0xffffff00, 0xffff0000, 0xff000000, 0, 0, 0, 0, 0);
const PAD_HIGH = Int32Array.of(-1, -1, -1, -1, -1, 0xffffff00, 0xffff0000, 0xff000000, 0);

/** Free slots for so many entries, a power of two that leaves at least a third of them free: searches stay short. */
export function freeSlots(entries: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(entries * 1.5)) * SLOT);
}

/** The slot of a piece of up to eight bytes, or the free one where it would stand. */
export function findShort(slots: Int32Array, view: DataView, start: number, length: number): number {
  const mask = slots.length - 1;
  const low = view.getInt32(start, true) | PAD_LOW[length]!;
  const high = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
  let slot = Math.imul(hashShort(low, high), SLOT) & mask;
  while ((slots[slot] !== low || slots[slot + 1] !== high) && slots[slot + TOKENS] !== 0)
    slot = (slot + SLOT) & mask;
  return slot;
}

export function putShort(
  slots: Int32Array,
  view: DataView,
  start: number,
  length: number,
  rank: number,
  tokens: number,
): void {
  const slot = findShort(slots, view, start, length);
  slots[slot] = view.getInt32(start, true) | PAD_LOW[length]!;
  slots[slot + 1] = view.getInt32(start + 4, true) | PAD_HIGH[length]!;
  slots[slot + RANK] = rank;
  slots[slot + TOKENS] = tokens;
}

/**
 * The slot of a longer piece, or the free one where it would stand. Its key is its hash, then its place in the arena, where the
 * bytes of all long pieces stand, * 256 + its length.
 */
export function findLong(
  slots: Int32Array,
  arena: DataView,
  view: DataView,
  start: number,
  length: number,
): number {
  const mask = slots.length - 1;
  const hash = hashLong(view, start, length);
  let slot = Math.imul(hash, SLOT) & mask;
  while (slots[slot + TOKENS] !== 0) {
    if (slots[slot] === hash && isAt(arena, slots[slot + 1]!, view, start, length)) return slot;
    slot = (slot + SLOT) & mask;
  }
  return slot;
}

/** Puts a piece whose bytes stand in the arena. */
export function putLong(
  slots: Int32Array,
  arena: DataView,
  place: number,
  length: number,
  rank: number,
  tokens: number,
): void {
  const slot = findLong(slots, arena, arena, place, length);
  slots[slot] = hashLong(arena, place, length);
  slots[slot + 1] = (place << 8) | length;
  slots[slot + RANK] = rank;
  slots[slot + TOKENS] = tokens;
}

function isAt(
  arena: DataView,
  placeAndLength: number,
  view: DataView,
  start: number,
  length: number,
): boolean {
  if ((placeAndLength & 0xff) !== length) return false;
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
  for (let at = start + 8; at < last; at += 4) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(at, true), 0x9e3779b1);
  }
  return hash ^ (hash >>> 15);
}
