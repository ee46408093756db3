import type { CommandScope, ToolAction } from '../sessionEvent.ts';
import { type SimpleCommand, splitCommand } from './splitCommand.ts';
import { workflowScope } from './workflowScope.ts';

/** What a command line does. `target` is a path where it reads or searches one, else the first words: never what stands behind them. */
export type CommandFacts = {
  action: ToolAction;
  target?: string;
  firstLine?: number;
  lineCount?: number;
  commandScope?: CommandScope;
};

const READERS = new Set([
  'cat',
  'bat',
  'nl',
  'less',
  'more',
  'head',
  'tail',
  'sed',
  'type',
  'get-content',
  'gc',
]);
const SEARCHERS = new Set('rg grep egrep find fd ls tree ag ack dir get-childitem select-string'.split(' '));
const PACKERS = new Set('repomix gitingest code2prompt files-to-prompt yek'.split(' '));
const WAITERS = new Set('sleep wait timeout start-sleep'.split(' '));
/** What stands before or between what a command line is for, and prints nothing or what it is told. */
const QUIET = new Set('mkdir rm touch cp mv chmod echo printf true ['.split(' '));
/** They change where or how the next command runs, not what it does. */
const PREFIXES = new Set(
  'cd pushd export set source . sudo env time command npx pnpx bunx uvx exec nohup rtk'.split(' '),
);

/** Reads what a command line is about. `folder` is where it runs: relative paths are told from there. */
export function readCommand(line: string, folder?: string): CommandFacts {
  const commands = splitCommand(unwrapShell(line));
  const own = commands.map(withoutPrefix).filter(({ words }) => words.length > 0);
  const [first] = own;
  if (first === undefined) return { action: 'run' };
  const place = folderOf(commands) ?? folder;
  const scope = scopeOf(own);
  const facts = readFile(own, place) ??
    search(own, place) ?? { action: 'run', target: nameCommand(own.find(isLoud) ?? first) };
  return scope === undefined ? facts : { ...facts, commandScope: scope };
}

