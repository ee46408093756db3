import { classifyFile } from '../../context/reduce/classifyFile.ts';
import { reduceText } from '../../context/reduce/reduceText.ts';
import { message } from '../../message.ts';
import type { Check } from '../check.ts';

const LIMITS = {
  leastTokens: { value: 100, reason: 'A small one costs less than the line that would stand for it saves.' },
};

/** Lock, vendored, minified and generated files: a model gets nothing from them that their name does not say. */
export const generatedFiles: Check = {
  id: 'generatedFiles',
  thresholds: LIMITS,
  find({ scope, countTokens }) {
    return (scope?.parts ?? []).flatMap(({ itemId, label, path, text, tokens, isWhole }) => {
      const found = isWhole && path !== '' ? classifyFile(label, text) : undefined;
      if (found === undefined) return [];
      const named = reduceText(text, { path: label, kind: 'generated', measure: countTokens });
      const saving = tokens - countTokens(named.text);
      if (saving < LIMITS.leastTokens.value) return [];
      return [
        {
          check: 'generatedFiles' as const,
          title: message('{0} need not be read ({1}): its name says enough.', label, found.reason),
          places: [{ in: 'scope' as const, documents: [{ itemId, path, label }] }],
          tokens: {
            tokens: saving,
            kind: 'measured' as const,
            formula: message('tokens of the file − tokens of the line that names it'),
          },
          action: { do: 'setDetail' as const, documents: [{ itemId, path }], detail: 'reduced' as const },
        },
      ];
    });
  },
};
