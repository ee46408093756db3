import { formatInteger } from './format.ts';
import { translate } from './translate.ts';

/** A sentence with holes, `{0}`, `{1}` …, to be said in the user's language where it is shown: checks run in a thread that does not know it. */
export type Message = { text: string; values: readonly (string | number)[] };

export function message(text: string, ...values: readonly (string | number)[]): Message {
  return { text, values };
}

/** The sentence in the user's language, numbers as written in it. */
export function sayMessage({ text, values }: Message): string {
  return translate(
    text,
    ...values.map((value) => (typeof value === 'number' ? formatInteger(value) : value)),
  );
}
