import type { ModelPrice } from '../core/models/prices/modelPrice.ts';
import { resolveModel } from '../core/models/resolveModel.ts';
import type { UserModel } from '../core/models/userModels.ts';
import { readChoice } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

/** The options of a plan by the names of its fields: `contextTokens` for `--context-tokens`. */
export type PlanOptions = {
  number: (field: string, standard?: number) => number;
  /** Of a model named by an option. */
  price: (field: string) => ModelPrice | undefined;
  choice: <T extends string>(field: string, known: readonly T[], standard: T) => T;
};

export function readPlanOptions(
  values: Readonly<Record<string, string>>,
  userModels: readonly UserModel[],
): PlanOptions {
  return {
    number: (field, standard) => {
      const value = values[toOption(field)];
      if (value !== undefined) return toNumber(value);
      if (standard === undefined) throw new UsageError(`--${toOption(field)} is missing.`);
      return standard;
    },
    price: (field) => {
      const id = values[toOption(field)];
      return id === undefined ? undefined : resolveModel(id, userModels).price;
    },
    choice: (field, known, standard) =>
      readChoice(toOption(field), values[toOption(field)], known) ?? standard,
  };
}

export function toOption(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What is no number becomes one that every plan refuses by the name of its field. */
function toNumber(value: string): number {
  return value.trim() === '' ? Number.NaN : Number(value.replaceAll('_', ''));
}
