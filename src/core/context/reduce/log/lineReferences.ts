/** A place in a file that a line of a log names. */
export type Reference = {
  /** As written, without `file://`. */
  path: string;
  /** 1-based. */
  line: number;
  column?: number;
  /** As it stands in the log; what is written when the place alone is kept. */
  text: string;
  /** The same for each way of writing the same place. */
  key: string;
};

/** A path may be this long, in UTF-16 units; it bounds the way back from a line number. */
const LONGEST_PATH = 300;

/** Only after these does a bracket or a blank and numbers mean a line: `push.apply(3)` is a call. */
const SOURCE_EXTENSIONS =
  'tsx?|[cm]?[jt]s|jsx|vue|svelte|astro|css|s[ac]ss|less|html?|py|rb|php|go|rs|java|kts?|scala|swift|dart|' +
  'c|cc|cpp|cxx|h|hpp|m|mm|cs|vb|fs|fsx|sql|proto|ya?ml|toml|json|md|sh|ps1|gradle|groovy|ex|exs|erl|lua|zig';

/** Starts at a full stop (or a known name) and is bounded from there, so a search is linear whatever the line. */
const ANCHOR = new RegExp(
  [
    String.raw`\.[A-Za-z]\w{0,9}"?(?::(?:line )?|,? (?:on )?line |: line )(\d{1,7})(?::(\d{1,6}))?(?!\d)`,
    String.raw`\.(?:${SOURCE_EXTENSIONS})\((\d{1,7})(?:,(\d{1,6}))?\)`,
    String.raw`\.[A-Za-z]\w{0,9}:\[(\d{1,7}),(\d{1,6})\]`,
    String.raw`\.(?:${SOURCE_EXTENSIONS}) \(?(\d{1,7}):(\d{1,6})(?![\d:])`,
    String.raw`\b(?:Make|Docker|Rake|Gem|Jenkins|Vagrant|Proc|Brew)file:(\d{1,7})(?!\d)`,
  ].join('|'),
  'g',
);

/** `db.example.com:5432` is a host and a port. */
const HOST =
  /^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|dev|local|internal|svc|cluster|lan|cloud|arpa|localdomain)$/i;

/** Shared by the many lines without any. */
const NONE: readonly Reference[] = [];

/** The places in one line, in order. Linear in its length. */
export function lineReferences(line: string): readonly Reference[] {
  ANCHOR.lastIndex = 0;
  let match = ANCHOR.exec(line);
  if (match === null) return NONE;
  const found: Reference[] = [];
  for (; match !== null; match = ANCHOR.exec(line)) {
    const reference = toReference(line, match);
    if (reference !== undefined) found.push(reference);
  }
  return found;
}

/** A place in the file whose path stands above the line, as ESLint prints it. */
export function headedReference(path: string, line: number, column: number): Reference {
  const text = `${path}:${line}:${column}`;
  return { path, line, column, text, key: text };
}

function toReference(line: string, match: RegExpExecArray): Reference | undefined {
  const pathEnd = match.index + pathLength(match[0]);
  const isQuoted = line[pathEnd] === '"';
  const start = pathStart(line, match.index, isQuoted);
  const path = line.slice(start, pathEnd);
  if (HOST.test(path)) return undefined;
  const [first = '', second] = match.slice(1).filter((group) => group !== undefined);
  const number = Number(first);
  const column = second === undefined ? undefined : Number(second);
  return {
    path,
    line: number,
    ...(column !== undefined && { column }),
    text: isQuoted ? `"${path}", line ${number}` : line.slice(start, match.index + match[0].length),
    key: `${path}:${number}${column === undefined ? '' : `:${column}`}`,
  };
}

/** How much of an anchor belongs to the path: the full stop and the extension, or the known name. */
function pathLength(anchor: string): number {
  return anchor.slice(1).search(/\W/) + 1;
}

function pathStart(line: string, from: number, isQuoted: boolean): number {
  const least = Math.max(0, from - LONGEST_PATH);
  if (isQuoted) {
    const quote = line.lastIndexOf('"', from);
    if (quote >= least && quote !== -1) return quote + 1;
  }
  let start = from;
  while (start > least && isPathUnit(line.charCodeAt(start - 1))) start--;
  return tidyStart(line, start, from);
}

/** Leaves out what only leads to the path, an open bracket or the slashes of `file://`, and takes in a drive letter. */
function tidyStart(line: string, from: number, end: number): number {
  let start = from;
  while (line[start] === '[' && isUnbalanced(line.slice(start, end))) start++;
  while (line[start] === '/' && line[start + 1] === '/') start++;
  const hasDrive = /^[^A-Za-z0-9]?[A-Za-z]:$/.test(line.slice(Math.max(0, start - 3), start));
  return hasDrive && /[\\/]/.test(line.charAt(start)) ? start - 2 : start;
}

function isUnbalanced(path: string): boolean {
  return path.split('[').length > path.split(']').length;
}

const PATH_PUNCTUATION = new Set([...'_./\\@+~$-[]'].map((char) => char.charCodeAt(0)));

function isPathUnit(unit: number): boolean {
  const lower = unit | 0x20;
  if ((unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a)) return true;
  return (
    PATH_PUNCTUATION.has(unit) || (unit > 0x7f && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(String.fromCharCode(unit)))
  );
}
