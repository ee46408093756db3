import type { Tier } from '../modelInfo.ts';
import { ANYWHERE_SIGNS, CONTENT_WORDS, REPEATED } from './anywhereSigns.ts';
import { isOtherLanguage, LANGUAGE_SIGNS } from './languageSigns.ts';
import { LEAD_SIGNS } from './leadSigns.ts';
import { MANY_PIECES, readPieceCount } from './pieceCount.ts';
import type { Clause, ReadTask } from './readTask.ts';
import { anywhere } from './sign.ts';
import type { TaskContext } from './tierSuggestion.ts';

/** A sign that was found. `clause` is what begins with it, absent for a sign that counts wherever it stands. */
export type FoundSign = { tier: Tier; weight: number; reason: string; clause?: Clause };

/** Everything that speaks for a tier in the words of a task and in what is known of its scope. */
export function weighSigns(read: ReadTask, context: TaskContext): FoundSign[] {
  if (read.isCommand)
    return [{ tier: 'none', weight: 4, reason: 'it is a command line: run it with ! before it' }];
  const pieces = readPieceCount(read.words) ?? 0;
  const isMany = pieces >= MANY_PIECES;
  const english = isOtherLanguage(read.words) ? [] : weighLeads(read, isMany);
  const leads = english.length > 0 ? english : weighOtherLanguage(read, isMany);
  const found = [...leads, ...weighWords(read)];
  if (isMany && !leads.some(isCodeChange)) {
    found.push({ tier: 'bulk', weight: 1.5, reason: 'there are many pieces of the same kind' });
  }
  return [...found, ...weighContext(read, context, leads)];
}

/** What a clause begins with; small work on many pieces is bulk. */
function weighLeads({ clauses, words }: ReadTask, isMany: boolean): FoundSign[] {
  const isRepeated = REPEATED.test(words);
  const isManyContents = isMany && CONTENT_WORDS.test(words);
  return clauses.flatMap((clause) => {
    const sign = LEAD_SIGNS.find(({ pattern }) => pattern.test(clause.words));
    if (sign === undefined) return [];
    const { tier, weight, reason, perPiece } = sign;
    if (
      tier === 'execute' &&
      ((isManyContents && TREATS.test(clause.words)) || (perPiece && (isMany || (isRepeated && weight < 2))))
    ) {
      return [{ ...MANY_SMALL, clause }];
    }
    return [{ tier, weight, reason, clause }];
  });
}

/** For a task that is not in English, and for one whose words say nothing in it. */
function weighOtherLanguage({ clauses }: ReadTask, isMany: boolean): FoundSign[] {
  return clauses.flatMap((clause) => {
    const sign = LANGUAGE_SIGNS.find(({ pattern }) => pattern.test(clause.words));
    if (sign === undefined) return [];
    const { tier, weight, reason } = sign;
    return [tier === 'execute' && isMany ? { ...MANY_SMALL, clause } : { tier, weight, reason, clause }];
  });
}

/** Verbs of change that are done to contents too. */
const TREATS =
  /^(?:split|convert|turn|move|merge|update|replace|correct|fix|rename|improve|complete|annotate|combine|mark|process)\b/;

const MANY_SMALL = { tier: 'bulk', weight: 2.5, reason: 'the same small work on many pieces' } as const;

function weighWords({ words }: ReadTask): FoundSign[] {
  return ANYWHERE_SIGNS.filter(({ pattern }) => pattern.test(words)).map(({ tier, weight, reason }) => ({
    tier,
    weight,
    reason,
  }));
}

function isCodeChange({ tier, weight }: FoundSign): boolean {
  return tier === 'execute' && weight >= 2;
}

/** What is told without asking for anything is a report of something that goes wrong. */
const SYMPTOM = anywhere(
  "crash(?:es|ed|ing)?|hangs?|freez(?:es|ing)|times? out|timeouts?|broken|breaks|fails?|failing|slow(?:er|ly)?|leaks?|lost|lose|disappears?|missing|wrong|twice|duplicated?|corrupt\\w*|stuck|errors?|doesn't work|does not work|\\d+ ?% of|spikes?|climb(?:s|ing)|drops?|mixed up|inconsistent",
);

/** From here on a scope is more than one person keeps in mind. */
const WIDE_SCOPE_TOKENS = 100_000;
const WIDE_SCOPE_FILES = 40;

function weighContext(read: ReadTask, context: TaskContext, leads: readonly FoundSign[]): FoundSign[] {
  const found: FoundSign[] = [];
  if (leads.length === 0 && !read.hasTrace && SYMPTOM.test(read.words)) {
    found.push({
      tier: 'think',
      weight: 2.5,
      reason: 'it tells of a fault, and nothing says what to change',
    });
  }
  if (read.hasTrace) found.push({ tier: 'execute', weight: 1, reason: 'the error names its place' });
  if ((context.errorCount ?? 0) > 0) {
    found.push({ tier: 'execute', weight: 1, reason: 'the editor shows where the errors are' });
  }
  const isWide =
    (context.scopeTokens ?? 0) > WIDE_SCOPE_TOKENS || (context.fileCount ?? 0) > WIDE_SCOPE_FILES;
  if (isWide && !leads.some(({ tier }) => tier === 'none' || tier === 'bulk')) {
    found.push({ tier: 'think', weight: 0.75, reason: 'the scope is wide' });
  }
  return found;
}
