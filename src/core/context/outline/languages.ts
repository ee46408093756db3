/** As tree-sitter's grammars are called. */
export const GRAMMAR_NAMES = [
  'typescript',
  'tsx',
  'javascript',
  'python',
  'go',
  'java',
  'rust',
  'c-sharp',
] as const;
export type GrammarName = (typeof GRAMMAR_NAMES)[number];

/** A language that has an outline. */
export const OUTLINE_LANGUAGES = [...GRAMMAR_NAMES, 'markdown'] as const;
export type OutlineLanguage = (typeof OUTLINE_LANGUAGES)[number];

/** The language of a file by the end of its name, or `undefined` when none of ours. */
export function outlineLanguageOf(path: string): OutlineLanguage | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : LANGUAGE_BY_EXTENSION.get(extension);
}

const EXTENSIONS = {
  typescript: ['ts', 'mts', 'cts'],
  tsx: ['tsx'],
  javascript: ['js', 'mjs', 'cjs', 'jsx'],
  python: ['py', 'pyi', 'pyw'],
  go: ['go'],
  java: ['java'],
  rust: ['rs'],
  'c-sharp': ['cs', 'csx'],
  markdown: ['md', 'markdown', 'mdx'],
} satisfies Record<OutlineLanguage, readonly string[]>;

const LANGUAGE_BY_EXTENSION: ReadonlyMap<string, OutlineLanguage> = new Map(
  OUTLINE_LANGUAGES.flatMap((language) =>
    EXTENSIONS[language].map((extension) => [extension, language] as const),
  ),
);
