import type { SessionEvent } from '../usage/sessionEvent.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';
import { buildThread } from './buildThread.ts';
import { DETECTOR_IDS, type DetectorId } from './detectorId.ts';
import { DETECTORS } from './detectors.ts';
import { groupByThread, type LoggedThread } from './groupByThread.ts';
import { isSameData } from './isSameData.ts';
import { type Effect, measureEffect, type TakenAction } from './measureEffect.ts';
import { LIST_TERMS, type ModelTerms } from './modelTerms.ts';
import { draftsOf, type Searched, searchGroups } from './searchGroups.ts';
import type { Thread } from './thread.ts';
import { type FindingKey, type Found, type Waste, weighWaste } from './weighWaste.ts';

/**
 * Looks for waste as logs grow: only conversations with something new are read again, and only the sessions and projects that they belong
 * to are searched again. What is found does not depend on what was looked at before.
 */
export type WasteFinder = {
  /** The conversations, in a fixed order; each the same object until something new is logged of it. */
  read: (records: readonly UsageRecord[], events: Iterable<SessionEvent>) => readonly Thread[];
  /** Records are those of whole sessions; the order of records and events does not matter. */
  find: (
    records: readonly UsageRecord[],
    events: Iterable<SessionEvent>,
    isWanted?: (key: FindingKey) => boolean,
  ) => Waste;
  /** Measures again what actions were taken against, in what was looked at last. */
  measure: (taken: readonly TakenAction[]) => Effect[];
};

export function createWasteFinder(terms: ModelTerms = LIST_TERMS): WasteFinder {
  const readThreads = createThreadReader(terms);
  const search = createSearch(terms);
  let threads: readonly Thread[] = [];
  return {
    read: readThreads,
    find: (records, events, isWanted) => {
      threads = readThreads(records, events);
      return weighWaste(search(threads), records, terms, isWanted);
    },
    measure: (taken) => taken.map((action) => measureEffect(threads, action, terms)),
  };
}

function createThreadReader(terms: ModelTerms) {
  let known: ReadonlyMap<string, { logged: LoggedThread; thread: Thread | undefined }> = new Map();
  return (records: Iterable<UsageRecord>, events: Iterable<SessionEvent>): Thread[] => {
    const groups = [...groupByThread(records, events)].sort(([a], [b]) => (a < b ? -1 : 1));
    known = new Map(
      groups.map(([key, logged]) => {
        const before = known.get(key);
        const isKnown = before !== undefined && isSameData(before.logged, logged);
        return [key, isKnown ? before : { logged, thread: buildThread(key, logged, terms) }];
      }),
    );
    return [...known.values()].flatMap(({ thread }) => (thread === undefined ? [] : [thread]));
  };
}

function createSearch(terms: ModelTerms) {
  const known = new Map<DetectorId, Searched>();
  return (threads: readonly Thread[]): Found[] =>
    DETECTOR_IDS.flatMap((detector) => {
      const searched = searchGroups(DETECTORS[detector], threads, terms, known.get(detector));
      known.set(detector, searched);
      return draftsOf(searched).map((draft) => ({ detector, draft }));
    });
}
