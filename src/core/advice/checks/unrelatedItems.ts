import { isInstructions } from '../../context/orderParts.ts';
import { countIdentifiers } from '../../context/suggest/facts/countIdentifiers.ts';
import { splitWords, taskWords } from '../../context/suggest/facts/splitWords.ts';
import { message } from '../../message.ts';
import type { AdvisedPart, Check } from '../check.ts';

const LIMITS = {
  leastTokens: {
    value: 300,
    reason: 'Less is not worth the risk of leaving out something that matters after all.',
  },
  leastWords: { value: 3, reason: 'A task of fewer telling words says too little to judge a file by.' },
  leastMatches: {
    value: 2,
    reason: 'Another file must hold so many words of the task: else its words are not those of this code.',
  },
};

/** Documents without one word of the task, which no document about it names and which name none. */
export const unrelatedItems: Check = {
  id: 'unrelatedItems',
  thresholds: LIMITS,
  find({ scope }, { text }) {
    const words = taskWords(text);
    if (scope === undefined || words.length < LIMITS.leastWords.value) return [];
    const parts = scope.parts.map((part) => readPart(part, words));
    const related = parts.filter(({ matches }) => matches >= LIMITS.leastMatches.value);
    if (related.length === 0) return [];
    const relatedWords = new Set(related.flatMap(({ stems }) => [...stems]));
    const relatedNames = related.map(({ nameStems }) => nameStems);
    return parts.flatMap(({ part, matches, stems, nameStems }) => {
      const { itemId, path, label, tokens, isStable } = part;
      if (matches > 0 || isStable || isInstructions(label) || tokens < LIMITS.leastTokens.value) return [];
      const isNamed = nameStems.length > 0 && nameStems.every((stem) => relatedWords.has(stem));
      const names = relatedNames.some((other) => other.length > 0 && other.every((stem) => stems.has(stem)));
      if (isNamed || names) return [];
      return [
        {
          check: 'unrelatedItems' as const,
          title: message('{0} holds no word of the task, and nothing else here speaks of it.', label),
          places: [{ in: 'scope' as const, documents: [{ itemId, path, label }] }],
          tokens: { tokens, kind: 'measured' as const, formula: message('tokens of the document') },
          action: { do: 'leaveOut' as const, documents: [{ itemId, path }] },
        },
      ];
    });
  },
};

type ReadPart = { part: AdvisedPart; stems: Set<string>; nameStems: string[]; matches: number };

const MOST_IDENTIFIERS = 5_000;

function readPart(part: AdvisedPart, words: readonly string[]): ReadPart {
  const identifiers = [...countIdentifiers(part.text, MOST_IDENTIFIERS).keys(), part.label];
  const stems = new Set(identifiers.flatMap(splitWords));
  const name = part.label.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return {
    part,
    stems,
    nameStems: splitWords(name),
    matches: words.filter((word) => stems.has(word)).length,
  };
}
