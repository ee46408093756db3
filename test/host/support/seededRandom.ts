/** A whole number from 0 to `below`, which is not included. */
export type Random = (below: number) => number;

/** The same numbers in every run, so that a failure can be looked at again. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
