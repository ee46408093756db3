import { renderMarkdown } from '../../../../src/core/context/render/renderMarkdown.ts';
import { buildCorpus, type Corpus } from '../../../../src/core/context/suggest/corpus.ts';
import { readFileFacts } from '../../../../src/core/context/suggest/facts/fileFacts.ts';
import { IdentifierTable } from '../../../../src/core/context/suggest/facts/identifierTable.ts';
import { indexFile } from '../../../../src/core/context/suggest/facts/indexedFile.ts';
import { outlineLines } from '../../../../src/core/context/suggest/facts/outlineLines.ts';
import { taskWords } from '../../../../src/core/context/suggest/facts/splitWords.ts';
import type { FitTools } from '../../../../src/core/context/suggest/fit/fitScope.ts';
import type { History } from '../../../../src/core/context/suggest/history/history.ts';
import { testCounter } from '../../tokens/testCounter.ts';

/** Path to text. */
export type Files = Readonly<Record<string, string>>;

/** A corpus of these files, indexed in the order in which they are given. */
export function makeCorpus(files: Files, history: History = []): Corpus {
  const table = new IdentifierTable();
  const counter = testCounter('o200k_base');
  const indexed = Object.entries(files).map(([path, text]) =>
    indexFile(path, counter.countTokens(text), readFileFacts(path, text), table),
  );
  return buildCorpus(indexed, table, history);
}

/** Commits a day apart, the newest first: `['subject', 'a.ts', 'b.ts']`. */
export function makeHistory(
  ...commits: readonly (readonly [subject: string, ...paths: string[]])[]
): History {
  const day = 24 * 3600;
  return commits.map(([subject, ...paths], index) => ({ timeS: (10_000 - index) * day, subject, paths }));
}

/** Real counting and rendering over texts in memory. */
export function makeTools(files: Files, task = ''): FitTools {
  const counter = testCounter('o200k_base');
  return {
    countTokens: (text) => counter.countTokens(text),
    render: (documents) => renderMarkdown(documents).join(''),
    gate: (text) => ({ text, secrets: [], invisible: [] }),
    readText: (path) => files[path],
    outlineOf: (path) => outlineLines(path, files[path] ?? ''),
    words: new Set(taskWords(task)),
  };
}
