import { message } from '../../message.ts';
import type { Advice } from '../advice.ts';
import type { AdviceInput, Check, InstructionText } from '../check.ts';
import { instructionLines, normaliseLine, type SaidLine } from '../text/instructionLines.ts';
import type { ReadPrompt } from '../text/readPrompt.ts';
import { applyEdits, type TextEdit, type TextRange } from '../text/textEdit.ts';

const LIMITS = {
  leastWords: { value: 5, reason: 'Shorter sentences are alike by chance: "Run the tests."' },
  leastShared: { value: 0.8, reason: 'Of ten words eight the same is the same rule in other words.' },
};

/** What a file with standing instructions says already is said, and paid for, again. */
export const repeatedInstructions: Check = {
  id: 'repeatedInstructions',
  thresholds: LIMITS,
  find(input, read) {
    const files = (input.instructions ?? []).map((file) => ({ file, known: indexLines(file) }));
    if (files.length === 0) return [];
    const sentences = sentencesOf(read);
    return files.flatMap(({ file, known }) => {
      const repeated = sentences.filter(({ words }) => isKnown(words, known));
      return repeated.length === 0 ? [] : [advise(input, file, repeated)];
    });
  },
};

type Sentence = TextRange & { words: string[] };
type KnownLines = { exact: Set<string>; byWord: Map<string, number[]>; lines: string[][] };

function advise({ text, countTokens }: AdviceInput, { path }: InstructionText, repeated: Sentence[]): Advice {
  const edits: TextEdit[] = repeated.map(({ start, end }) => ({ start, end, replacement: '' }));
  const tokens = Math.max(0, countTokens(text) - countTokens(applyEdits(text, edits)));
  return {
    check: 'repeatedInstructions',
    title: message('{0} says this already, and goes with every request: leave it out here.', path),
    places: repeated.map(({ start, end }) => ({ in: 'text', start, end })),
    tokens: {
      tokens,
      kind: 'measured',
      formula: message('tokens of the text − tokens of the text without these sentences'),
    },
    action: { do: 'editText', edits },
    instructionsPath: path,
  };
}

function sentencesOf({ text, payloads }: ReadPrompt): Sentence[] {
  const isPasted = (at: number) => payloads.some(({ start, end }) => start <= at && at < end);
  return instructionLines(text).flatMap((line) =>
    isPasted(line.start) ? [] : splitSentences(text.slice(line.start, line.end), line),
  );
}

function splitSentences(line: string, { start }: SaidLine): Sentence[] {
  return [
    ...line.matchAll(/[^.!?。！？]+(?:[.!?。！？]+(?=\s|$)|[.!?](?=\S)[^.!?。！？]*)*[.!?。！？]*\s*/g),
  ].flatMap(({ 0: found, index }) => {
    const words = wordsOf(found);
    if (words.length < LIMITS.leastWords.value) return [];
    return [{ start: start + index, end: start + index + found.length, words }];
  });
}

function indexLines({ text }: InstructionText): KnownLines {
  const known: KnownLines = { exact: new Set(), byWord: new Map(), lines: [] };
  for (const { said } of instructionLines(text)) {
    for (const sentence of said.split(/(?<=[.!?])\s/)) {
      const words = wordsOf(sentence);
      if (words.length < LIMITS.leastWords.value) continue;
      known.exact.add(words.join(' '));
      for (const word of new Set(words))
        known.byWord.set(word, [...(known.byWord.get(word) ?? []), known.lines.length]);
      known.lines.push(words);
    }
  }
  return known;
}

/** The same sentence, or one that shares most words with a known one. */
function isKnown(words: readonly string[], { exact, byWord, lines }: KnownLines): boolean {
  if (exact.has(words.join(' '))) return true;
  const own = new Set(words);
  const shared = new Map<number, number>();
  for (const word of own) {
    for (const line of (byWord.get(word) ?? []).slice(0, MOST_LINES))
      shared.set(line, (shared.get(line) ?? 0) + 1);
  }
  return [...shared].some(([line, count]) => {
    const all = new Set([...own, ...(lines[line] ?? [])]).size;
    return count >= LIMITS.leastShared.value * all;
  });
}

/** A word that is in more lines says nothing about which one it is. */
const MOST_LINES = 40;

function wordsOf(sentence: string): string[] {
  return normaliseLine(sentence).match(/[\p{L}\p{N}./-]+/gu) ?? [];
}
