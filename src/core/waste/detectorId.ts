/** Every kind of waste that is looked for in logs. Of two that claim the same result of a tool, the first has it. */
export const DETECTOR_IDS = [
  'wholeRepository',
  'junkFolders',
  'repeatedReads',
  'workflowReruns',
  'payloadBloat',
  'compactionChurn',
  'repeatedLoops',
  'cacheBroken',
  'cacheExpired',
  'cacheNeverRead',
  'hourWrites',
  'neverReset',
  'mixedMode',
  'tooStrongModel',
  'tooWeakModel',
  'noModelNeeded',
  'verboseOutput',
  'subAgentFanOut',
  'idleDefinitions',
  'repeatedInstructions',
] as const;
export type DetectorId = (typeof DETECTOR_IDS)[number];
