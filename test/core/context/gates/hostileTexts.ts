import { type SecretKind, TOKEN_RULES } from '../../../../src/core/context/gates/secretRules.ts';

export type HostileText = { id: string; text: string };

const MEGABYTE = 1_000_000;
const fill = (unit: string, size = MEGABYTE) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const FILLERS = ['', ' ', 'aB3', '-', '_', '.', '/', '=', '0f', 'A', '%41', ':', '\n', '"'];

/**
 * What makes a rule work in vain: its anchors without end, followed by everything a pattern may try to read on with, short and long.
 * `size` is in characters.
 */
export function hostileTextsOf(kind: SecretKind, size = MEGABYTE): HostileText[] {
  const rule = TOKEN_RULES.find(({ id }) => id === kind);
  const anchors: readonly string[] = rule?.anchors ?? [];
  return anchors
    .slice(0, 3)
    .flatMap((anchor) =>
      FILLERS.flatMap((filler) => [
        { id: `${anchor}${filler}`, text: fill(anchor + filler, size) },
        ...(filler === ''
          ? []
          : [{ id: `${anchor}${filler}×600`, text: fill(`${anchor}${filler.repeat(600)}!`, size) }]),
      ]),
    );
}

const dash = '-'.repeat(5);

/** Texts against the scanners without a table, and against the views below them all. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  'token=',
  'token="',
  "password='",
  'password: ',
  'secret_',
  'api_key=a1',
  'passwordpassword=',
  'PASSWORD=\n',
  'token: x = ',
  '"password","',
  '--password ',
  '://',
  '://a:',
  '://a:b@',
  'mysql://a:b',
  '://aB3aB3aB3aB3aB3aB3aB3',
  `${dash}BEGIN PRIVATE KEY${dash}`,
  `${dash}BEGIN PRIVATE KEY${dash}\naB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3\n`,
  `aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3\n${dash}END PRIVATE KEY${dash}`,
  `${dash}BEGIN `,
  '-',
  '-----BEGIN RSA',
  'MAAAAAAAAAAAAAAAAAAAAAAAAA.',
  'MAAAAAAAAAAAAAAAAAAAAAAAAA.aaaaaa.',
  'eyJ',
  'eyJaaaaaaaaaa.',
  'A',
  'QUtJ',
  'c2stYW50LWFwaTAz',
  'aB3 ',
  `${'aB3'.repeat(20)}\n`,
  `${'aB3'.repeat(6)} `,
  '\\',
  '\\n',
  '\\u0041',
  '%41',
  '%25',
  '&amp;',
  'A\0',
  '\0',
  '\u200b',
  'a\u200b',
  '\uff21',
  '[redacted: ',
  '[redacted: password]',
].map((unit) => ({ id: JSON.stringify(unit).slice(0, 40), text: fill(unit) }));

export const TABLE_KINDS: readonly SecretKind[] = TOKEN_RULES.map(({ id }) => id);
