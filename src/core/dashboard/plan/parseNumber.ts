/**
 * A number as people write it: `200,000`, `200 000`, `200_000`, `0.99`, `0,99`. `NaN` for anything else, also for nothing. A comma before
 * three digits parts thousands, unless a zero stands before it.
 */
export function parseNumber(text: string): number {
  const bare = text.trim().replace(/(?<=\d)[ _'’\u00a0\u202f](?=\d)/g, '');
  if (bare === '') return Number.NaN;
  if (/^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return Number(/^-?\d*,\d+$/.test(bare) ? bare.replace(',', '.') : bare);
}
