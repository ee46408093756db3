import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENCODING_NAMES, type EncodingName } from '../core/tokens/encoding.ts';
import { encodeVocabulary } from '../core/tokens/vocabularyFile.ts';
import { PUBLISHED_SHA256, readVocabularySource } from '../core/tokens/vocabularySource.ts';

/** What the files are made from; the lock file stands for the version of js-tiktoken. */
const PROJECT = join(import.meta.dirname, '../..');
const INPUTS = [
  join(PROJECT, 'package-lock.json'),
  join(PROJECT, 'src/core/tokens/vocabularyFile.ts'),
  join(PROJECT, 'src/core/tokens/layOutVocabulary.ts'),
  join(PROJECT, 'src/core/tokens/slots.ts'),
  join(PROJECT, 'src/core/tokens/pieceTable.ts'),
  join(PROJECT, 'src/core/tokens/vocabularySource.ts'),
  import.meta.filename,
];

if (import.meta.main) buildVocabularies(join(PROJECT, 'dist'));

/** Writes `<encoding>.vocab` for each encoding into the folder, unless it is newer than all it is made from. */
export function buildVocabularies(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const encoding of ENCODING_NAMES) {
    const file = join(folder, `${encoding}.vocab`);
    if (!isUpToDate(file)) writeFileSync(file, buildVocabulary(encoding));
  }
}

/** The vocabulary file of an encoding. Throws when the ranks are not exactly those that OpenAI published. */
export function buildVocabulary(encoding: EncodingName): Uint8Array {
  const tokens = readVocabularySource(encoding);
  checkSha256(encoding, tokens);
  return encodeVocabulary(tokens.map((token) => Buffer.from(token, 'base64')));
}

/** Throws unless the tokens, written as a `.tiktoken` file, have the hash that OpenAI publishes for it. */
export function checkSha256(encoding: EncodingName, base64Tokens: readonly string[]): void {
  const tiktokenFile = base64Tokens.map((token, rank) => `${token} ${rank}\n`).join('');
  const sha256 = createHash('sha256').update(tiktokenFile).digest('hex');
  if (sha256 !== PUBLISHED_SHA256[encoding]) {
    throw new Error(
      `The ranks of ${encoding} have SHA-256 ${sha256}, OpenAI publishes ${PUBLISHED_SHA256[encoding]}.`,
    );
  }
}

function isUpToDate(file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && INPUTS.every((input) => statSync(input).mtimeMs < written);
}
