/** The only file that may import `js-tiktoken`. */
export const VOCABULARY_FILE = 'src/core/tokens/vocabularySource.ts';
/** The only folder that may import `@vscode/tree-sitter-wasm`. */
export const OUTLINE_FOLDER = 'src/node/outline';
/** The only folder that may import secretlint's preset. */
export const GATES_FOLDER = 'src/node/gates';
/** The only file that may apply the gates: it knows all their scanners. */
export const GATE_FILE = 'src/node/gates/gateText.ts';
/** The gates themselves, which know the scanners of `core` only. */
export const BARE_GATE_FILE = 'src/core/context/gates/applyGates.ts';
/** The only file that may use a network, on an explicit command only. */
export const NETWORK_FILE = 'src/node/provider/countWithAnthropic.ts';
/** The tokenizer: it belongs into worker threads and the command line. */
export const ENGINE_FILE = 'src/core/tokens/tokenCounter.ts';
/** The one ambient declaration: `TextEncoder` is in every runtime, but not in the language. */
export const AMBIENT_FILE = 'src/core/tokens/textEncoder.d.ts';
/** The only file that may import `@vscode/webview-ui-toolkit`. */
export const TOOLKIT_FILE = 'webview/uiKit.ts';
/** The only file that may write to the clipboard. */
export const HAND_OUT_FILE = 'src/host/handOut.ts';
/** The only file that may read VS Code's settings. */
export const CONFIG_FILE = 'src/host/config.ts';

/** Files of `src/host` that are plain data, so that tests outside VS Code can hold the manifest against them. */
export const HOST_TABLES = ['src/host/commandIds.ts', 'src/host/settingKeys.ts'] as const;

/** One row of the table "from | may import". A row of a longer path wins over a row of a shorter one. */
export type Layer = {
  /** A folder, or one file. */
  path: string;
  /** Folders and files of this repository. */
  mayImport: readonly string[];
  /** Packages by name; `*` is every package but `vscode`. */
  packages: readonly string[];
  /** Node's own modules. */
  builtins: boolean;
  /** What it imports may be known only when it runs. */
  computed?: true;
};

const ALL_BUT_HOST = ['src/core', 'src/protocol', 'src/node', 'src/cli', 'webview', 'test'] as const;

export const LAYERS: readonly Layer[] = [
  { path: 'src/core', mayImport: ['src/core'], packages: ['@noble/hashes', 'valibot'], builtins: false },
  { path: VOCABULARY_FILE, mayImport: ['src/core'], packages: ['js-tiktoken'], builtins: false },
  { path: 'src/protocol', mayImport: ['src/core', 'src/protocol'], packages: ['valibot'], builtins: false },
  {
    path: 'src/node',
    mayImport: ['src/core', 'src/node'],
    packages: ['ignore', 'picomatch', 'valibot'],
    builtins: true,
  },
  {
    path: OUTLINE_FOLDER,
    mayImport: ['src/core', 'src/node'],
    packages: ['@vscode/tree-sitter-wasm'],
    builtins: true,
  },
  {
    path: GATES_FOLDER,
    mayImport: ['src/core', 'src/node'],
    packages: ['@secretlint/secretlint-rule-preset-recommend'],
    builtins: false,
  },
  {
    path: 'src/host',
    mayImport: ['src/core', 'src/protocol', 'src/node', 'src/host'],
    packages: ['vscode'],
    builtins: true,
  },
  { path: 'src/cli', mayImport: ['src/core', 'src/node', 'src/cli'], packages: [], builtins: true },
  {
    path: 'src/extension.ts',
    mayImport: ['src/core', 'src/protocol', 'src/node', 'src/host'],
    packages: ['vscode'],
    builtins: true,
  },
  {
    path: 'webview',
    mayImport: ['webview', 'src/protocol', 'src/core/format.ts', 'src/core/translate.ts'],
    packages: ['lit'],
    builtins: false,
  },
  {
    path: TOOLKIT_FILE,
    mayImport: ['webview'],
    packages: ['@vscode/webview-ui-toolkit'],
    builtins: false,
  },
  { path: 'test', mayImport: [...ALL_BUT_HOST, ...HOST_TABLES], packages: ['*'], builtins: true },
  // A bench loads what it has just built.
  { path: 'test/bench', mayImport: ALL_BUT_HOST, packages: ['*'], builtins: true, computed: true },
  {
    path: 'test/host',
    mayImport: [...ALL_BUT_HOST, 'src/host', 'src/extension.ts'],
    packages: ['*', 'vscode'],
    builtins: true,
  },
];

/** From here neither the vocabulary nor the tokenizer must be reachable at run time: the page must stay small, the extension host must not tokenise. */
export const FREE_OF_VOCABULARY = ['webview', 'src/host', 'src/extension.ts'] as const;

/** Nothing that ships talks to a network or evaluates text. */
export const FORBIDDEN_BUILTINS: ReadonlySet<string> = new Set(
  'cluster dgram dns dns/promises http http2 https inspector inspector/promises net quic repl tls vm wasi'.split(
    ' ',
  ),
);

/** True when `path` is `folderOrFile` or lies below it. */
export function isWithin(path: string, folderOrFile: string): boolean {
  return path === folderOrFile || path.startsWith(`${folderOrFile}/`);
}

/** The row that holds for `path`, or `undefined` where the table has none. */
export function findLayer(path: string): Layer | undefined {
  return LAYERS.filter((layer) => isWithin(path, layer.path)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

/** True for the code that ships, as opposed to its tests. */
export function isShipped(path: string): boolean {
  return isWithin(path, 'src') || isWithin(path, 'webview');
}
