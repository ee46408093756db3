import { reduceText } from '../../context/reduce/reduceText.ts';
import { hashText } from '../../hashText.ts';
import type { SessionEventBody } from '../sessionEvent.ts';
import { lineParts } from './lineParts.ts';
import { isObject, known, readArray, readText } from './readFields.ts';

type ToolResult = Extract<SessionEventBody, { kind: 'toolResult' }>;
type ResultFacts = Pick<
  ToolResult,
  'isError' | 'tokens' | 'firstLine' | 'lineCount' | 'totalLines' | 'changedChars'
>;

/** From here on it is worth knowing what the log reducer would leave. */
const LEAST_REDUCED_CHARS = 12_000;
/** Larger ones are cut by every tool before a model sees them. */
const MOST_REDUCED_CHARS = 400_000;
/** What commands print of their own speed and time differs with every run. */
const VOLATILE =
  /Chunk ID: \w+|\d+(?:\.\d+)?\s?(?:ms|s|sec|secs|seconds|m)\b|\d{1,4}[-:/]\d{2}[-:/]\d{2}(?:[T ,.:\dZ+]*)/g;

/** What a model was given in return for a call: text, or blocks of text and images. */
export function toolResult(
  callId: string,
  content: unknown,
  facts: Partial<{ [K in keyof ResultFacts]: ResultFacts[K] | undefined }> = {},
): ToolResult {
  const { text, images } = readContent(content);
  const { isError = false, ...rest } = facts;
  return {
    kind: 'toolResult',
    callId,
    chars: text.length,
    isError,
    ...known({ ...rest, images: images === 0 ? undefined : images }),
    ...(text !== '' && { hash: hashText(text.replace(VOLATILE, '')) }),
    ...known({
      lineParts: lineParts(text),
      reducedChars: isWorthReducing(text, rest.firstLine) ? reduceText(text).text.length : undefined,
    }),
  };
}

/** Of a file, lines are read one by one; only what programs print is reduced. */
function isWorthReducing(text: string, firstLine: number | undefined): boolean {
  return firstLine === undefined && text.length >= LEAST_REDUCED_CHARS && text.length <= MOST_REDUCED_CHARS;
}

function readContent(content: unknown): { text: string; images: number } {
  if (typeof content === 'string') return { text: content, images: 0 };
  const blocks = readArray(content).filter(isObject);
  return {
    text: blocks.map((block) => readText(block['text']) ?? '').join(''),
    images: blocks.filter((block) => block['type'] === 'image').length,
  };
}
