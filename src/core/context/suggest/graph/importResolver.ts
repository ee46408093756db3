import { type Language, languageOf } from '../facts/languageOf.ts';
import { folderOf, joinPath, type PathTable } from './pathTable.ts';

/** The files that file `from` means by `name`, by number; none when it lies outside, or is not known. */
export type ImportResolver = (from: number, name: string) => readonly number[];

/** `provisions` are those of `readProvisions`, by file. */
export function createImportResolver(
  table: PathTable,
  provisions: readonly (readonly string[])[],
): ImportResolver {
  const known = collectProvisions(table, provisions);
  return (from, name) => {
    const path = table.paths[from] ?? '';
    const language = languageOf(path);
    const resolve = language === undefined ? undefined : RESOLVERS[language];
    return resolve?.({ table, known, path }, name) ?? [];
  };
}

type Provisions = {
  /** Folder of a package, module or crate by its name. */
  packages: ReadonlyMap<string, string>;
  /** Files that declare a namespace. */
  namespaces: ReadonlyMap<string, number[]>;
  aliases: readonly { prefix: string; suffix: string; target: string; folder: string }[];
};
type Place = { table: PathTable; known: Provisions; path: string };
type Resolve = (place: Place, name: string) => readonly number[];

const RESOLVERS: Partial<Record<Language, Resolve>> = {
  script: resolveScript,
  python: resolvePython,
  go: resolveGo,
  jvm: resolveJvm,
  rust: resolveRust,
  csharp: ({ known }, name) => known.namespaces.get(name) ?? [],
  php: ({ table, path }, name) =>
    table.endingIn(`${name.split('\\').slice(-2).join('/')}.php`, path).slice(0, 1),
  c: ({ table, path }, name) => relativeOrSuffix(table, path, name),
  ruby: ({ table, path }, name) =>
    relativeOrSuffix(table, path, `${name.replace(/^\.\//, '').replace(/\.rb$/, '')}.rb`),
  swift: ({ table, path }, name) => relativeOrSuffix(table, path, name.replace(/^package:[^/]*\//, '')),
  style: ({ table, path }, name) =>
    firstOf(
      table,
      STYLE_ENDS.map((end) => joinPath(folderOf(path), name + end)),
    ),
  markdown: ({ table, path }, name) => firstOf(table, [joinPath(folderOf(path), name), joinPath('', name)]),
  markup: ({ table, path }, name) => firstOf(table, [joinPath(folderOf(path), name.replaceAll('\\', '/'))]),
};

const SCRIPT_ENDS =
  '.ts .tsx .d.ts .mts .cts .js .jsx .mjs .cjs .vue .svelte .json /index.ts /index.tsx /index.js /index.jsx /index.mjs'.split(
    ' ',
  );
const STYLE_ENDS = ['', '.scss', '.css', '.less'];

function collectProvisions(table: PathTable, provisions: readonly (readonly string[])[]): Provisions {
  const packages = new Map<string, string>();
  const namespaces = new Map<string, number[]>();
  const aliases: { prefix: string; suffix: string; target: string; folder: string }[] = [];
  for (const [file, provided] of provisions.entries()) {
    const folder = folderOf(table.paths[file] ?? '');
    for (const provision of provided) {
      const [kind, name = '', target = ''] = provision.split(' ');
      if (kind === 'namespace') namespaces.set(name, [...(namespaces.get(name) ?? []), file]);
      else if (kind === 'alias') {
        const [prefix = '', suffix = ''] = name.split('*');
        aliases.push({ prefix, suffix, target, folder });
      } else packages.set(kind === 'crate' ? name.replaceAll('-', '_') : name, folder);
    }
  }
  // The alias that says most is tried first, the one of the nearest folder before others.
  aliases.sort((a, b) => b.prefix.length - a.prefix.length || b.folder.length - a.folder.length);
  return { packages, namespaces, aliases };
}

function resolveScript({ table, known, path }: Place, name: string): readonly number[] {
  if (name.startsWith('.')) return scriptFile(table, joinPath(folderOf(path), name));
  for (const { prefix, suffix, target, folder } of known.aliases) {
    if (
      !name.startsWith(prefix) ||
      !name.endsWith(suffix) ||
      !`${path}/`.startsWith(folder === '' ? '' : `${folder}/`)
    )
      continue;
    const rest = name.slice(prefix.length, name.length - suffix.length);
    const found = scriptFile(table, joinPath(folder, target.replace('*', rest)));
    if (found.length > 0) return found;
  }
  const parts = name.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const folder = known.packages.get(parts.slice(0, length).join('/'));
    if (folder === undefined) continue;
    const rest = parts.slice(length).join('/');
    const tries =
      rest === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [rest, `src/${rest}`, `lib/${rest}`];
    return (
      tries.map((way) => scriptFile(table, joinPath(folder, way))).find((found) => found.length > 0) ?? []
    );
  }
  return name.startsWith('~/') || name.startsWith('@/')
    ? table.endingIn(`src/${name.slice(2)}.ts`, path).slice(0, 1)
    : [];
}

/** The file itself; `.js` in TypeScript stands for `.ts`; else the first extension or index that is there. */
function scriptFile(table: PathTable, path: string | undefined): readonly number[] {
  if (path === undefined) return [];
  const plain = path.replace(/\?.*$/, '');
  const bare = plain.replace(/\.([cm]?)jsx?$/, '');
  const twins = bare === plain ? [] : ['.ts', '.tsx', '.mts', '.cts', '.d.ts'].map((end) => bare + end);
  return firstOf(table, [plain, ...twins, ...SCRIPT_ENDS.map((end) => plain + end)]);
}

function resolvePython({ table, path }: Place, name: string): readonly number[] {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const way = name.slice(dots).replaceAll('.', '/');
  if (dots > 0) {
    const folder = joinPath(folderOf(path), '../'.repeat(dots - 1));
    return folder === undefined
      ? []
      : firstOf(table, pythonFiles([folder, way].filter((part) => part !== '').join('/')));
  }
  const found = pythonFiles(way).flatMap((file) =>
    file.includes('/') ? table.endingIn(file, path) : (table.numberOf(file) ?? []),
  );
  return found.slice(0, 1);
}

function pythonFiles(module: string): string[] {
  return [`${module}.py`, `${module}/__init__.py`, `${module}.pyi`];
}

function resolveGo({ table, known }: Place, name: string): readonly number[] {
  for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1)) {
    const folder = known.packages.get(name.slice(0, end));
    if (folder === undefined) continue;
    const target = joinPath(folder, `.${name.slice(end)}`) ?? '';
    return table.inFolder(target).filter((file) => /(?<!_test)\.go$/.test(table.paths[file] ?? ''));
  }
  return [];
}

