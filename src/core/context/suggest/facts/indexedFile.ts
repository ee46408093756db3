import type { FileFacts } from './fileFacts.ts';
import { detach, type IdentifierTable } from './identifierTable.ts';

/** The facts of a file as the index keeps them: identifiers by number. */
export type IndexedFile = Omit<FileFacts, 'identifiers'> & {
  /** Relative, with `/`; behind the folder's name where a workspace has several. */
  path: string;
  /** Tokens of the whole file in the encoding of the index. */
  tokens: number;
  identifiers: Uint32Array;
  /** How often each occurs, 255 at most. */
  counts: Uint8Array;
  /** All occurrences. */
  length: number;
};

export function indexFile(
  path: string,
  tokens: number,
  facts: FileFacts,
  table: IdentifierTable,
): IndexedFile {
  const { identifiers } = facts;
  let length = 0;
  for (const count of identifiers.values()) length += count;
  return {
    path,
    isBulk: facts.isBulk,
    names: facts.names.map(detach),
    imports: facts.imports.map(detach),
    provides: facts.provides.map(detach),
    tokens,
    identifiers: Uint32Array.from(identifiers.keys(), (name) => table.intern(name)),
    counts: Uint8Array.from(identifiers.values(), (count) => Math.min(count, 255)),
    length,
  };
}
