import type { Tier } from '../modelInfo.ts';
import type { FoundSign } from './foundSign.ts';
import type { ReadTask } from './readTask.ts';
import type { Stage } from './tierSuggestion.ts';

/**
 * The parts of mixed work in their order, each with its tier; neighbours of one tier are one part, and what begins with nothing known belongs
 * to the part before it. Empty when the task is of one piece. Beside cheap work only what clearly asks for more is a part of its own.
 */
export function findStages({ clauses }: ReadTask, signs: readonly FoundSign[], tier: Tier): Stage[] {
  const ownWeight = tier === 'think' || tier === 'execute' ? 1.5 : 2;
  const stages: Stage[] = [];
  for (const clause of clauses) {
    const own = signs.find((sign) => sign.clause === clause && sign.weight >= ownWeight);
    const last = stages.at(-1);
    if (last !== undefined && (own === undefined || own.tier === last.tier)) {
      last.text += `, ${clause.text}`;
    } else if (own !== undefined) {
      stages.push({ text: clause.text, tier: own.tier });
    }
  }
  return stages.length > 1 ? stages : [];
}
