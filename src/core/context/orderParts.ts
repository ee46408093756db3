import type { ScopeDocument } from './render/scopeDocument.ts';
import type { ScopeItem } from './scopeItem.ts';

/** A document with what decides its place in the prompt. */
export type PlacedDocument = {
  item: ScopeItem;
  document: ScopeDocument;
  /** The file's absolute path; empty for what is no file. */
  filePath: string;
};

/**
 * The documents in two groups: what changes seldom comes first, so that a provider's prompt cache can reuse it from request to
 * request; project instructions lead, then what the user marked. The rest keeps its order, diffs, problems and texts last.
 */
export function orderDocuments(placed: readonly PlacedDocument[]): {
  stable: PlacedDocument[];
  volatile: PlacedDocument[];
} {
  const ranked = placed.map((each) => ({ each, place: placeOf(each) }));
  const take = (...places: Place[]) =>
    places.flatMap((wanted) => ranked.filter(({ place }) => place === wanted).map(({ each }) => each));
  return { stable: take('instructions', 'reference'), volatile: take('files', 'moments') };
}

/** Files that coding agents read as instructions of the project. */
export function isInstructions(label: string): boolean {
  return INSTRUCTIONS.test(label);
}

const INSTRUCTIONS =
  /(?:^|\/)(?:(?:CLAUDE|AGENTS|GEMINI)\.md|\.cursorrules|\.windsurfrules|\.clinerules|\.github\/copilot-instructions\.md|\.cursor\/rules\/[^/]+\.mdc?)$/;

type Place = 'instructions' | 'reference' | 'files' | 'moments';

function placeOf({ item, document: { path, detail } }: PlacedDocument): Place {
  if (item.kind === 'gitDiff' || detail === 'diff') return 'moments';
  if (item.stable === true) return 'reference';
  if (item.kind === 'problems' || item.kind === 'text') return 'moments';
  return item.kind !== 'lines' && isInstructions(path) ? 'instructions' : 'files';
}