function resolveJvm({ table, path }: Place, name: string): readonly number[] {
  const parts = name.split('.');
  if (parts.at(-1) === '*') {
    const folder = table.folderEndingIn(parts.slice(0, -1).join('/'));
    return folder === undefined ? [] : table.inFolder(folder);
  }
  // A nested class or a static member is in the file of the outermost class.
  for (let length = parts.length; length > 1; length -= 1) {
    const way = parts.slice(0, length).join('/');
    const found = ['.java', '.kt', '.scala', '.groovy'].flatMap((end) => table.endingIn(way + end, path));
    if (found.length > 0) return found.slice(0, 2);
  }
  return [];
}

function resolveRust({ table, known, path }: Place, name: string): readonly number[] {
  const [first = '', ...rest] = name.split('::');
  const here = folderOf(path);
  const isRoot = /(?:^|\/)(?:mod|lib|main)\.rs$/.test(path);
  const own = isRoot ? here : path.replace(/\.rs$/, '');
  if (first === 'self') return rustFile(table, own, rest);
  if (first === 'super') {
    let folder = folderOf(own);
    while (rest[0] === 'super') {
      rest.shift();
      folder = folderOf(folder);
    }
    return rustFile(table, folder, rest);
  }
  if (first === 'crate') return rustFile(table, sourceFolder(path), rest);
  const folder = known.packages.get(first);
  if (folder !== undefined) return rustFile(table, joinPath(folder, 'src') ?? '', rest);
  return rustFile(table, own, [first, ...rest], 1);
}

/** The file of the longest start of the way: what follows are items inside it. */
function rustFile(table: PathTable, folder: string, way: readonly string[], least = 0): readonly number[] {
  for (let length = way.length; length >= least; length -= 1) {
    const base = joinPath(folder, way.slice(0, length).join('/')) ?? '';
    const tries =
      length === 0 ? [`${base}/mod.rs`, `${base}/lib.rs`, `${base}.rs`] : [`${base}.rs`, `${base}/mod.rs`];
    const found = firstOf(table, tries);
    if (found.length > 0) return found;
  }
  return [];
}

function sourceFolder(path: string): string {
  const at = `/${path}`.lastIndexOf('/src/');
  return at === -1 ? folderOf(path) : path.slice(0, at + 3);
}

function relativeOrSuffix(table: PathTable, path: string, name: string): readonly number[] {
  const near = firstOf(table, [joinPath(folderOf(path), name)]);
  return near.length > 0 ? near : table.endingIn(name, path).slice(0, 1);
}

function firstOf(table: PathTable, paths: readonly (string | undefined)[]): readonly number[] {
  for (const path of paths) {
    const file = path === undefined ? undefined : table.numberOf(path);
    if (file !== undefined) return [file];
  }
  return [];
}
