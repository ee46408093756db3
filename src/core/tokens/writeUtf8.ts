const encoder = new TextEncoder();

/** Up to this many units a loop is faster than the call into the runtime (bench row "keystroke"). */
const SHORT_TEXT = 96;

/**
 * Writes text from `start` to `end` as UTF-8 and returns the number of bytes, at most three per unit. A lone surrogate, also one
 * whose other half is beyond `start` or `end`, becomes U+FFFD.
 */
export function writeUtf8(text: string, start: number, end: number, target: Uint8Array): number {
  if (end - start <= SHORT_TEXT) return writeShort(text, start, end, target);
  return encoder.encodeInto(text.slice(start, end), target).written;
}

function writeShort(text: string, start: number, end: number, target: Uint8Array): number {
  let size = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[size++] = unit;
    } else if (unit < 0x800) {
      target[size++] = 0xc0 | (unit >> 6);
      target[size++] = 0x80 | (unit & 0x3f);
    } else if ((unit & 0xfc00) === 0xd800 && i + 1 < end && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      const codePoint = 0x10000 + ((unit & 0x3ff) << 10) + (text.charCodeAt(++i) & 0x3ff);
      target[size++] = 0xf0 | (codePoint >> 18);
      target[size++] = 0x80 | ((codePoint >> 12) & 0x3f);
      target[size++] = 0x80 | ((codePoint >> 6) & 0x3f);
      target[size++] = 0x80 | (codePoint & 0x3f);
    } else {
      const whole = (unit & 0xf800) === 0xd800 ? 0xfffd : unit;
      target[size++] = 0xe0 | (whole >> 12);
      target[size++] = 0x80 | ((whole >> 6) & 0x3f);
      target[size++] = 0x80 | (whole & 0x3f);
    }
  }
  return size;
}
