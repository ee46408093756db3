import { ChunkList, type ChunkPlace } from './chunkList.ts';
import { firstHardBoundary, isHardBoundary, lastHardBoundary } from './hardBoundary.ts';
import { orderFromEnd, type TextChange } from './textChange.ts';
import { cutChunks, LARGEST_CHUNK, SMALLEST_CHUNK } from './textChunks.ts';
import type { TokenCounter } from './tokenCounter.ts';

/**
 * The token count of a text that is being edited, exact after every edit.
 *
 * The text is kept in chunks cut at hard boundaries, so the counts of the chunks add up. An edit is counted by the difference
 * it makes between the nearest hard boundaries on either side, a few words. So a keystroke costs the same microseconds at 1 MB
 * and at 10 MB (bench rows "keystroke"); only where a text has no hard boundary, 100,000 letters in a row, does it cost a count
 * of that run.
 */
export class LiveCount {
  private readonly counter: TokenCounter;
  private readonly chunks = new ChunkList();

  constructor(counter: TokenCounter, text: string) {
    this.counter = counter;
    this.apply([{ rangeOffset: 0, rangeLength: 0, text }]);
  }

  /** Tokens of the whole text. */
  get total(): number {
    return this.chunks.tokens;
  }

  /** Length of the text in UTF-16 units. */
  get length(): number {
    return this.chunks.units;
  }

  /**
   * Applies the content changes of one VS Code event; all offsets refer to the text before it. Throws a `RangeError` and changes
   * nothing when they do not fit the text.
   */
  apply(changes: readonly TextChange[]): void {
    for (const change of orderFromEnd(changes, this.length)) {
      this.replace(change.rangeOffset, change.rangeLength, change.text);
    }
  }

  /** Tokens of the text between two offsets, as if that part stood alone. Offsets beyond the text are cut to it. */
  countRange(start: number, end: number): number {
    const from = clamp(start, this.length);
    const to = clamp(end, this.length);
    if (from >= to) return 0;
    const first = this.chunks.locate(from);
    // The chunk of the last unit: it exists and holds at least that unit.
    const last = this.chunks.locate(to - 1);
    const inFirst = from - first.start;
    const inLast = to - last.start;
    if (first.start === last.start) return this.countPart(first, inFirst, inLast);
    const between = this.chunks.tokensBefore(last) - this.chunks.tokensBefore(first);
    return (
      between - this.chunks.tokensAt(first) + this.countTail(first, inFirst) + this.countHead(last, inLast)
    );
  }

  /** The text between two offsets, cut to the text. */
  textOf(start = 0, end = this.length): string {
    const from = clamp(start, this.length);
    const to = clamp(end, this.length);
    if (from >= to) return '';
    const first = this.chunks.locate(from);
    const text = this.chunks.textOf(first, this.chunks.locate(to - 1));
    return text.slice(from - first.start, to - first.start);
  }

  private countPart(place: ChunkPlace, start: number, end: number): number {
    const text = this.chunks.textAt(place);
    if (start === 0 && end === text.length) return this.chunks.tokensAt(place);
    return this.counter.countTokens(text, start, end);
  }

  /**
   * Tokens of a chunk's text up to `end`. Of the two sides of a hard boundary the shorter one is counted, and the other one
   * taken as what remains of the chunk's tokens: half the work (bench row "the count of a range").
   */
  private countHead(place: ChunkPlace, end: number): number {
    const text = this.chunks.textAt(place);
    const cut = end > text.length / 2 ? lastHardBoundary(text, text.length / 2, end) : -1;
    if (cut === -1) return this.countPart(place, 0, end);
    const behind = this.counter.countTokens(text, cut);
    return this.chunks.tokensAt(place) - behind + this.counter.countTokens(text, cut, end);
  }

  /** Tokens of a chunk's text from `start` on, counted likewise. */
  private countTail(place: ChunkPlace, start: number): number {
    const text = this.chunks.textAt(place);
    const cut = start < text.length / 2 ? firstHardBoundary(text, start, text.length / 2) : -1;
    if (cut === -1) return this.countPart(place, start, text.length);
    const before = this.counter.countTokens(text, 0, cut);
    return this.chunks.tokensAt(place) - before + this.counter.countTokens(text, start, cut);
  }

  private replace(offset: number, removed: number, inserted: string): void {
    if (removed === 0 && inserted === '') return;
    // An insertion between two chunks goes to the end of the left one: typing continues what stands before the caret.
    const place = this.chunks.locate(removed === 0 && offset > 0 ? offset - 1 : offset);
    const start = offset - place.start;
    const end = start + removed;
    const isWithin = end <= this.chunks.textAt(place).length;
    if (!isWithin || !this.editChunk(place, start, end, inserted)) {
      this.recutChunks(offset, removed, inserted);
    }
  }

  /** Edits within one chunk, unless it is no longer cut off by hard boundaries or of a good size afterwards. */
  private editChunk(place: ChunkPlace, start: number, end: number, inserted: string): boolean {
    const before = this.chunks.textAt(place);
    const after = before.slice(0, start) + inserted + before.slice(end);
    if (after.length > LARGEST_CHUNK || after.length < SMALLEST_CHUNK) return false;
    if (start === 0 && !isCutBetween(this.textAt(this.chunks.before(place)), after)) return false;
    if (end === before.length && !isCutBetween(after, this.textAt(this.chunks.behind(place)))) return false;

    // Both units of a boundary must be untouched for it to stand before and after the edit.
    const windowStart = Math.max(lastHardBoundary(before, 1, start - 1), 0);
    const boundary = firstHardBoundary(before, end + 1, before.length - 1);
    const windowEnd = boundary === -1 ? before.length : boundary;
    const windowEndAfter = windowEnd + after.length - before.length;
    const added = this.counter.countTokens(after, windowStart, windowEndAfter);
    const gone = this.countPart(place, windowStart, windowEnd);
    this.chunks.set(place, after, this.chunks.tokensAt(place) + added - gone);
    return true;
  }

  private textAt(place: ChunkPlace | undefined): string | undefined {
    return place && this.chunks.textAt(place);
  }

  /** Replaces all chunks that the edit touches, and the neighbours whose boundary to it is in doubt, by newly cut ones. */
  private recutChunks(offset: number, removed: number, inserted: string): void {
    let first = this.chunks.locate(Math.max(offset - 1, 0));
    let last = this.chunks.locate(offset + removed);
    const old = this.chunks.textOf(first, last);
    const start = offset - first.start;
    let text = old.slice(0, start) + inserted + old.slice(start + removed);
    const behind = this.chunks.behind(last);
    if (text.length < SMALLEST_CHUNK && behind !== undefined) {
      text += this.chunks.textAt(behind);
      last = behind;
    }
    const before = this.chunks.before(first);
    if (text.length < SMALLEST_CHUNK && before !== undefined) {
      text = this.chunks.textAt(before) + text;
      first = before;
    }
    const texts = cutChunks(text);
    const tokens = texts.map((chunk) => this.counter.countTokens(chunk));
    this.chunks.replace(first, last, texts, tokens);
  }
}

/** Whether a hard boundary stands between two chunks; at the ends of the text there is always one. */
function isCutBetween(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  return isHardBoundary(left.charCodeAt(left.length - 1), right.charCodeAt(0));
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
