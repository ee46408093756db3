import type { FieldOf, PlanFieldId, PlanSectionId } from './planFieldIds.ts';

/** One input of the planner as it is drawn. `problem` says what it must be, where it is not. */
export type PlanField = {
  id: PlanFieldId;
  label: string;
  value: string;
  choices?: readonly PlanChoice[];
  problem?: string;
};
export type PlanChoice = { value: string; label: string };

/** Something that follows from the fields, in words. */
export type PlanResult = { label: string; value: string };
export type PlanTable = {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
};

/** A point of the picture of compounding error. */
export type CurvePoint = { step: number; share: number };
/** A part of the prompt beside the band it should lie in; all shares of 1. */
export type PartBand = { label: string; share: number; fromShare: number; toShare: number };

/** What the fields come to. */
export type PlanOutcome = {
  results?: readonly PlanResult[];
  tables?: readonly PlanTable[];
  notes?: readonly string[];
  curve?: readonly CurvePoint[];
  bands?: readonly PartBand[];
};

/** One question of the planner; without an outcome while one of its fields is wrong. */
export type PlanSection = {
  id: PlanSectionId;
  title: string;
  fields: readonly PlanField[];
  outcome?: PlanOutcome;
};

/** What a field starts with, and what may be chosen. */
export type FieldDraft = { label: string; initial: number | string; choices?: readonly PlanChoice[] };

/** Answers with what stands in a field; what is no number is `NaN`, which every plan refuses by the field's name. */
export type ReadFields<S extends PlanSectionId> = {
  number(field: FieldOf<S>): number;
  choice<const T extends string>(field: FieldOf<S>, known: readonly T[]): T;
};

export type SectionDraft<S extends PlanSectionId> = {
  title: string;
  fields: Record<FieldOf<S>, FieldDraft>;
  /** May throw a `PlanFieldError` with the name of a field of the section. */
  plan(read: ReadFields<S>): PlanOutcome;
};
