import type { GatedText } from '../core/context/gates/applyGates.ts';
import { formatInteger, formatName } from '../core/format.ts';

/** What the gates found, for a JSON report; lines from 1, of the text that is printed. */
export function listGated({ secrets, invisible }: GatedText) {
  return {
    redacted: secrets.map(({ label, line }) => ({ line: line + 1, kind: label })),
    invisible: invisible.map(({ line, names, count }) => ({ line: line + 1, names, count })),
  };
}

/** The same in words, a line for each. */
export function describeGated(name: string, gated: GatedText): string {
  const { redacted, invisible } = listGated(gated);
  const place = (line: number) => `${formatName(name)}, line ${formatInteger(line)} of what is printed`;
  return [
    ...redacted.map(({ line, kind }) => `redacted in ${place(line)}: ${kind}\n`),
    ...invisible.map(
      ({ line, names, count }) =>
        `left out of ${place(line)}: ${formatInteger(count)} × ${names.join(', ')}\n`,
    ),
  ].join('');
}
