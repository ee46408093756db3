import type { DetectorId } from '../../waste/detectorId.ts';
import type { Finding } from '../../waste/finding.ts';
import type { TakenAction } from '../../waste/measureEffect.ts';
import type { FindingKey } from '../../waste/weighWaste.ts';

/** What a person has said about findings; kept for all workspaces. */
export type FindingChoices = {
  /** Ids of findings that were not useful. */
  notUseful: readonly string[];
  mutedDetectors: readonly DetectorId[];
  mutedProjects: readonly string[];
  taken: readonly TakenAction[];
};

export const NO_CHOICES: FindingChoices = { notUseful: [], mutedDetectors: [], mutedProjects: [], taken: [] };

/** What can be said of a finding. */
export const FINDING_CHOICE_KINDS = ['notUseful', 'muteDetector', 'muteProject', 'take'] as const;
export type FindingChoiceKind = (typeof FINDING_CHOICE_KINDS)[number];

/** More are dropped, the oldest first: they are of logs that are gone. */
const MOST_KEPT = 500;

export function addChoice(
  choices: FindingChoices,
  kind: FindingChoiceKind,
  { id, detector, evidence: { project, lastMs } }: Finding,
  nowMs: number,
): FindingChoices {
  switch (kind) {
    case 'notUseful':
      return { ...choices, notUseful: add(choices.notUseful, id) };
    case 'muteDetector':
      return { ...choices, mutedDetectors: add(choices.mutedDetectors, detector) };
    case 'muteProject':
      return project === undefined
        ? choices
        : { ...choices, mutedProjects: add(choices.mutedProjects, project) };
    case 'take': {
      const others = choices.taken.filter((each) => each.detector !== detector || each.project !== project);
      const action = { detector, ...(project !== undefined && { project }), atMs: nowMs, seenMs: lastMs };
      return { ...choices, taken: [...others, action].slice(-MOST_KEPT) };
    }
    default:
      return kind satisfies never;
  }
}

/** Whether a finding is to be shown. */
export function isShown(
  { id, detector, project }: FindingKey,
  { notUseful, mutedDetectors, mutedProjects }: FindingChoices,
): boolean {
  return (
    !notUseful.includes(id) &&
    !mutedDetectors.includes(detector) &&
    (project === undefined || !mutedProjects.includes(project))
  );
}

function add<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list : [...list, value].slice(-MOST_KEPT);
}
