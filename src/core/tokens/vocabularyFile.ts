import { layOutVocabulary } from './layOutVocabulary.ts';
import { NO_RANK, type Vocabulary } from './pieceTable.ts';
import { RANK, SLOT, TOKENS } from './slots.ts';

/*
 * The vocabulary as a file: its laid out tables without their free slots, 3 MB for o200k_base. So loading it is a plain loop that
 * hashes nothing and writes memory in order (bench row "from nothing to the first count": laying out 200,000 tokens at every start
 * takes five times as long, most of it in code that is not optimized yet).
 *
 * Words of 32 bits, little endian as all machines that run VS Code: the header; for each token of the short table, then of the long
 * one, its key and rank; bytes and rank of the tokens of two bytes. Then single bytes: for each token of the short table, then of
 * the long one, how many slots it stands behind the one before it; the arena.
 */

const MAGIC = 0x32564d54; // TMV2
const ENTRY_WORDS = 3;
const PAIR_WORDS = 2;

const HEADER = [
  'magic',
  'tokenCount',
  'shortSlots',
  'shortTokens',
  'longSlots',
  'longTokens',
  'pairs',
  'arenaBytes',
] as const;
type Header = Record<(typeof HEADER)[number], number>;

/** The file for these tokens, given in order of rank. */
export function encodeVocabulary(tokens: readonly Uint8Array[]): Uint8Array {
  const { tokenCount, short, long, arena, pairRanks } = layOutVocabulary(tokens);
  const [shortTokens, longTokens] = [pack(short), pack(long)];
  const pairs = [...pairRanks.entries()].filter(([, rank]) => rank !== NO_RANK);
  const header: Header = {
    magic: MAGIC,
    tokenCount,
    shortSlots: short.length / SLOT,
    shortTokens: shortTokens.gaps.length,
    longSlots: long.length / SLOT,
    longTokens: longTokens.gaps.length,
    pairs: pairs.length,
    arenaBytes: arena.length,
  };
  const words = [
    HEADER.map((field) => header[field]),
    shortTokens.entries,
    longTokens.entries,
    pairs.flat(),
  ].flat();
  const bytes = [shortTokens.gaps, longTokens.gaps, [...arena]].flat();
  const file = new Uint8Array(words.length * 4 + bytes.length);
  file.set(new Uint8Array(Int32Array.from(words).buffer));
  file.set(bytes, words.length * 4);
  return file;
}

/** Throws on a file that is not a vocabulary or is cut short. */
export function decodeVocabulary(file: Uint8Array): Vocabulary {
  // Words can only be read at multiples of four bytes.
  const { buffer, byteOffset } = file.byteOffset % 4 === 0 ? file : file.slice();
  const headerWords =
    file.length < HEADER.length * 4 ? [] : new Int32Array(buffer, byteOffset, HEADER.length);
  const header = Object.fromEntries(HEADER.map((field, i) => [field, headerWords[i]])) as Header;
  if (header.magic !== MAGIC) throw new Error('Not a vocabulary file.');
  const { shortTokens, longTokens } = header;
  const wordCount = HEADER.length + (shortTokens + longTokens) * ENTRY_WORDS + header.pairs * PAIR_WORDS;
  if (file.length !== wordCount * 4 + shortTokens + longTokens + header.arenaBytes) {
    throw new Error('The vocabulary file is damaged.');
  }

  const words = new Int32Array(buffer, byteOffset, wordCount);
  const bytes = new Uint8Array(buffer, byteOffset + wordCount * 4, file.length - wordCount * 4);
  const longAt = HEADER.length + shortTokens * ENTRY_WORDS;
  const pairsAt = longAt + longTokens * ENTRY_WORDS;
  const arenaAt = shortTokens + longTokens;
  return {
    tokenCount: header.tokenCount,
    short: unpack(header.shortSlots, words.subarray(HEADER.length, longAt), bytes.subarray(0, shortTokens)),
    long: unpack(header.longSlots, words.subarray(longAt, pairsAt), bytes.subarray(shortTokens, arenaAt)),
    arena: bytes.subarray(arenaAt),
    pairRanks: unpackPairs(words.subarray(pairsAt)),
  };
}

/** Key and rank of each token, and how many slots it stands behind the one before it. */
function pack(slots: Int32Array): { entries: number[]; gaps: number[] } {
  const entries: number[] = [];
  const gaps: number[] = [];
  let previous = 0;
  for (let slot = 0; slot < slots.length; slot += SLOT) {
    if (slots[slot + TOKENS] === 0) continue;
    entries.push(slots[slot]!, slots[slot + 1]!, slots[slot + RANK]!);
    gaps.push((slot - previous) / SLOT);
    previous = slot;
  }
  if (gaps.some((gap) => gap > 0xff)) throw new Error('The slots are too sparse for gaps of one byte.');
  return { entries, gaps };
}

function unpack(slotCount: number, entries: Int32Array, gaps: Uint8Array): Int32Array {
  const slots = new Int32Array(slotCount * SLOT);
  let slot = 0;
  for (let i = 0; i < gaps.length; i++) {
    slot += gaps[i]! * SLOT;
    slots[slot] = entries[i * ENTRY_WORDS]!;
    slots[slot + 1] = entries[i * ENTRY_WORDS + 1]!;
    slots[slot + RANK] = entries[i * ENTRY_WORDS + 2]!;
    slots[slot + TOKENS] = 1;
  }
  return slots;
}

function unpackPairs(pairs: Int32Array): Int32Array {
  const pairRanks = new Int32Array(0x10000).fill(NO_RANK);
  for (let i = 0; i < pairs.length; i += PAIR_WORDS) pairRanks[pairs[i]!] = pairs[i + 1]!;
  return pairRanks;
}
