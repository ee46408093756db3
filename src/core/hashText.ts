/** 64 bits of a text as 16 hexadecimal digits, to know it again without keeping it. Not for security. */
export function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return toHex(high ^ (low >>> 13)) + toHex(low ^ (high >>> 16));
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
