import { type FoundSign, MANY_SMALL } from './foundSign.ts';
import { LANGUAGE_SIGNS, type LanguageSign } from './languageSigns.ts';
import type { ReadTask } from './readTask.ts';

/** For a task that is not in English, and for one whose words say nothing in it. */
export function weighOtherLanguage({ clauses }: ReadTask, isMany: boolean): FoundSign[] {
  return clauses.flatMap((clause) => {
    const sign = firstOf(clause.words);
    if (sign === undefined) return [];
    const { tier, weight, reason } = sign;
    return [tier === 'execute' && isMany ? { ...MANY_SMALL, clause } : { tier, weight, reason, clause }];
  });
}

/** The verb that comes first, in scripts that need no spaces the one of the highest rank. */
function firstOf(words: string): LanguageSign | undefined {
  const found = LANGUAGE_SIGNS.map((sign) => ({ sign, at: words.search(sign.pattern) })).filter(
    ({ at }) => at >= 0,
  );
  if (!UNSPACED.test(words)) found.sort((a, b) => a.at - b.at);
  return found[0]?.sign;
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
