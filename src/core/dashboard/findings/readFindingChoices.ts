import * as v from 'valibot';
import { DETECTOR_IDS, type DetectorId } from '../../waste/detectorId.ts';
import { type FindingChoices, NO_CHOICES } from './findingChoices.ts';

/** What was kept, without what this version does not know. */
export function readFindingChoices(stored: unknown): FindingChoices {
  const parsed = v.safeParse(STORED, stored);
  if (!parsed.success) return NO_CHOICES;
  const { mutedDetectors, taken, ...rest } = parsed.output;
  return {
    ...rest,
    mutedDetectors: mutedDetectors.filter(isDetector),
    taken: taken.flatMap(({ detector, ...action }) =>
      isDetector(detector) ? [{ detector, ...action }] : [],
    ),
  };
}

const STORED = v.object({
  notUseful: v.array(v.string()),
  mutedDetectors: v.array(v.string()),
  mutedProjects: v.array(v.string()),
  taken: v.array(
    v.object({
      detector: v.string(),
      project: v.exactOptional(v.string()),
      atMs: v.number(),
      seenMs: v.exactOptional(v.number()),
    }),
  ),
});

function isDetector(id: string): id is DetectorId {
  return DETECTOR_IDS.some((known) => known === id);
}
