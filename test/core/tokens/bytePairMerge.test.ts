import { describe, expect, it } from 'vitest';
import { BytePairMerge } from '../../../src/core/tokens/bytePairMerge.ts';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { PieceTable } from '../../../src/core/tokens/pieceTable.ts';
import { decodeVocabulary } from '../../../src/core/tokens/vocabularyFile.ts';
import { oracleEncode } from './oracle.ts';
import { referenceMerge } from './referenceMerge.ts';
import { pieceTable, testCounter, tokenBytes, vocabularyFile } from './testCounter.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Texts that are one piece however long they are. */
const ONE_PIECE: Record<string, (size: number) => string> = {
  'one letter': (size) => 'a'.repeat(size),
  'random letters': (size) => randomText(LETTERS, size),
  spaces: (size) => ' '.repeat(size),
  'line breaks': (size) => '\n'.repeat(size),
  'line breaks of two characters': (size) => '\r\n'.repeat(size / 2),
  dots: (size) => '.'.repeat(size),
  'random symbols': (size) => randomText('.,;:-_=+*/(){}[]<>#%&!?|', size),
  'one Chinese character': (size) => '中'.repeat(size / 3),
  'random Chinese': (size) =>
    randomText('的一是在不了有和人这中大为上个国我以要他时来用们', Math.floor(size / 3)),
  emoji: (size) => '😀'.repeat(size / 4),
};

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  const table = pieceTable(encoding);

  it('merges the bytes of every token into that token, which chunked merging relies on', () => {
    const merge = new BytePairMerge(table);
    const padded = new Uint8Array(256);
    const view = new DataView(padded.buffer);
    const broken = tokenBytes(encoding).filter((token) => {
      padded.set(token);
      return merge.mergePiece(view, 0, token.length) !== 1;
    });
    expect(broken).toEqual([]);
  });

  it.each(Object.keys(ONE_PIECE))('is exact for long pieces: %s', (name) => {
    const counter = testCounter(encoding);
    for (const size of [120, 128, 130, 192, 194, 1_000, 4_002]) {
      const text = ONE_PIECE[name]!(size);
      expect(counter.countTokens(text), `${size}`).toBe(oracleEncode(encoding, text).length);
    }
  });

  it.each(Object.keys(ONE_PIECE))('is exact for a piece of 1 MB, in linear work: %s', (name) => {
    const text = ONE_PIECE[name]!(1 << 20);
    const size = Buffer.byteLength(text);
    const padded = new Uint8Array(size + 16).fill(0xff);
    padded.set(Buffer.from(text));
    const view = new DataView(padded.buffer);

    const counting = new CountingTable(decodeVocabulary(vocabularyFile(encoding)));
    const merge = new BytePairMerge(counting);
    const tokens = merge.mergePiece(view, 0, size);
    const lookUps = counting.lookUps;
    const ends = referenceMerge((start, length) => table.rank(view, start, length), size);
    expect(tokens).toBe(ends.length);
    expect(
      Buffer.from(merge.ends.slice(0, tokens).buffer).equals(Buffer.from(Int32Array.from(ends).buffer)),
    ).toBe(true);
    expect(testCounter(encoding).countTokens(text)).toBe(tokens);
    expect(lookUps / size).toBeLessThan(20);
  });
});

it('is exact for base64 and hexadecimal of 1 MB', () => {
  const bytes = vocabularyFile('o200k_base').subarray(0, 750_000);
  for (const format of ['base64', 'base64url', 'hex'] as const) {
    const text = Buffer.from(bytes).toString(format);
    for (const encoding of ENCODING_NAMES) {
      expect(testCounter(encoding).countTokens(text)).toBe(oracleEncode(encoding, text).length);
    }
  }
});

class CountingTable extends PieceTable {
  lookUps = 0;

  override rank(view: DataView, start: number, length: number): number {
    this.lookUps++;
    return super.rank(view, start, length);
  }
}

function randomText(alphabet: string, units: number): string {
  const characters = [...alphabet];
  let seed = 1;
  return Array.from({ length: units }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return characters[Math.floor((seed / 2 ** 32) * characters.length)]!;
  }).join('');
}
