import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { conciseEdits } from '../text/conciseEdits.ts';
import { applyEdits } from '../text/textEdit.ts';

const LIMITS = {
  leastTokens: { value: 5, reason: 'A single "please" or "I want you to" is not worth a click.' },
};

/** Courtesy, roles and phrases that could go without changing what is asked. */
export const filler: Check = {
  id: 'filler',
  thresholds: LIMITS,
  find({ text, countTokens }, read) {
    const edits = conciseEdits(read);
    if (edits.length === 0) return [];
    const tokens = countTokens(text) - countTokens(applyEdits(text, edits));
    if (tokens < LIMITS.leastTokens.value) return [];
    return [
      {
        check: 'filler',
        title: message('Polite or redundant words change nothing about the answer: leave them out.'),
        // A letter that becomes a capital is no filler.
        places: edits.flatMap(({ start, end, replacement }) =>
          replacement.length < end - start ? [{ in: 'text' as const, start, end }] : [],
        ),
        tokens: {
          tokens,
          kind: 'measured',
          formula: message('tokens of the text − tokens of the text without these words'),
        },
        action: { do: 'editText', edits },
      },
    ];
  },
};
