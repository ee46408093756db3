/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits: to know a name again that somebody else has hashed. For short texts. */
export function sha256(text: string): string {
  const words = padMessage(new TextEncoder().encode(text));
  const hash = SQUARE_ROOTS.slice();
  for (let at = 0; at < words.length; at += 16) addBlock(hash, words.subarray(at, at + 16));
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The message, a bit that is set, zeros, and the message's length in bits, in blocks of 16 words. */
function padMessage(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  const put = (at: number, byte: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - 8 * (at & 3)));
  };
  bytes.forEach((byte, at) => {
    put(at, byte);
  });
  put(bytes.length, 0x80);
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function addBlock(hash: Int32Array, block: Int32Array): void {
  const schedule = expandBlock(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let round = 0; round < 64; round++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + mix(e, 6, 11, 25) + choice + (CUBE_ROOTS[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const second = (mix(a, 2, 13, 22) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = (hash[index] ?? 0) + word;
  });
}

function expandBlock(block: Int32Array): Int32Array {
  const schedule = new Int32Array(64);
  schedule.set(block);
  const word = (index: number) => schedule[index] ?? 0;
  for (let index = 16; index < 64; index++) {
    const [near, far] = [word(index - 2), word(index - 15)];
    const nearMixed = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    const farMixed = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    schedule[index] = word(index - 16) + farMixed + word(index - 7) + nearMixed;
  }
  return schedule;
}

function mix(word: number, one: number, two: number, three: number): number {
  return rotate(word, one) ^ rotate(word, two) ^ rotate(word, three);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

// FIPS 180-4 takes its constants from roots of the first primes: the first 32 bits behind their points.
const PRIMES = Array.from({ length: 310 }, (_, index) => index + 2).filter(isPrime);
const CUBE_ROOTS = Int32Array.from(PRIMES.slice(0, 64), (prime) => bitsBehindPoint(Math.cbrt(prime)));
const SQUARE_ROOTS = Int32Array.from(PRIMES.slice(0, 8), (prime) => bitsBehindPoint(Math.sqrt(prime)));

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor++) if (number % factor === 0) return false;
  return true;
}

function bitsBehindPoint(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}
