import { NO_RANK, type PieceTable } from './pieceTable.ts';

/** Windows of this many new bytes keep the scan for the lowest rank short. */
const CHUNK_BYTES = 64;
/** Tokens re-merged with the next chunk: mostly only the last comes out otherwise, and the one before proves that no more do. */
const SEAM_TOKENS = 2;

/**
 * Cuts a piece into tokens the way the vocabulary was trained: of all neighbours that form a token together, join those with
 * the lowest rank, leftmost first, until none do.
 */
export class BytePairMerge {
  /** Where the tokens of the last merged piece end, counted from its start. */
  ends: Int32Array = new Int32Array(0);

  private readonly table: PieceTable;
  private windowEnds = new Int32Array(256);
  /** Indexed by the first byte of a part: rank of it joined with the next part; where the next and the previous part start. */
  private ranks = new Int32Array(256);
  private nexts = new Int32Array(256);
  private previous = new Int32Array(256);

  constructor(table: PieceTable) {
    this.table = table;
  }

  /** The number of tokens of the piece; their ends are in `ends`. Linear in the length of the piece. */
  mergePiece(view: DataView, start: number, length: number): number {
    if (length > CHUNK_BYTES * 2) return this.mergeInChunks(view, start, length);
    const count = this.merge(view, start, length);
    this.ends = this.windowEnds;
    return count;
  }

  /**
   * Tokens of a long piece, chunk after chunk: each is merged together with the last tokens before it.
   *
   * A sequence of tokens is the right one if and only if each pair of neighbours, merged on its own, stays that pair (the
   * proof is in the README of github/rust-gems `bpe`). So when the first token of the window comes out as it was before, its
   * pair with the one to its left is still good and so is the whole; otherwise the window is widened to the left. This makes
   * a piece of 1 MB as cheap per byte as a word (bench rows "one piece").
   */
  private mergeInChunks(view: DataView, start: number, length: number): number {
    let ends: Int32Array = new Int32Array(1024);
    let count = 0;
    for (let done = 0; done < length; ) {
      const chunkEnd = Math.min(done + CHUNK_BYTES, length);
      let kept = Math.max(count - SEAM_TOKENS, 0);
      let from = kept === 0 ? 0 : ends[kept - 1]!;
      let merged = this.merge(view, start + from, chunkEnd - from);
      while (kept > 0 && from + this.windowEnds[0]! !== ends[kept]) {
        kept = Math.max(kept - (count - kept), 0);
        from = kept === 0 ? 0 : ends[kept - 1]!;
        merged = this.merge(view, start + from, chunkEnd - from);
      }
      count = kept + merged;
      if (count > ends.length) ends = grown(ends, count);
      for (let i = 0; i < merged; i++) ends[kept + i] = from + this.windowEnds[i]!;
      done = chunkEnd;
    }
    this.ends = ends;
    return count;
  }

  private merge(view: DataView, start: number, length: number): number {
    if (length > this.ranks.length) this.reserve(length);
    const { ranks, nexts, previous, table } = this;
    const last = length - 1;
    for (let i = 0; i < last; i++) {
      ranks[i] = table.rank(view, start + i, 2);
      nexts[i] = i + 1;
      previous[i] = i - 1;
    }
    ranks[last] = NO_RANK;
    nexts[last] = length;
    previous[last] = last - 1;

    for (;;) {
      let lowest = NO_RANK;
      let at = 0;
      for (let i = 0; i < last; i++) {
        if (ranks[i]! < lowest) {
          lowest = ranks[i]!;
          at = i;
        }
      }
      if (lowest === NO_RANK) return this.collectEnds(length);
      // Pairs of equal rank are joined in one sweep, unless a join makes one that comes before: runs of one character take
      // a scan for each doubling and not one for each join.
      while (at < last) {
        if (ranks[at] !== lowest) {
          at++;
          continue;
        }
        const joined = nexts[at]!;
        const after = nexts[joined]!;
        ranks[joined] = NO_RANK;
        nexts[at] = after;
        const right = after < length ? table.rank(view, start + at, nexts[after]! - at) : NO_RANK;
        ranks[at] = right;
        if (after < length) previous[after] = at;
        let left = NO_RANK;
        if (at > 0) {
          const before = previous[at]!;
          left = table.rank(view, start + before, after - before);
          ranks[before] = left;
        }
        if (left <= lowest || right < lowest) break;
      }
    }
  }

  private collectEnds(length: number): number {
    let count = 0;
    for (let at = 0; at < length; count++) {
      at = this.nexts[at]!;
      this.windowEnds[count] = at;
    }
    return count;
  }

  private reserve(length: number): void {
    this.ranks = new Int32Array(length * 2);
    this.nexts = new Int32Array(length * 2);
    this.previous = new Int32Array(length * 2);
    this.windowEnds = new Int32Array(length * 2);
  }
}

function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length * 2);
  to.set(from);
  return to;
}
