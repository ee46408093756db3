/** Text from a seed: the same on every run, so that a failure can be looked at. */
export type Random = {
  next: (below: number) => number;
  text: (alphabet: string, length: number) => string;
};

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const HEX = `${DIGITS}abcdef`;
export const ALNUM = `${LOWER}${LOWER.toUpperCase()}${DIGITS}`;
export const LOWER_ALNUM = `${LOWER}${DIGITS}`;
export const UPPER_ALNUM = `${LOWER.toUpperCase()}${DIGITS}`;
export const BASE32 = `${LOWER.toUpperCase()}234567`;
export const URL_SAFE = `${ALNUM}-_`;
export const BASE64 = `${ALNUM}+/`;
export { DIGITS };

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const text = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
  return { next, text };
}
