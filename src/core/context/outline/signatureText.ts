/** In UTF-16 units; what is longer is cut and ends in ` …`. Long enough for all but lists of literals. */
const MAX_UNITS = 300;

/** A declaration on one line, without the brace, colon or equals sign that led to its body. */
export function signatureText(source: string): string {
  const line = source
    .trim()
    .replace(/,?\s*[\r\n]\s*(?=[)\]>])|(?<=[([<])\s*[\r\n]\s*/g, '')
    .replace(/,?\s*[\r\n]\s*(?=\})/g, ' ')
    .replace(/\s*[\r\n]\s*|[ \t]{2,}/g, ' ')
    .replace(/[\s{=;,:]+$/, '');
  if (line.length <= MAX_UNITS) return line;
  // Half a surrogate pair is not text.
  return `${line
    .slice(0, MAX_UNITS)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()} …`;
}
