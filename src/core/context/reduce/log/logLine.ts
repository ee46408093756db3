import type { Reference } from './lineReferences.ts';

/** One line of a log as it is printed and judged. */
export type LogLine = {
  /** Without colours, times and the prefixes of CI systems; shortened where it is very long. */
  text: string;
  /** The time that stood before it. */
  timestamp?: string;
  references: readonly Reference[];
  /** The error message, where it is an error. */
  message?: string;
  /** The line above it that names its file, where the places in it need that. */
  header?: string;
  /** A path on a line of its own, as linters print it above their findings. */
  isHeader?: true;
  wasShortened?: true;
};
