import { collectImports } from './collectImports.ts';
import { checkLink, checkLinks } from './importRules.ts';
import { AMBIENT_FILE, findLayer, isShipped, isWithin } from './layers.ts';
import { type Link, resolveTarget } from './moduleGraph.ts';
import { SYNTAX_RULES } from './syntaxRules.ts';
import type { Violation } from './violation.ts';
import { lineAt, type ParsedSource, parseSource } from './walkSource.ts';

/** Path, relative to the repository and with `/`, to source text. */
export type SourceTree = ReadonlyMap<string, string>;

const SUPPRESSION = /@ts-(ignore|nocheck|expect-error)|^\/\s*<(reference|amd-)/;

/** Everything in `tree` that breaks a rule of the house, in the order of the files. */
export function checkArchitecture(tree: SourceTree): Violation[] {
  const files = [...tree].map(([path, source]) => ({ path, source, parsed: parseSource(path, source) }));
  const paths = new Set(tree.keys());
  const links = files.flatMap(({ path, parsed }) =>
    collectImports(parsed.steps).map(
      (edge): Link => ({ ...edge, from: path, target: resolveTarget(path, edge, paths) }),
    ),
  );
  const offences = [...links.flatMap(checkLink), ...checkLinks(links)];
  return files.flatMap(({ path, source, parsed }) => [
    ...checkFile(path, source, parsed),
    ...offences
      .filter(({ link }) => link.from === path)
      .map(({ rule, link, message }) => ({ rule, path, line: lineAt(source, link.start), message })),
  ]);
}

function checkFile(path: string, source: string, parsed: ParsedSource): Violation[] {
  const at = (start: number): { path: string; line: number } => ({ path, line: lineAt(source, start) });
  const broken = parsed.errors.map(
    ({ message, start }): Violation => ({ rule: 'syntax', ...at(start), message }),
  );
  return [
    ...broken,
    ...checkPlace(path),
    ...checkComments(parsed, path, at),
    ...checkSyntax(parsed, path, at),
  ];
}

function checkPlace(path: string): Violation[] {
  if (findLayer(path) === undefined) {
    return [{ rule: 'layer', path, line: 1, message: 'the layer table has no row for this file' }];
  }
  if (!isShipped(path) || path === AMBIENT_FILE || /(?<!\.d)\.ts$/.test(path)) return [];
  return [{ rule: 'layer', path, line: 1, message: 'code that ships is in .ts files only' }];
}

type Locate = (start: number) => { path: string; line: number };

function checkComments({ comments }: ParsedSource, path: string, at: Locate): Violation[] {
  if (!isShipped(path)) return [];
  return comments
    .filter(({ value }) => SUPPRESSION.test(value))
    .map(({ start, value }) => ({ rule: 'suppression', ...at(start), message: value.trim() }));
}

function checkSyntax({ steps }: ParsedSource, path: string, at: Locate): Violation[] {
  const rules = SYNTAX_RULES.filter(
    ({ folders, except }) => path !== except && folders.some((folder) => isWithin(path, folder)),
  );
  return steps.flatMap((step) =>
    rules.flatMap(({ rule, find }): Violation[] => {
      const message = find(step);
      return message === undefined ? [] : [{ rule, ...at(step.node.start), message }];
    }),
  );
}
