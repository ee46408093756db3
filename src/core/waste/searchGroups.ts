import type { Detector } from './detector.ts';
import type { Draft } from './draft.ts';
import type { ModelTerms } from './modelTerms.ts';
import type { Thread } from './thread.ts';

/** What a detector has found, by group of conversations. */
export type Searched = ReadonlyMap<string, { threads: readonly Thread[]; drafts: readonly Draft[] }>;

/** Looks into each group of conversations, but not again into those that are as they were `before`. */
export function searchGroups(
  { groupOf, detect }: Detector,
  threads: readonly Thread[],
  terms: ModelTerms,
  before: Searched = new Map(),
): Searched {
  const groups = new Map<string, Thread[]>();
  for (const thread of threads) {
    const key = groupOf(thread);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thread]);
    else group.push(thread);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const known = before.get(key);
      const isKnown = known !== undefined && isSameGroup(known.threads, group);
      return [key, isKnown ? known : { threads: group, drafts: detect(group, terms) }];
    }),
  );
}

export function draftsOf(searched: Searched): Draft[] {
  return [...searched.values()].flatMap(({ drafts }) => drafts);
}

function isSameGroup(before: readonly Thread[], now: readonly Thread[]): boolean {
  return before.length === now.length && before.every((thread, index) => thread === now[index]);
}
