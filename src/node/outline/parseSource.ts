import treeSitter, { type Language, type Node } from '@vscode/tree-sitter-wasm';
import { type GrammarName, outlineLanguageOf } from '../../core/context/outline/languages.ts';
import { createLineIndex } from '../../core/context/outline/lineIndex.ts';
import type { OutlineEntry } from '../../core/context/outline/outlineEntry.ts';
import { parseMarkdown } from '../../core/context/outline/parseMarkdown.ts';
import type { ParsedSource } from '../../core/context/outline/sourceSymbol.ts';
import { formatPlural } from '../../core/format.ts';
import { createGrammarLoader } from './grammarLoader.ts';
import { LostParserError } from './lostParserError.ts';
import type { LanguageRules } from './nodeRule.ts';
import { readDeclarations } from './readDeclarations.ts';
import { CSHARP_RULES } from './rules/csharpRules.ts';
import { GO_RULES } from './rules/goRules.ts';
import { JAVA_RULES } from './rules/javaRules.ts';
import { PYTHON_RULES } from './rules/pythonRules.ts';
import { RUST_RULES } from './rules/rustRules.ts';
import { TYPESCRIPT_RULES } from './rules/typescriptRules.ts';

/** In UTF-16 units. Of a longer source only the first lines are read, and the outline says so in its last entry. */
export const MAX_SOURCE_UNITS = 2_000_000;

/** Real code takes a tenth of it; repairing a megabyte of quotation marks takes the parser minutes. */
const PARSE_LIMIT = { ms: 1_000, msPerThousandUnits: 5 } as const;

const RULES = {
  typescript: TYPESCRIPT_RULES,
  tsx: TYPESCRIPT_RULES,
  javascript: TYPESCRIPT_RULES,
  python: PYTHON_RULES,
  go: GO_RULES,
  java: JAVA_RULES,
  rust: RUST_RULES,
  'c-sharp': CSHARP_RULES,
} satisfies Record<GrammarName, LanguageRules>;

/**
 * Outline and symbols of a source; its path tells the language. `undefined` for a language without a grammar. Broken syntax never throws;
 * where a hostile text takes all memory of the parser, the outline says that it was not read, and from then on
 * every call in this thread rejects with a `LostParserError`.
 */
export type SourceParser = (path: string, text: string) => Promise<ParsedSource | undefined>;

/** `folder` holds tree-sitter's wasm files. For worker threads and the command line: parsing is synchronous. */
export function createSourceParser(folder: string): SourceParser {
  const loadGrammar = createGrammarLoader(folder);
  return async (path, text) => {
    const language = outlineLanguageOf(path);
    if (language === undefined) return undefined;
    if (language === 'markdown') return parseMarkdown(text);
    return parseWith(await loadGrammar(language), RULES[language], text);
  };
}

function parseWith(grammar: Language, rules: LanguageRules, whole: string): ParsedSource {
  const text = whole.slice(0, endOfRead(whole));
  const lineOf = createLineIndex(whole);
  const read = readTree(grammar, text, (root) => readDeclarations(root, { text, lineOf, rules }));
  if (read === undefined) return { entries: [restOf(1, lineOf(whole.length))], symbols: [] };
  if (text === whole) return read;
  return { ...read, entries: [...read.entries, restOf(lineOf(text.length), lineOf(whole.length))] };
}

/** What `read` makes of the tree, which lives only so long; `undefined` when parsing took too much time or memory. */
function readTree<T>(grammar: Language, text: string, read: (root: Node) => T): T | undefined {
  if (isOutOfMemory) throw new LostParserError('The parser of this thread ran out of memory.');
  try {
    const parser = new treeSitter.Parser().setLanguage(grammar);
    const tree = parser.parse(text, null, { progressCallback: createDeadline(text) });
    const result = tree === null ? undefined : read(tree.rootNode);
    tree?.delete();
    parser.delete();
    return result;
  } catch (error) {
    // Nothing in the parser's memory can be relied upon any more, not even to give it back.
    isOutOfMemory = error instanceof Error && error.name === 'RuntimeError';
    if (isOutOfMemory) return undefined;
    throw error;
  }
}

/** Of the whole thread: tree-sitter lives in it once. */
let isOutOfMemory = false;

function endOfRead(text: string): number {
  if (text.length <= MAX_SOURCE_UNITS) return text.length;
  return text.lastIndexOf('\n', MAX_SOURCE_UNITS) + 1 || MAX_SOURCE_UNITS;
}

/** True, which ends the parsing, when it has taken far longer than code of this length ever takes. */
function createDeadline(text: string): () => boolean {
  const { ms, msPerThousandUnits } = PARSE_LIMIT;
  const deadlineMs = performance.now() + ms + (text.length / 1000) * msPerThousandUnits;
  return () => performance.now() > deadlineMs;
}

function restOf(line: number, lastLine: number): OutlineEntry {
  return { line, text: `… ${formatPlural(lastLine - line + 1, 'line')} not read`, children: [] };
}
