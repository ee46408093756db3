import { ANYWHERE_SIGNS } from './anywhereSigns.ts';
import type { FoundSign } from './foundSign.ts';
import { isOtherLanguage } from './languageSigns.ts';
import { MANY_PIECES, readPieceCount } from './pieceCount.ts';
import type { ReadTask } from './readTask.ts';
import type { TaskContext } from './tierSuggestion.ts';
import { weighContext } from './weighContext.ts';
import { weighLeads } from './weighLeads.ts';
import { weighOtherLanguage } from './weighOtherLanguage.ts';

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
  const isTold = found.some(({ tier }) => tier === 'execute');
  return [...found, ...weighContext(read, context, leads, isTold)];
}

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