/** What a shell is told to run: older versions of Codex say `bash -lc` before everything. */
function unwrapShell(line: string): string {
  const script = SHELL.exec(line)?.[1]?.trim();
  return script === undefined ? line : script.replace(/^(["'])([\s\S]*)\1$/, '$2');
}

const SHELL =
  /^\s*(?:[\w./\\:-]{0,200}[/\\])?(?:bash|sh|zsh|dash|pwsh|powershell)(?:\.exe)?\s+(?:-[A-Za-z]{2,20}\s+){0,3}-(?:[A-Za-z]{0,4}c|Command)\s+([\s\S]+)$/i;

function isLoud({ words: [name = ''] }: SimpleCommand): boolean {
  return !QUIET.has(name);
}

/** A file is read where one reader after the other has one path among them all. */
function readFile(commands: readonly SimpleCommand[], folder: string | undefined): CommandFacts | undefined {
  const isChain = commands.every(({ words, isPiped }, index) => isReader(words) && (index === 0 || isPiped));
  if (!isChain) return undefined;
  const paths = commands.flatMap(({ words }) => pathsOf(words));
  const [path] = paths;
  if (path === undefined || paths.length !== 1 || /[*?<>]/.test(path)) return undefined;
  const lines = commands.map(({ words }) => linesOf(words)).find((range) => range !== undefined);
  return { action: 'read', target: resolvePath(path, folder), ...lines };
}

function search(commands: readonly SimpleCommand[], folder: string | undefined): CommandFacts | undefined {
  const [first] = commands;
  if (first === undefined || !isSearcher(first.words) || commands.some(isChange)) return undefined;
  const path = first.words
    .slice(1)
    .findLast((word) => /^[^!^$(<>|\s-][^!^$()<>|\s]*[/\\][^!^$()<>|\s]*$|^[/~][^!^$()<>|\s]*$/.test(word));
  return { action: 'search', target: path === undefined ? nameCommand(first) : resolvePath(path, folder) };
}

function isReader([name = '', ...rest]: readonly string[]): boolean {
  const isInPlace =
    name === 'sed' && (rest.some((word) => /^-i|^--in-place/.test(word)) || !rest.includes('-n'));
  return READERS.has(name.toLowerCase()) && !isInPlace && !rest.some((word) => /^\d?>|^<</.test(word));
}

function isSearcher([name = '', second]: readonly string[]): boolean {
  if (name === 'git') return second === 'grep' || second === 'ls-files';
  return SEARCHERS.has(name.toLowerCase());
}

function isChange({ words }: SimpleCommand): boolean {
  return words.some((word) => /^\d?>>?[^&]|^>>?$|^-exec|^-delete$|^xargs$/.test(word));
}

/** What is neither an option nor its value: a script of sed, a number of lines. */
function pathsOf([name = '', ...rest]: readonly string[]): string[] {
  const paths = rest.filter(
    (word) => !word.startsWith('-') && !/^\d+(?:,\d+)?p?$|^\d+(?:,\d+)?p;|^2>/.test(word),
  );
  return name === 'sed' ? paths.filter((word) => !/^[\d,$ ]+p/.test(word)) : paths;
}

function linesOf([name = '', ...rest]: readonly string[]):
  | { firstLine?: number; lineCount: number }
  | undefined {
  const script = rest.map((word) => /^(\d{1,9}),(\d{1,9})p/.exec(word)).find((match) => match !== null);
  if (name === 'sed' && script !== undefined) {
    const [first, last] = [Number(script[1]), Number(script[2])];
    return { firstLine: first, lineCount: Math.max(0, last - first + 1) };
  }
  const count = rest
    .map((word) => /^(?:-n?|--lines=)?(\d{1,9})$/.exec(word)?.[1])
    .find((match) => match !== undefined);
  if (count === undefined) return undefined;
  if (name === 'head') return { firstLine: 1, lineCount: Number(count) };
  return name === 'tail' ? { lineCount: Number(count) } : undefined;
}

function scopeOf(commands: readonly SimpleCommand[]): CommandScope | undefined {
  if (commands.some(loadsAll)) return 'wholeRepository';
  if (commands.some(({ words: [name = '', second = '', third = ''] }) => isWaiter(name, second, third)))
    return 'wait';
  const scopes = commands.map(({ words }) => workflowScope(words));
  // Who builds all and tests a part has chosen what to run.
  return ['partOfWorkflow' as const, 'wholeWorkflow' as const].find((scope) => scopes.includes(scope));
}

/** Packers of repositories, and `cat` over whatever `find`, `git ls-files` or a pattern over all folders names. */
function loadsAll({ words: [name = '', ...rest], isPiped }: SimpleCommand): boolean {
  if (PACKERS.has(name)) return !rest.some((word) => /^--?(?:version|help|init)$/.test(word));
  if (name === 'xargs') return isPiped && rest.includes('cat');
  if (name === 'find') return rest.includes('-exec') && rest.includes('cat');
  return name === 'cat' && rest.some((word) => word.includes('**'));
}

function isWaiter(name: string, second: string, third: string): boolean {
  return WAITERS.has(name.toLowerCase()) || (name === 'gh' && (third === 'watch' || second === 'watch'));
}

function withoutPrefix({ words, isPiped }: SimpleCommand): SimpleCommand {
  const [name = ''] = words;
  if (!PREFIXES.has(name) && !/^[A-Za-z_]\w*=/.test(name)) return { words, isPiped };
  const isFolder = name === 'cd' || name === 'pushd' || name === 'source' || name === '.';
  return isFolder ? { words: [], isPiped } : withoutPrefix({ words: words.slice(1), isPiped });
}

function folderOf(commands: readonly SimpleCommand[]): string | undefined {
  const [first] = commands;
  return first?.words[0] === 'cd' && first.words[1] !== undefined ? first.words[1] : undefined;
}

/** Program and subcommand, as far as they are plain names: arguments may hold anything. */
function nameCommand({ words }: SimpleCommand): string {
  const names = words.slice(0, words[1] === 'run' ? 3 : 2);
  const end = names.findIndex(
    (word, index) => !(index === 0 ? /^[\w./\\:+-]{1,80}$/ : /^[a-z][\w:-]{0,30}$/).test(word),
  );
  const kept = (end === -1 ? names : names.slice(0, end)).join(' ');
  return kept === '' ? 'command' : kept.replace(/^.*[/\\]/, '');
}

function resolvePath(path: string, folder: string | undefined): string {
  if (folder === undefined || /^(?:[/~$]|[a-z]:)/i.test(path)) return path;
  return `${folder.replace(/[/\\]$/, '')}/${path.replace(/^\.[/\\]/, '')}`;
}
