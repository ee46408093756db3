/** One line of an outline: an import, a declaration without its body, a heading. */
export type OutlineEntry = {
  /** The line of the source on which `text` starts, from 1. */
  line: number;
  /** The declaration up to its body, on one line, without comments: `export function add(a: number, b: number): number`. */
  text: string;
  /** The first sentence of its doc comment. */
  doc?: string;
  /** What a class, interface, module or group declares. */
  children: readonly OutlineEntry[];
};
