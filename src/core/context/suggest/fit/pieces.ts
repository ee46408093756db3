import type { ScopeDocument } from '../../render/scopeDocument.ts';
import { folderOf } from '../graph/pathTable.ts';

/** A file as it goes into the text: a document of its own, or a line among the names. */
export type Piece = { path: string /** What it adds to the text. */; tokens: number } & (
  | { detail: 'full' | 'excerpt' | 'outline'; document: ScopeDocument }
  | { detail: 'names'; line: string }
);

/** The title under which the lines of names stand. */
const NAMES_TITLE = 'names in further files';

/** Documents in their order, then all names in one, folder by folder. */
export function renderPieces(
  pieces: readonly Piece[],
  render: (documents: readonly ScopeDocument[]) => string,
): string {
  const documents = pieces.flatMap((piece) => (piece.detail === 'names' ? [] : piece.document));
  const named = pieces.filter((piece) => piece.detail === 'names');
  return render(
    named.length === 0
      ? documents
      : [...documents, { path: NAMES_TITLE, detail: 'outline', text: listNames(named) }],
  );
}

function listNames(named: readonly Extract<Piece, { detail: 'names' }>[]): string {
  const linesOf = new Map<string, string[]>();
  for (const { path, line } of named)
    linesOf.set(folderOf(path), [...(linesOf.get(folderOf(path)) ?? []), line]);
  const blocks = Array.from(linesOf, ([folder, lines]) => `${folder || '.'}/\n${lines.sort().join('\n')}\n`);
  return blocks.sort().join('');
}
