import type { MeasuredFile } from '../../../src/core/context/measuredScope.ts';
import { fileItem, type ScopeItem } from '../../../src/core/context/scopeItem.ts';
import { changeActive, EMPTY_LIBRARY } from '../../../src/core/context/scopeLibrary.ts';
import type { BuilderSource } from '../../../src/core/dashboard/builderSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';

const MODEL = findModel('gpt-5.4')!;

/** What a builder's snapshot is made of: items with the files that were found for them. */
export function builderSource(
  found: readonly { item: ScopeItem; files: MeasuredFile[] }[] = [],
  more: Partial<BuilderSource> = {},
): BuilderSource {
  const items = found.map(({ item, files }) => ({ id: item.id, total: codeTokens(0), files }));
  return {
    model: MODEL,
    library: changeActive(EMPTY_LIBRARY, { scope: found.map(({ item }) => item) }),
    measured: {
      items,
      documentCount: items.length,
      total: codeTokens(100),
      stableTokens: 30,
      stableHash: 'a',
    },
    canUndo: false,
    workspace: undefined,
    openFiles: undefined,
    copies: [],
    budget: 16_000,
    suggestion: undefined,
    nameItem: (item) => item.id,
    placeItem: () => 'src',
    ...more,
  };
}

export function codeTokens(tokens: number) {
  return { tokens, mix: CODE_ONLY };
}

/** A file as it was measured, of so many tokens. */
export function measuredFile(tokens: number, more: Partial<MeasuredFile> = {}): MeasuredFile {
  return { path: '/w/a.ts', label: 'a.ts', count: codeTokens(tokens), ...more };
}

export const FILE = fileItem('/w/a.ts');
