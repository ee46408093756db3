import { isAbsolute, resolve } from 'node:path';
import { outlineLanguageOf } from '../../core/context/outline/languages.ts';
import { renderOutline } from '../../core/context/outline/renderOutline.ts';
import { renderText, type ScopeFormat } from '../../core/context/render/formats.ts';
import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { buildSuggestion } from '../../core/context/suggest/buildSuggestion.ts';
import { outlineLines } from '../../core/context/suggest/facts/outlineLines.ts';
import { taskWords } from '../../core/context/suggest/facts/splitWords.ts';
import type { FitTools } from '../../core/context/suggest/fit/fitScope.ts';
import { rankFiles } from '../../core/context/suggest/rankFiles.ts';
import type { Suggestion } from '../../core/context/suggest/suggestion.ts';
import type { SeedKind } from '../../core/context/suggest/suggestQuestion.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { gateText } from '../gates/gateText.ts';
import type { SourceParser } from '../outline/parseSource.ts';
import { labelOf } from '../scope/labelOf.ts';
import type { ScopeIndex } from './scopeIndex.ts';

/** What a suggestion is asked for with. Paths are absolute, or relative to the first root. */
export type SuggestRequest = {
  task: string;
  filesAtHand: readonly { path: string; kind: SeedKind }[];
  /** Names under the cursor or in a diagnostic. */
  symbols?: readonly string[];
  budget: number;
  format: ScopeFormat;
};

type Engine = { counter: TokenCounter; parseSource: SourceParser };

/** Of larger files only the start is read: an excerpt of it is all that could go in. */
const MAX_BYTES = 2 * 1024 * 1024;
/** The files that come first are outlined by a parser, which takes milliseconds for each; the others line by line. */
const MOST_PARSED = 8;
const MOST_PARSED_TOKENS = 20_000;

/** Suggests from what the index knows by now, and reads the files that go in. `rank` is for comparing with other rankings. */
export async function suggestScope(
  index: ScopeIndex,
  roots: readonly WorkspaceRoot[],
  request: SuggestRequest,
  engine: Engine,
  rank: typeof rankFiles = rankFiles,
): Promise<Suggestion> {
  const { task, symbols, budget, format } = request;
  const seeds = request.filesAtHand.map(({ path, kind }) => ({ path: labelFor(path, roots), kind }));
  const question = { task, seeds, ...(symbols !== undefined && { symbols }) };
  const corpus = index.getCorpus();
  const ranked = rank(corpus, question);
  const first = ranked.slice(0, MOST_PARSED).map(({ file }) => file);
  const short = first.filter(({ tokens, isBulk }) => tokens <= MOST_PARSED_TOKENS && !isBulk);
  const tools = await createFitTools(
    index,
    engine,
    task,
    format,
    short.map(({ path }) => path),
  );
  return buildSuggestion(corpus, question, ranked, budget, tools);
}

/** What fitting needs from the outside; each file is read once. `parsed` are those whose outline is worth a parser. */
async function createFitTools(
  index: ScopeIndex,
  { counter, parseSource }: Engine,
  task: string,
  format: ScopeFormat,
  parsed: readonly string[],
): Promise<FitTools> {
  const texts = new Map<string, string | undefined>();
  const readText = (path: string) => {
    if (!texts.has(path)) texts.set(path, index.readText(path, MAX_BYTES));
    return texts.get(path);
  };
  const outlines = new Map<string, string | undefined>();
  for (const path of parsed) {
    if (outlineLanguageOf(path) === undefined) continue;
    outlines.set(path, await index.outlineOf(path, () => parseOutline(path, readText(path), parseSource)));
  }
  return {
    countTokens: (text) => counter.countTokens(text),
    render: (documents) => renderText(format, documents),
    gate: (text) => gateText(text),
    readText,
    outlineOf(path) {
      const parsedOutline = outlines.get(path);
      if (parsedOutline !== undefined) return parsedOutline;
      const text = readText(path);
      return text === undefined ? undefined : outlineLines(path, text);
    },
    words: new Set(taskWords(task)),
  };
}

async function parseOutline(
  path: string,
  text: string | undefined,
  parseSource: SourceParser,
): Promise<string | undefined> {
  const parsed = text === undefined ? undefined : await parseSource(path, text);
  const outline = renderOutline(parsed?.entries ?? []);
  return outline === '' ? undefined : outline;
}

function labelFor(path: string, roots: readonly WorkspaceRoot[]): string {
  return labelOf(isAbsolute(path) ? path : resolve(roots[0]?.path ?? '', path), roots);
}
