import { quotePath } from './render/quotePath.ts';
import type { LineRange } from './scopeItem.ts';

/** A file as agents that read files themselves are pointed to it. */
export type FileReference = { path: string; lines?: LineRange };

/** One line for each: `@src/a.ts`, `@src/a.ts#L3-40`; a path with blanks or invisible characters is quoted. Each comes once. */
export function renderReferences(references: readonly FileReference[]): string {
  return [...new Set(references.map(renderReference))].join('');
}

function renderReference({ path, lines }: FileReference): string {
  const range = lines === undefined ? '' : `#L${lines.startLine}-${lines.endLine}`;
  return /[\s"'`\p{C}]/u.test(path) ? `@${quotePath(path + range)}\n` : `@${path}${range}\n`;
}
