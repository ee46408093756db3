import { VENDORED_FOLDERS } from '../../context/reduce/fileClasses.ts';
import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { MASK } from '../text/maskNames.ts';
import { maskRanges } from '../text/maskRanges.ts';
import type { TextRange } from '../text/textEdit.ts';

const LIMITS = {
  mostUnits: { value: 200, reason: 'No path that a person writes is longer.' },
};

/** A path that is named and is not there: an agent looks for it on each request. */
export const staleReferences: Check = {
  id: 'staleReferences',
  thresholds: LIMITS,
  find({ pathExists }, { text, payloads }) {
    if (pathExists === undefined) return [];
    const isThere = remember(pathExists);
    return findPaths(maskCommands(maskRanges(text, payloads))).flatMap(({ path, start, end }) => {
      // Of a folder that is not there either, it may be about another project.
      if (isThere(path) || !isThere(topOf(path))) return [];
      return [
        {
          check: 'staleReferences' as const,
          title: message('“{0}” is not there: name the file that took its place, or leave it out.', path),
          places: [{ in: 'text' as const, start, end }],
          action: { do: 'rewrite' as const },
        },
      ];
    });
  },
};

type FoundPath = TextRange & { path: string };

/** Links, imports (`@docs/style.md`), and paths with a folder and an extension or a slash at their end. */
function findPaths(masked: string): FoundPath[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...masked.matchAll(pattern)].flatMap(({ 0: whole, index, groups }) => {
      const path = groups?.['path'] ?? '';
      const start = index + whole.indexOf(path);
      return isReal(path) ? [{ path: clean(path), start, end: start + path.length }] : [];
    }),
  );
  const byStart = new Map(found.toReversed().map((one) => [one.start, one]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

const PATTERNS: readonly RegExp[] = [
  /\]\((?<path>[^)\s#:]{1,200})(?:#[^)\s]{0,200})?\)/g,
  /(?<=^|\s)@(?<path>(?:\.{0,2}\/)?[\w.-]{1,60}(?:\/[\w.-]{1,60}){0,12}\.\w{1,8})(?=$|[\s,;)])/gm,
  /(?<![\w@/.:~$%{<*-])(?<path>(?:\.{1,2}\/)?[\w.-]{1,60}(?:\/[\w.-]{1,60}){0,11}\/[\w.-]{1,60}\.[a-z]\w{0,7})(?![\w/*{<}>-])/gi,
  /`(?<path>(?:\.{1,2}\/)?[\w.-]{1,60}(?:\/[\w.-]{1,60}){0,11}\/)`/g,
];

/** What stands in a command is an example of its arguments. */
function maskCommands(text: string): string {
  return text.replace(/`[^`\n]{1,400}`/g, (span) => (/\s/.test(span) ? MASK.repeat(span.length) : span));
}

/** Files are looked for once each. */
function remember(ask: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const answer = known.get(path) ?? ask(path);
    known.set(path, answer);
    return answer;
  };
}

/** The first folder of a path, with what leads to it; `.` for what lies in the folder itself. */
function topOf(path: string): string {
  return /^(?:\.{1,2}\/)*[^/]+(?=\/)/.exec(path)?.[0] ?? '.';
}

/** What is made by a build, belongs to others, or stands for any name is not missed. */
function isReal(path: string): boolean {
  if (path.length > LIMITS.mostUnits.value || /^(?:https?|mailto)|^\d|\.\.\.|…/.test(path)) return false;
  const parts = path.toLowerCase().split('/');
  return (
    !parts.some((part) => VENDORED_FOLDERS.has(part) || ABSENT_PARTS.has(part)) &&
    !/(?:^|[\W_])(?:foo|bar|baz|your|my|example|xxx|name)(?:[\W_]|$)/i.test(path)
  );
}

const ABSENT_PARTS: ReadonlySet<string> = new Set(
  'dist build out target coverage tmp .cache .next .turbo bin obj logs path some'.split(' '),
);

/** A full stop behind a path ends the sentence. */
function clean(path: string): string {
  return path.replace(/[.,]+$/, '');
}
