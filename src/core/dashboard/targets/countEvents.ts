import type { DayOf } from '../../usage/aggregateUsage.ts';
import type { DayRange } from '../../usage/days.ts';
import type { SessionEvent } from '../../usage/sessionEvent.ts';
import { emptyPrompt, type PromptTokens } from './composePrompts.ts';

/** What events tell beside the records. */
export type EventFacts = {
  /** Sessions whose prompts are known. */
  promptedSessions: ReadonlySet<string>;
  /** By local day. */
  prompts: ReadonlyMap<string, number>;
  /** Absent where no log tells of any: whether there were none is not known then. */
  retries?: ReadonlyMap<string, number>;
  /** What requests were made of, by local day; absent until it was worked out. */
  composition?: ReadonlyMap<string, PromptTokens>;
};

/** Prompts and retries of sessions, those that a forked session repeats once; prompts of sub-agents are no tasks. */
export function countEvents(events: readonly SessionEvent[], dayOf: DayOf): EventFacts {
  const promptedSessions = new Set<string>();
  const prompts = new Map<string, number>();
  const retries = new Map<string, number>();
  const seen = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'retry' && event.kind !== 'prompt') continue;
    if (event.kind === 'prompt' && event.agentId !== undefined) continue;
    if (event.kind === 'prompt') promptedSessions.add(event.sessionId);
    const key = `${event.kind}:${event.timestampMs}:${event.kind === 'prompt' ? event.hash : event.sessionId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const day = dayOf(event.timestampMs);
    const counts = event.kind === 'prompt' ? prompts : retries;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return { promptedSessions, prompts, ...(retries.size > 0 && { retries }) };
}

/** What a count by days comes to in a range, both days included. */
export function sumDays(counts: ReadonlyMap<string, number>, { since, until }: DayRange): number {
  let sum = 0;
  for (const [day, count] of counts) if (day >= since && day <= until) sum += count;
  return sum;
}

/** The same for what requests were made of; `undefined` where nothing is known of any. */
export function sumPrompts(
  prompts: ReadonlyMap<string, PromptTokens>,
  { since, until }: DayRange,
): PromptTokens | undefined {
  const sum = emptyPrompt();
  for (const [day, prompt] of prompts) {
    if (day < since || day > until) continue;
    for (const [part, tokens] of Object.entries(prompt)) sum[part as keyof PromptTokens] += tokens;
  }
  return sum.total === 0 ? undefined : sum;
}
