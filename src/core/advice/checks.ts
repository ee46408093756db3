import type { Check } from './check.ts';
import type { CheckId } from './checkIds.ts';
import { budgetOverrun } from './checks/budgetOverrun.ts';
import { coldCache } from './checks/coldCache.ts';
import { contradictoryLines } from './checks/contradictoryLines.ts';
import { copiedAgain } from './checks/copiedAgain.ts';
import { duplicatedLines } from './checks/duplicatedLines.ts';
import { filler } from './checks/filler.ts';
import { generatedFiles } from './checks/generatedFiles.ts';
import { invisibleText } from './checks/invisibleText.ts';
import { nearDuplicates } from './checks/nearDuplicates.ts';
import { noConstraints } from './checks/noConstraints.ts';
import { noDoneCriteria } from './checks/noDoneCriteria.ts';
import { noGoal } from './checks/noGoal.ts';
import { noScope } from './checks/noScope.ts';
import { rawPayload } from './checks/rawPayload.ts';
import { repeatedInstructions } from './checks/repeatedInstructions.ts';
import { secrets } from './checks/secrets.ts';
import { severalGoals } from './checks/severalGoals.ts';
import { staleReferences } from './checks/staleReferences.ts';
import { tierMismatch } from './checks/tierMismatch.ts';
import { unboundedOutput } from './checks/unboundedOutput.ts';
import { unrelatedItems } from './checks/unrelatedItems.ts';
import { vagueVerbs } from './checks/vagueVerbs.ts';

/** Every check; an id without one does not compile. */
export const CHECKS = {
  secrets,
  invisibleText,
  budgetOverrun,
  copiedAgain,
  coldCache,
  generatedFiles,
  nearDuplicates,
  unrelatedItems,
  tierMismatch,
  noGoal,
  noConstraints,
  noDoneCriteria,
  noScope,
  severalGoals,
  vagueVerbs,
  filler,
  unboundedOutput,
  rawPayload,
  repeatedInstructions,
  contradictoryLines,
  duplicatedLines,
  staleReferences,
} as const satisfies Record<CheckId, Check>;
