import { sayMessage } from '../../../../src/core/message.ts';
import { buildThreads } from '../../../../src/core/waste/buildThreads.ts';
import type { DetectorId } from '../../../../src/core/waste/detectorId.ts';
import { DETECTORS } from '../../../../src/core/waste/detectors.ts';
import type { Draft } from '../../../../src/core/waste/draft.ts';
import type { GoldenSession } from '../../../fixtures/waste/goldenSession.ts';

/** What one detector finds in golden sessions, its sentences said. */
export function detect(detector: DetectorId, ...sessions: readonly GoldenSession[]) {
  const threads = buildThreads(
    sessions.flatMap(({ records }) => records),
    sessions.flatMap(({ events }) => events),
  );
  return DETECTORS[detector].detect(threads).map(say);
}

function say({ title, items, ...draft }: Draft) {
  return {
    ...draft,
    title: sayMessage(title),
    items: items.map(({ note, ...item }) => ({ ...item, ...(note && { note: sayMessage(note) }) })),
  };
}
