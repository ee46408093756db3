import { fenceFor, takeUntilLine } from './fencedBlocks.ts';
import { isTaskPart, type PromptPart, type ScopeDocument } from './scopeDocument.ts';
import { endsOpen, formatTitle, parseTitle } from './titleLine.ts';

const TASK_HEADING = '# Task';

/**
 * Renders a prompt as Markdown: a heading per document, the text in a fence longer than any inside; the task under a heading of its own.
 * `parseMarkdown` gives the parts back.
 */
export function renderMarkdown(parts: readonly PromptPart[]): string[] {
  return parts.map((part, index) => {
    const rendered = isTaskPart(part) ? renderTask(part.task) : renderDocument(part);
    return index === 0 ? rendered : `\n${rendered}`;
  });
}

/** The inverse of `renderMarkdown`; throws on text that it cannot have produced. */
export function parseMarkdown(markdown: string): PromptPart[] {
  const parts: PromptPart[] = [];
  for (let text = markdown; text !== ''; ) {
    const { part, rest } = takeTask(text) ?? takeDocument(text);
    parts.push(part);
    text = rest;
  }
  return parts;
}

/** How much stands before the text of a rendered document. */
export function markdownHeadLength(rendered: string): number {
  return DOCUMENT_HEAD.exec(rendered)?.[0].length ?? 0;
}

const DOCUMENT_HEAD = /^\n?## ([^\n]*)\n\n(`{3,})[^`\n]*\n/;

function renderDocument(document: ScopeDocument): string {
  const { path, text, detail } = document;
  const language = detail === 'diff' ? 'diff' : fenceLanguage(path);
  return `## ${formatTitle(document)}\n\n${renderFenced(text, language)}`;
}

/** Prose stands as it is, unless it could be taken for the structure around it. */
function renderTask(task: string): string {
  const isPlain = /^[^\s`#]/.test(task) && task.endsWith('\n') && !/\n[`#]/.test(task);
  return `${TASK_HEADING}\n\n${isPlain ? task : renderFenced(task, endsOpen(task) ? 'open' : 'text')}`;
}

function renderFenced(text: string, language: string): string {
  const fence = fenceFor(text, '`');
  return `${fence}${language}\n${text}${endsOpen(text) ? '\n' : ''}${fence}\n`;
}

type Taken = { part: PromptPart; rest: string };

function takeDocument(text: string): Taken {
  const head = DOCUMENT_HEAD.exec(text);
  if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
  const [whole, title = '', fence = ''] = head;
  const { body, rest } = takeUntilLine(text.slice(whole.length), fence);
  return { part: parseTitle(title, body), rest };
}

function takeTask(text: string): Taken | undefined {
  const head = /^\n?# Task\n\n(?:(`{3,})(open|text)\n)?/.exec(text);
  if (head === null) return undefined;
  const [whole, fence, form] = head;
  const after = text.slice(whole.length);
  if (fence === undefined) {
    const end = after.indexOf('\n\n## ') + 1 || after.length;
    return { part: { task: after.slice(0, end) }, rest: after.slice(end) };
  }
  const { body, rest } = takeUntilLine(after, fence);
  return { part: { task: form === 'open' ? body.slice(0, -1) : body }, rest };
}

/** The file name's extension as the fence's language, which every Markdown reader understands. */
function fenceLanguage(path: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
