import type { Detector } from './detector.ts';
import type { DetectorId } from './detectorId.ts';
import { CACHE_BROKEN, CACHE_EXPIRED } from './detectors/cacheMisses.ts';
import { CACHE_NEVER_READ } from './detectors/cacheNeverRead.ts';
import { COMPACTION_CHURN } from './detectors/compactionChurn.ts';
import { HOUR_WRITES } from './detectors/hourWrites.ts';
import { IDLE_DEFINITIONS } from './detectors/idleDefinitions.ts';
import { JUNK_FOLDERS_READ } from './detectors/junkFolders.ts';
import { MIXED_MODE } from './detectors/mixedMode.ts';
import { NEVER_RESET } from './detectors/neverReset.ts';
import { NO_MODEL_NEEDED } from './detectors/noModelNeeded.ts';
import { PASTED_DATA } from './detectors/pastedData.ts';
import { PAYLOAD_BLOAT } from './detectors/payloadBloat.ts';
import { REPEATED_INSTRUCTIONS } from './detectors/repeatedInstructions.ts';
import { REPEATED_LOOPS } from './detectors/repeatedLoops.ts';
import { REPEATED_READS } from './detectors/repeatedReads.ts';
import { REPEATED_TASKS } from './detectors/repeatedTasks.ts';
import { SUB_AGENT_FAN_OUT } from './detectors/subAgentFanOut.ts';
import { TOO_STRONG_MODEL } from './detectors/tooStrongModel.ts';
import { TOO_WEAK_MODEL } from './detectors/tooWeakModel.ts';
import { VERBOSE_OUTPUT } from './detectors/verboseOutput.ts';
import { WHOLE_REPOSITORY } from './detectors/wholeRepository.ts';
import { WORKFLOW_RERUNS } from './detectors/workflowReruns.ts';

/** What is looked for in logs. */
export const DETECTORS = {
  wholeRepository: WHOLE_REPOSITORY,
  junkFolders: JUNK_FOLDERS_READ,
  repeatedReads: REPEATED_READS,
  workflowReruns: WORKFLOW_RERUNS,
  payloadBloat: PAYLOAD_BLOAT,
  compactionChurn: COMPACTION_CHURN,
  repeatedLoops: REPEATED_LOOPS,
  cacheBroken: CACHE_BROKEN,
  cacheExpired: CACHE_EXPIRED,
  cacheNeverRead: CACHE_NEVER_READ,
  hourWrites: HOUR_WRITES,
  neverReset: NEVER_RESET,
  mixedMode: MIXED_MODE,
  tooStrongModel: TOO_STRONG_MODEL,
  tooWeakModel: TOO_WEAK_MODEL,
  noModelNeeded: NO_MODEL_NEEDED,
  verboseOutput: VERBOSE_OUTPUT,
  subAgentFanOut: SUB_AGENT_FAN_OUT,
  idleDefinitions: IDLE_DEFINITIONS,
  repeatedInstructions: REPEATED_INSTRUCTIONS,
  repeatedTasks: REPEATED_TASKS,
  pastedData: PASTED_DATA,
} as const satisfies Record<DetectorId, Detector>;
