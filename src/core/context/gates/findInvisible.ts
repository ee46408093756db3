import { INVISIBLE_CLASS } from '../../tokens/invisibleClass.ts';
import { type InvisibleKind, invisibleKindOf, invisibleNameOf } from './invisibleKinds.ts';
import { legitimateEnd } from './legitimateInvisible.ts';

/** A run of invisible characters of one kind that do not belong to what is visibly written. */
export type InvisibleRun = {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  kind: InvisibleKind;
  /** Characters, not UTF-16 units. */
  count: number;
  /** Unicode names, each once, in the order of appearance; at most `NAMES_SHOWN`. */
  names: readonly string[];
  /** What tag characters spell, for the eye of the user. */
  hiddenText?: string;
};

const NAMES_SHOWN = 4;

/** One invisible character, or a visible one that may own the invisible ones behind it: a flag, a keycap. */
const CANDIDATE = new RegExp(
  `[\\u{1f3f4}0-9#*](?=[\\u{e0060}-\\u{e007f}\\ufe0f])|[${INVISIBLE_CLASS}]`,
  'gu',
);

/**
 * Finds what a reader does not see and no script or emoji needs: bidi controls, tags, zero-width characters, stray selectors, soft
 * hyphens, byte order marks, fillers. Runs are in order, do not overlap, and are what `stripInvisible` takes out.
 */
export function findInvisible(text: string): InvisibleRun[] {
  const runs: InvisibleRun[] = [];
  for (const [start, end] of strayCharacters(text)) {
    const codePoint = text.codePointAt(start) ?? 0;
    const kind = invisibleKindOf(codePoint);
    const last = runs.at(-1);
    if (last === undefined || last.end !== start || last.kind !== kind) {
      runs.push({ start, end, kind, count: 1, names: [invisibleNameOf(codePoint)] });
    } else {
      last.end = end;
      last.count += 1;
      last.names = addName(last.names, invisibleNameOf(codePoint));
    }
  }
  return runs.map((run) => (run.kind === 'tag' ? { ...run, hiddenText: readTags(text, run) } : run));
}

/**
 * The text without what `findInvisible` finds; everything else stays unit for unit, and a second pass changes nothing. Bidi marks and
 * soft hyphens go too, even in text that uses them well: they steer the display only, which a model does not have.
 */
export function stripInvisible(text: string): string {
  let kept = '';
  let from = 0;
  for (const [start, end] of strayCharacters(text)) {
    if (start > from) kept += text.slice(from, start);
    from = end;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function* strayCharacters(text: string): Generator<[start: number, end: number]> {
  const pattern = new RegExp(CANDIDATE);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = legitimateEnd(text, match.index);
    if (end !== undefined) pattern.lastIndex = end;
    else if (invisibleCharacter(match[0])) yield [match.index, pattern.lastIndex];
  }
}

function invisibleCharacter(char: string): boolean {
  return !/^[\u{1f3f4}0-9#*]/u.test(char);
}

function addName(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) || names.length === NAMES_SHOWN ? names : [...names, name];
}

/** Tag characters mirror ASCII; those without a printable twin are left out. */
function readTags(text: string, { start, end }: InvisibleRun): string {
  return [...text.slice(start, end)]
    .map((char) => (char.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join('');
}
