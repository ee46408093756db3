const MAX_TEXT = 300;

/** A text that no surface would show in full, without its end. */
export function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
