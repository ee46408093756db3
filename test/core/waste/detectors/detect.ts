import { sayMessage } from '../../../../src/core/message.ts';
import { buildThread } from '../../../../src/core/waste/buildThread.ts';
import type { DetectorId } from '../../../../src/core/waste/detectorId.ts';
import { DETECTORS } from '../../../../src/core/waste/detectors.ts';
import type { Draft } from '../../../../src/core/waste/draft.ts';
import { groupByThread } from '../../../../src/core/waste/groupByThread.ts';
import { LIST_TERMS } from '../../../../src/core/waste/modelTerms.ts';
import { draftsOf, searchGroups } from '../../../../src/core/waste/searchGroups.ts';
import type { GoldenSession } from '../../../fixtures/waste/goldenSession.ts';

/** What one detector finds in golden sessions, its sentences said. */
export function detect(detector: DetectorId, ...sessions: readonly GoldenSession[]) {
  const groups = groupByThread(
    sessions.flatMap(({ records }) => records),
    sessions.flatMap(({ events }) => events),
  );
  const threads = [...groups].flatMap(([key, logged]) => buildThread(key, logged, LIST_TERMS) ?? []);
  return draftsOf(searchGroups(DETECTORS[detector], threads, LIST_TERMS)).map(say);
}

function say({ title, items, ...draft }: Draft) {
  return {
    ...draft,
    title: sayMessage(title),
    items: items.map(({ note, ...item }) => ({ ...item, ...(note && { note: sayMessage(note) }) })),
  };
}
