/** Languages whose imports and declarations are read, and kinds of text that have an outline of their own. */
export const LANGUAGES = [
  'script',
  'python',
  'go',
  'jvm',
  'rust',
  'csharp',
  'c',
  'ruby',
  'php',
  'swift',
  'markdown',
  'restructured',
  'json',
  'yaml',
  'toml',
  'style',
  'markup',
] as const;
export type Language = (typeof LANGUAGES)[number];

const EXTENSIONS: Record<Language, string> = {
  script: 'ts tsx mts cts js jsx mjs cjs vue svelte astro',
  python: 'py pyi pyx',
  go: 'go',
  jvm: 'java kt kts scala groovy gradle',
  rust: 'rs',
  csharp: 'cs fs vb',
  c: 'c h cc cpp cxx hpp hh hxx m mm',
  ruby: 'rb rake',
  php: 'php',
  swift: 'swift dart',
  markdown: 'md mdx markdown',
  restructured: 'rst txt',
  json: 'json jsonc json5 webmanifest',
  yaml: 'yml yaml',
  toml: 'toml ini cfg properties editorconfig',
  style: 'css scss less sass',
  markup: 'html htm xml csproj props targets resx xaml svg',
};

const LANGUAGE_OF = new Map(
  LANGUAGES.flatMap((language) =>
    EXTENSIONS[language].split(' ').map((extension) => [extension, language] as const),
  ),
);

/** By the extension alone; `undefined` for a text of no known kind. */
export function languageOf(path: string): Language | undefined {
  return LANGUAGE_OF.get(extensionOf(path));
}

/** What follows the last dot of the name, lower-cased; empty without a dot. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}
