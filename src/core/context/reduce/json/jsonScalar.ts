import { formatInteger } from '../../../format.ts';
import { addCut, type CutCounts } from '../reduction.ts';

/** Strings up to this length stay, in UTF-16 units as written. */
const LONGEST_STRING = 160;
const STRING_HEAD = 80;
/** What is said about an error stays much longer. */
const LONGEST_ERROR = 2_000;
const ERROR_KEY = /error|message|msg|stack|trace|detail|reason/i;

/** A string, number or word as written; a long string as its start with its length in a comment. */
export function renderScalar(raw: string, key: string | undefined, cuts: CutCounts): string {
  const longest = key !== undefined && ERROR_KEY.test(key) ? LONGEST_ERROR : LONGEST_STRING;
  if (!raw.startsWith('"') || raw.length <= longest) return raw;
  addCut(cuts, 'strings');
  const head = cutEscaped(raw, longest === LONGEST_ERROR ? longest : STRING_HEAD);
  return `${head}…" /* ${formatInteger(raw.length - 2)} characters */`;
}

/** At most the first `length` units of a raw string, without half an escape or half a character at the end. */
function cutEscaped(raw: string, length: number): string {
  const unit = /\\(?:u[0-9a-fA-F]{4}|.)|[^\\]/suy;
  let end = 0;
  while (unit.test(raw) && unit.lastIndex <= length) end = unit.lastIndex;
  return raw.slice(0, end);
}

export const SCALAR_SHAPES = ['s', 'z', 'b', 'n'] as const;

/** One character per type. */
export function shapeOfScalar(raw: string): (typeof SCALAR_SHAPES)[number] {
  if (raw.startsWith('"')) return 's';
  return raw === 'null' ? 'z' : raw === 'true' || raw === 'false' ? 'b' : 'n';
}

/** A number for each distinct shape, scalars first, so that the shape of a container is as long as its own keys, whatever is below. */
export class ShapeIds {
  private readonly ids = new Map<string, number>(SCALAR_SHAPES.map((shape, id) => [shape, id]));

  idOf(shape: string): number {
    const id = this.ids.get(shape) ?? this.ids.size;
    this.ids.set(shape, id);
    return id;
  }
}
