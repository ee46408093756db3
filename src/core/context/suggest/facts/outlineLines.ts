import { languageOf } from './languageOf.ts';
import { declarationPattern } from './readDeclarations.ts';

const MOST_LINES = 60;
const MOST_UNITS = 160;

/** The lines of a text on which something is declared: the outline of a language without a grammar. `undefined` when there are none. */
export function outlineLines(path: string, text: string): string | undefined {
  const language = languageOf(path);
  if (language === undefined) return undefined;
  const lines: string[] = [];
  let end = -1;
  for (const { index, 0: match } of text.matchAll(declarationPattern(language))) {
    const start = text.lastIndexOf('\n', index) + 1;
    const at = index + match.search(/\S/);
    if (at < end) continue;
    end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    lines.push(text.slice(start > at ? at : start, Math.min(end, start + MOST_UNITS)).trimEnd());
    if (lines.length === MOST_LINES) break;
  }
  return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
}
