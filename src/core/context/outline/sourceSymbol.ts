import type { OutlineEntry } from './outlineEntry.ts';

export const SYMBOL_KINDS = [
  'class',
  'interface',
  'enum',
  'type',
  'function',
  'method',
  'field',
  'constant',
  'module',
  'implementation',
  'macro',
  'section',
] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** A declaration that can be cut out of its file by name. */
export type SourceSymbol = {
  /** Qualified by what encloses it: `Ledger.append`. Not unique: overloads and platform branches share a name. */
  name: string;
  kind: SymbolKind;
  /** From 1, with the comments, decorators and attributes above it. */
  startLine: number;
  /** Inclusive. */
  endLine: number;
};

/** What one parse of a source tells. */
export type ParsedSource = { entries: readonly OutlineEntry[]; symbols: readonly SourceSymbol[] };
