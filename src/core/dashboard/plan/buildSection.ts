import { PlanFieldError } from '../../cost/plan/planFields.ts';
import { parseNumber } from './parseNumber.ts';
import {
  type FieldOf,
  PLAN_SECTIONS,
  type PlanFieldId,
  type PlanInputs,
  type PlanSectionId,
} from './planFieldIds.ts';
import type { PlanField, PlanOutcome, PlanSection, ReadFields, SectionDraft } from './planSection.ts';

/** A section with what the user has typed in place of what it starts with. Wrong numbers are told at their fields, and nothing else is lost. */
export function buildSection<S extends PlanSectionId>(
  section: S,
  draft: SectionDraft<S>,
  inputs: PlanInputs,
): PlanSection {
  const { title, fields } = draft;
  const names = PLAN_SECTIONS[section] as readonly FieldOf<S>[];
  const idOf = (field: FieldOf<S>) => `${section}.${field}` as PlanFieldId;
  const textOf = (field: FieldOf<S>) => inputs[idOf(field)] ?? String(fields[field].initial);
  const read: ReadFields<S> = {
    number: (field) => parseNumber(textOf(field)),
    choice: (field, known) => readChoice(textOf(field), known),
  };
  const { outcome, problems } = tryPlan(() => draft.plan(read));
  return {
    id: section,
    title,
    fields: names.map((field): PlanField => {
      const { label, choices } = fields[field];
      const problem = problems.get(field);
      return {
        id: idOf(field),
        label,
        value: textOf(field),
        ...(choices !== undefined && { choices }),
        ...(problem !== undefined && { problem }),
      };
    }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** A choice comes from a list of ours: another one is as old as a model that is no longer there. */
function readChoice<T extends string>(value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value) ?? known[0];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

type Tried = { outcome?: PlanOutcome; problems: ReadonlyMap<string, string> };

function tryPlan(plan: () => PlanOutcome): Tried {
  try {
    return { outcome: plan(), problems: new Map() };
  } catch (error) {
    if (!(error instanceof PlanFieldError)) throw error;
    return { problems: new Map(error.faults.map(({ field, rule }) => [field, rule])) };
  }
}
