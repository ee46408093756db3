import type { IdentifierTable } from '../facts/identifierTable.ts';
import { splitWords } from '../facts/splitWords.ts';

/** Which of the words, by place, each identifier has. A stem starts its word, so a look at the letters leaves few to split. */
export function wordsOfIdentifiers(
  table: IdentifierTable,
  words: readonly string[],
): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [word, stem] of words.entries()) {
    for (let identifier = 0; identifier < table.lowerNames.length; identifier += 1) {
      if (!table.lowerNames[identifier]!.includes(stem)) continue;
      if (!splitWords(table.names[identifier]!).includes(stem)) continue;
      const known = found.get(identifier);
      if (known === undefined) found.set(identifier, [word]);
      else known.push(word);
    }
  }
  return found;
}
