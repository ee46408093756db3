import type { CommandScope } from '../sessionEvent.ts';

/**
 * Commands that build, test or check a project, by their first words, and what narrows them: for some any argument that is not an
 * option does, for others only these options do.
 */
const WORKFLOWS: readonly (readonly [command: RegExp, narrows: RegExp])[] = [
  [
    /^(?:npm|pnpm|yarn|bun)(?: run)? (?:test|build|lint|check|typecheck|ci|verify|validate|e2e)(?=$| |:)/,
    /^(?!--?(?:silent|s|if-present)$|--$).+/,
  ],
  [
    /^(?:vitest|jest|mocha|ava|playwright test|cypress run)(?: run)?(?=$| )/,
    /^(?:-t|--grep|-g|--testNamePattern)$|^[^-]/,
  ],
  [/^(?:tsc|eslint|biome|ruff|mypy|pyright|golangci-lint)(?: (?:check|ci|lint|run))?(?=$| )/, /\.\w+$/],
  [/^(?:python3? -m )?pytest(?=$| )/, /^(?:-k|-m|--lf|--last-failed|--ff)$|^[^-]/],
  [/^go (?:test|build|vet)(?=$| )/, /^-run|^(?!-|\.\/\.\.\.$).+/],
  [/^cargo (?:test|build|check|clippy|nextest run)(?=$| )/, /^(?:-p|--package|--test|--lib|--bin)$|^[^-]/],
  [/^(?:dotnet|swift|mix|bazel|sbt|rake|rails) (?:test|build)(?=$| )/, /^--filter|^[^-]/],
  [
    /^(?:\.\/)?(?:mvnw?|gradlew?)(?: -\S+)* (?:test|build|verify|package|check|install)(?=$| )/,
    /^-Dtest|^--tests|^-pl$/,
  ],
  [/^make(?: (?:all|test|tests|check|build|lint|ci))?$/, /^$/],
];

/** Whether the words run all of a workflow or a part of it; `undefined` for other commands. */
export function workflowScope(words: readonly string[]): CommandScope | undefined {
  const kept = words.slice(0, endOfWords(words));
  const line = kept.join(' ');
  const row = WORKFLOWS.map(([command, narrows]) => ({ match: command.exec(line), narrows })).find(
    ({ match }) => match !== null,
  );
  if (row === undefined) return undefined;
  const rest = line
    .slice(row.match?.[0].length ?? 0)
    .split(' ')
    .filter((word) => word !== '');
  return rest.some((word) => row.narrows.test(word)) ? 'partOfWorkflow' : 'wholeWorkflow';
}

/** Where output goes says nothing about what is run. */
function endOfWords(words: readonly string[]): number {
  const at = words.findIndex((word) => /^\d?>/.test(word));
  return at === -1 ? words.length : at;
}
