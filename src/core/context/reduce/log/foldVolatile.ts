/*
 * What differs from one occurrence of a message to the next without making it another message. Every pattern is bounded or starts
 * at a place that it cannot start at again, so that folding is linear.
 */

const CLOCK = String.raw`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?`;
const DATE = String.raw`\d{4}[-/]\d\d[-/]\d\d`;
const ALWAYS = [
  String.raw`${DATE}[T ]${CLOCK}(?:Z|[+-]\d\d:?\d\d)?`,
  CLOCK,
  DATE,
  // UUIDs, addresses, hashes (a letter and a digit at least).
  String.raw`\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b`,
  String.raw`\b0x[0-9a-fA-F]+\b`,
  String.raw`\b(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{7,64}\b`,
  // Durations.
  String.raw`\b\d+(?:\.\d+)? ?(?:ns|µs|μs|us|ms|s|secs?|seconds?|mins?|minutes?|h|hours?)\b`,
  // What calls itself an id; processes and threads.
  String.raw`\b(?:\w{0,30}[iI][dD]|ID|req|trace|span|request|session|correlation)["']?[=:#] ?["']?[\w-]{1,64}`,
  String.raw`\b(?:req|request|trace|job|tx)[-_][\w-]{3,64}`,
  String.raw`\[\d+\](?=:)`,
  String.raw`\[[A-Za-z][\w.]{0,40}(?:-[\w.]{1,40}){0,6}-\d+\]`,
  String.raw`\b\d+#\d+: \*\d+`,
  String.raw`\bclient: [\w.:]{3,45}`,
];
const IN_ORDINARY_LINES = [
  String.raw`[⠁-⣿◐◓◑◒|/\\](?= )`,
  '[=#>.█▓▒░▉▊▋▌▍▎▏━─╸╺⎯*-]{3,} *',
  String.raw`\d+(?:[.,]\d+)*`,
];

const VOLATILE = new RegExp(ALWAYS.join('|'), 'g');
const LOOSE = new RegExp([...ALWAYS, ...IN_ORDINARY_LINES].join('|'), 'g');

/** The same for error messages that differ in times, durations, ids, hashes, addresses only. Other numbers tell errors apart. */
export function foldError(message: string): string {
  return message.replace(VOLATILE, '\u0001');
}

/** The same for ordinary lines that differ in numbers, ids, times or the state of a progress bar. */
export function foldLine(line: string): string {
  return line.replace(LOOSE, '\u0001').trim();
}
