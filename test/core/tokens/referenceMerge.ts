/** A rank no token has. */
const NONE = 0x7fffffff;
/** More than there are places: rank and place make one number that sorts by both. */
const PLACES = 2 ** 24;

/**
 * Byte pair merging as a textbook has it: a heap of all pairs by rank, then place. Slow, but O(n log n) and simple, so it can
 * judge pieces of a megabyte, for which OpenAI's encoder needs minutes. Returns where the tokens end.
 */
export function referenceMerge(rank: (start: number, length: number) => number, size: number): number[] {
  const next = Int32Array.from({ length: size + 1 }, (_, i) => i + 1);
  const previous = Int32Array.from({ length: size + 1 }, (_, i) => i - 1);
  const pairRank = new Int32Array(size + 1).fill(NONE);
  const heap = new MinHeap();

  function rate(at: number): void {
    if (at < 0) return;
    const joined = next[at]!;
    pairRank[at] = joined < size ? rank(at, next[joined]! - at) : NONE;
    if (pairRank[at] !== NONE) heap.push(pairRank[at]! * PLACES + at);
  }

  for (let at = 0; at < size; at++) rate(at);
  for (let key = heap.pop(); key !== undefined; key = heap.pop()) {
    const at = key % PLACES;
    // An entry from before the pair changed.
    if (pairRank[at] !== Math.floor(key / PLACES)) continue;
    const joined = next[at]!;
    pairRank[joined] = NONE;
    next[at] = next[joined]!;
    previous[next[at]!] = at;
    rate(at);
    rate(previous[at]!);
  }

  const ends: number[] = [];
  for (let at = 0; at < size; at = next[at]!) ends.push(next[at]!);
  return ends;
}

class MinHeap {
  private readonly keys: number[] = [];

  push(key: number): void {
    const { keys } = this;
    let at = keys.push(key) - 1;
    while (at > 0 && keys[(at - 1) >> 1]! > key) {
      keys[at] = keys[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    keys[at] = key;
  }

  pop(): number | undefined {
    const { keys } = this;
    const lowest = keys[0];
    const last = keys.pop();
    if (keys.length === 0 || last === undefined) return lowest;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child + 1 < keys.length && keys[child + 1]! < keys[child]!) child++;
      if (child >= keys.length || keys[child]! >= last) break;
      keys[at] = keys[child]!;
      at = child;
    }
    keys[at] = last;
    return lowest;
  }
}
