import { sharedShare } from '../../context/suggest/fit/sharedShare.ts';
import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { instructionLines, type SaidLine } from '../text/instructionLines.ts';
import type { TextEdit } from '../text/textEdit.ts';

const LIMITS = {
  leastWords: { value: 4, reason: 'Shorter lines are headings in disguise, and alike in several lists.' },
  leastShared: { value: 0.85, reason: 'Of seven words six the same is the same rule in other words.' },
};

/** A rule that the file has already said. */
export const duplicatedLines: Check = {
  id: 'duplicatedLines',
  thresholds: LIMITS,
  find({ text, countTokens }) {
    const known: (SaidLine & { words: string[] })[] = [];
    return instructionLines(text).flatMap((line) => {
      const words = [...new Set(line.said.split(' '))];
      if (words.length < LIMITS.leastWords.value || line.isContinued) return [];
      const { value } = LIMITS.leastShared;
      const first = known.find(
        (other) => other.said === line.said || sharedShare(other.words, words, value) >= value,
      );
      if (first === undefined) {
        if (known.length < MOST_LINES) known.push({ ...line, words });
        return [];
      }
      const edit: TextEdit = {
        start: line.start,
        end: Math.min(text.length, lineEnd(text, line.end)),
        replacement: '',
      };
      const tokens = countTokens(text.slice(edit.start, edit.end));
      return [
        {
          check: 'duplicatedLines' as const,
          title: message('Line {0} says this already.', first.line + 1),
          places: [{ in: 'text' as const, start: line.start, end: line.end }],
          tokens: { tokens, kind: 'measured' as const, formula: message('tokens of the line') },
          action: { do: 'editText' as const, edits: [edit] },
        },
      ];
    });
  },
};

/** Instructions of more lines are not read by anybody; each line is compared with those before it. */
const MOST_LINES = 2_000;

function lineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
