import { compileFiller } from './compileFiller.ts';
import { FILLER_PHRASES, type FillerPhrase } from './fillerPhrases.ts';
import type { ReadPrompt } from './readPrompt.ts';
import { applyEdits, orderEdits, type TextEdit } from './textEdit.ts';

/** The edits that take filler out of a prompt, in order. Code, quotations, names and pasted blocks stay as they are. */
export function conciseEdits({ text, prose, language }: ReadPrompt): TextEdit[] {
  const phrases = [
    ...(FILLER_PHRASES[language] ?? []),
    ...(language === 'en' ? [] : (FILLER_PHRASES.en ?? [])),
  ];
  const found = orderEdits(phrases.flatMap((phrase) => findPhrase(prose, phrase)));
  const mended = mergeEdits(found, text).flatMap((edit) => [...mend(edit, text), ...endRequest(edit, prose)]);
  return orderEdits(mended);
}

/** The text without filler, line ends and blanks as they were elsewhere. */
export function makeConcise(read: ReadPrompt): string {
  return applyEdits(read.text, conciseEdits(read));
}

function findPhrase(prose: string, phrase: FillerPhrase): TextEdit[] {
  const { replacement = '' } = phrase;
  return [...prose.matchAll(compileFiller(phrase))].flatMap(({ 0: found, index }) =>
    found.trim() === '' ? [] : [{ start: index, end: index + found.length, replacement }],
  );
}

/** Phrases that follow one another are one edit. */
function mergeEdits(edits: readonly TextEdit[], text: string): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    const isNext =
      last !== undefined &&
      text.slice(last.end, edit.start).trim() === '' &&
      !text.slice(last.end, edit.start).includes('\n');
    if (isNext && last.replacement === '' && edit.replacement === '') last.end = edit.end;
    else merged.push({ ...edit });
  }
  return merged;
}

/** What follows a removal at the start of a sentence begins it, and a line of which nothing is left goes. */
function mend(edit: TextEdit, text: string): TextEdit[] {
  const before = text.slice(Math.max(0, edit.start - 3), edit.start);
  const isLineStart = edit.start === 0 || before.endsWith('\n');
  if (isLineStart && edit.replacement === '') {
    const lineEnd = /^[ \t]{0,20}\r?\n/.exec(text.slice(edit.end, edit.end + 24));
    if (lineEnd !== null) return [{ ...edit, end: edit.end + lineEnd[0].length }];
  }
  const startsSentence = isLineStart || /[.!?:]\s{1,2}$/.test(before);
  if (!startsSentence || !/^\p{Lu}/u.test(text.slice(edit.start, edit.start + 2))) return [edit];
  if (edit.replacement !== '') return [{ ...edit, replacement: capitalise(edit.replacement) }];
  const next = text.charAt(edit.end);
  if (!/^\p{Ll}$/u.test(next)) return [edit];
  return [edit, { start: edit.end, end: edit.end + 1, replacement: capitalise(next) }];
}

/** "Could you …?" without "could you" asks nothing. */
function endRequest({ start, end }: TextEdit, prose: string): TextEdit[] {
  if (!ASKS_TO_DO.test(prose.slice(start, end))) return [];
  const rest = prose.slice(end, end + LONGEST_REQUEST);
  const mark = rest.search(/[.!?？。\n]/u);
  if (mark === -1 || (rest[mark] !== '?' && rest[mark] !== '？')) return [];
  return [{ start: end + mark, end: end + mark + 1, replacement: rest[mark] === '?' ? '.' : '。' }];
}

const LONGEST_REQUEST = 600;
const ASKS_TO_DO =
  /(?:could|can|would|will) you|would you mind|wondering|(?:könntest|kannst|würdest) du|(?:könnten|können|würden) sie|(?:pourrais|peux)-tu|(?:pourriez|pouvez)-vous|podrías|podría|puedes|puede|能不能|可不可以|能否|可否|是否可以/i;

function capitalise(text: string): string {
  const first = text.charAt(0).toUpperCase();
  return first.length === 1 ? first + text.slice(1) : text;
}
