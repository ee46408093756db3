import { cutLines } from '../../core/context/cutLines.ts';
import type { FileNote } from '../../core/context/fileState.ts';
import { renderOutline } from '../../core/context/outline/renderOutline.ts';
import { classifyFile } from '../../core/context/reduce/classifyFile.ts';
import { reduceText } from '../../core/context/reduce/reduceText.ts';
import { truncateTo } from '../../core/context/reduce/truncateTo.ts';
import type { ScopeDocument } from '../../core/context/render/scopeDocument.ts';
import type { LineRange, ScopeItem } from '../../core/context/scopeItem.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import type { Skipped } from '../files/readTextFile.ts';
import type { SourceParser } from '../outline/parseSource.ts';

/** An excerpt is about a screen of code. */
const EXCERPT_TOKENS = 400;

/** Where the text of a document comes from. */
export type EntrySource = {
  item: ScopeItem;
  /** Absolute; empty for what is no file. */
  path: string;
  label: string;
  /** The whole text of the file, or of what is no file. */
  text: string;
  /** An outline that the editor made, for want of a grammar. */
  outline?: string | undefined;
};

export type RenderedEntry = { document: ScopeDocument; note?: FileNote };

/** The document that an item's entry becomes at the item's detail. */
export async function renderEntry(
  source: EntrySource,
  counter: TokenCounter,
  parseSource: SourceParser,
): Promise<RenderedEntry | Skipped> {
  const { item, label } = source;
  if (item.kind === 'gitDiff' || item.detail === 'diff') {
    return { document: { path: label, detail: 'diff', text: source.text } };
  }
  const lines = await findLines(source, parseSource);
  if (lines !== undefined && 'skip' in lines) return lines;
  const text = lines === undefined ? source.text : cutLines(source.text, lines);
  if (lines !== undefined && text === '') return { skip: 'noLines' };
  const named = nameFile(source);
  if (named !== undefined) return named;
  const head = { path: label, ...(lines !== undefined && { lines }) };
  switch (item.detail) {
    case 'full':
      return { document: { ...head, text } };
    case 'outline': {
      const parsed = await parseSource(source.path, text);
      const outline = parsed === undefined ? source.outline : renderOutline(parsed.entries);
      if (outline !== undefined && outline !== '')
        return { document: { ...head, detail: 'outline', text: outline } };
      return { document: { ...head, ...excerpt(text, counter) }, note: 'noOutline' };
    }
    case 'excerpt':
      return { document: { ...head, ...excerpt(text, counter) } };
    case 'reduced': {
      const measure = (part: string) => counter.countTokens(part);
      const reduced = reduceText(text, { path: pathOfText(source), measure }).text;
      return { document: { ...head, ...(reduced !== text && { detail: 'reduced' }), text: reduced } };
    }
    default:
      return item.detail satisfies never;
  }
}

async function findLines(
  { item, path, text }: EntrySource,
  parseSource: SourceParser,
): Promise<LineRange | Skipped | undefined> {
  if (item.kind === 'lines') return item.lines;
  if (item.kind !== 'symbol') return undefined;
  const parsed = await parseSource(path, text);
  // Without a grammar for the language, where it stood is the best guess.
  if (parsed === undefined) return item.lines;
  const found = parsed.symbols.filter(({ name }) => name === item.symbol);
  // Overloads share a name: then the one nearest to where it stood.
  const [nearest] = found.sort((a, b) => distance(a, item.lines) - distance(b, item.lines));
  return nearest === undefined
    ? { skip: 'noSymbol' }
    : { startLine: nearest.startLine, endLine: nearest.endLine };
}

/** The name by which a text is recognised, as it may be quoted in what is left of it; what is said about a file is no file. */
function pathOfText({ item, path, label }: EntrySource): string {
  return path === '' || item.kind === 'problems' ? '' : label;
}

function distance({ startLine }: LineRange, from: LineRange): number {
  return Math.abs(startLine - from.startLine);
}

/** Nobody means the lock files of a folder; who does adds them by themselves. */
function nameFile({ item, path, label, text }: EntrySource): RenderedEntry | undefined {
  if (item.kind !== 'folder' && item.kind !== 'glob') return undefined;
  if (classifyFile(path, text) === undefined) return undefined;
  const notice = reduceText(text, { path: label, kind: 'generated' }).text;
  // A file shorter than the notice goes in whole.
  return notice === text
    ? undefined
    : { document: { path: label, detail: 'reduced', text: notice }, note: 'named' };
}

function excerpt(text: string, counter: TokenCounter): Pick<ScopeDocument, 'detail' | 'text'> {
  const cut = truncateTo(counter, text, EXCERPT_TOKENS, 'both');
  return cut === text ? { text } : { detail: 'excerpt', text: cut };
}
