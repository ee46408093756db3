import { fenceFor, takeUntilLine } from './fencedBlocks.ts';
import { isTaskPart, type PromptPart } from './scopeDocument.ts';
import { endsOpen, formatTitle, parseTitle } from './titleLine.ts';

/** No document's title starts like this: such a path would be quoted. */
const TASK_TITLE = '# Task';

/**
 * Renders a prompt as plain text: each part between a line with its title and a line of `=`, longer than any run of `=` inside.
 * `parsePlain` gives the parts back.
 */
export function renderPlain(parts: readonly PromptPart[]): string[] {
  return parts.map((part, index) => (index === 0 ? '' : '\n') + renderPart(part));
}

/** The inverse of `renderPlain`; throws on text that it cannot have produced. */
export function parsePlain(plain: string): PromptPart[] {
  const parts: PromptPart[] = [];
  for (let text = plain; text !== ''; ) {
    const head = HEAD.exec(text);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
    const [whole, rule = '', title = ''] = head;
    const { body, rest } = takeUntilLine(text.slice(whole.length), rule);
    parts.push(parsePart(title, body));
    text = rest;
  }
  return parts;
}

/** How much stands before the text of a rendered part. */
export function plainHeadLength(rendered: string): number {
  return HEAD.exec(rendered)?.[0].length ?? 0;
}

const HEAD = /^\n?(={3,}) ([^\n]*) \1\n/;

function renderPart(part: PromptPart): string {
  const document = isTaskPart(part) ? { path: '', text: part.task } : part;
  const title = formatTitle(document);
  const { text } = document;
  const rule = fenceFor(text, '=');
  // An empty path is quoted: what comes after its quotes is what a title says beside the path.
  const shown = isTaskPart(part) ? TASK_TITLE + title.slice(2) : title;
  return `${rule} ${shown} ${rule}\n${text}${endsOpen(text) ? '\n' : ''}${rule}\n`;
}

function parsePart(title: string, body: string): PromptPart {
  if (!title.startsWith(TASK_TITLE)) return parseTitle(title, body);
  return { task: parseTitle(`""${title.slice(TASK_TITLE.length)}`, body).text };
}
