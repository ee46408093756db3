/** Value of a base64 digit by its code, standard or url-safe; 64 for everything else. */
const DIGITS = new Uint8Array(128).fill(64);
for (const [value, char] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries()) {
  DIGITS[char.charCodeAt(0)] = value;
}
DIGITS['-'.charCodeAt(0)] = 62;
DIGITS['_'.charCodeAt(0)] = 63;

/** The bytes of base64 in either alphabet. What is no digit, such as line ends and padding, is passed over. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(((text.length * 3) >> 2) + 3);
  return bytes.subarray(0, decodeBase64Into(bytes, text, 0, text.length, 0));
}

/** The same for the stretch from `start` to `end` of a text, leaving out the first `skip` digits; gives the number of bytes written. */
export function decodeBase64Into(
  bytes: Uint8Array,
  text: string,
  start: number,
  end: number,
  skip: number,
): number {
  let [length, bits, pending, left] = [0, 0, 0, skip];
  for (let index = start; index < end; index += 1) {
    const digit = DIGITS[text.charCodeAt(index)] ?? 64;
    if (digit === 64) continue;
    if (left > 0) {
      left -= 1;
      continue;
    }
    bits = ((bits << 6) | digit) & 0xffff;
    pending += 6;
    if (pending < 8) continue;
    pending -= 8;
    bytes[length] = (bits >> pending) & 0xff;
    length += 1;
  }
  return length;
}
