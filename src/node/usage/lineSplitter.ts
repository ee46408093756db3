const CHUNK_BYTES = 1024 * 1024;

/** Longer lines are passed over: they hold pictures or whole files, never usage. */
export const MOST_LINE_BYTES = 16 * CHUNK_BYTES;

export type LineSplitterEvents = {
  /** Whole lines, from `start` to `end`; the buffer is used again afterwards. */
  onLines: (buffer: Buffer, start: number, end: number) => void;
  onLongLine: () => void;
};

/** Cuts a stream of bytes at its line ends, with one buffer that grows up to the longest line allowed. */
export class LineSplitter {
  /** Bytes of the stream before what is in the buffer: all whole lines, and what was passed over of a long one. */
  position: number;
  isInLongLine: boolean;
  private buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  private filled = 0;
  private events: LineSplitterEvents = { onLines: () => undefined, onLongLine: () => undefined };

  constructor() {
    this.position = 0;
    this.isInLongLine = false;
  }

  start(position: number, isInLongLine: boolean, events: LineSplitterEvents): void {
    this.position = position;
    this.isInLongLine = isInLongLine;
    this.events = events;
    this.filled = 0;
    if (this.buffer.length > CHUNK_BYTES) this.buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }

  /** Where the next bytes go; never empty. */
  get space(): Buffer {
    return this.buffer.subarray(this.filled);
  }

  /** The last line, which has no end yet. */
  get rest(): Buffer {
    return this.buffer.subarray(0, this.filled);
  }

  /** Takes `bytes` that were written into `space`. */
  take(bytes: number): void {
    const end = this.filled + bytes;
    const from = this.isInLongLine ? this.passLongLine(end) : 0;
    const last = this.buffer.subarray(this.filled, end).lastIndexOf(10);
    const linesEnd = last === -1 ? from : Math.max(from, this.filled + last + 1);
    if (linesEnd > from) this.events.onLines(this.buffer, from, linesEnd);
    this.buffer.copyWithin(0, linesEnd, end);
    this.position += linesEnd;
    this.filled = end - linesEnd;
    if (this.filled === this.buffer.length) this.growOrPass();
  }

  /** Takes bytes from elsewhere. */
  push(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.space, 0, at);
      this.take(copied);
      at += copied;
    }
  }

  private passLongLine(end: number): number {
    const lineEnd = this.buffer.subarray(0, end).indexOf(10);
    if (lineEnd === -1) return end;
    this.isInLongLine = false;
    return lineEnd + 1;
  }

  private growOrPass(): void {
    if (this.buffer.length < MOST_LINE_BYTES) {
      const larger = Buffer.allocUnsafeSlow(this.buffer.length * 2);
      this.buffer.copy(larger);
      this.buffer = larger;
      return;
    }
    this.events.onLongLine();
    this.isInLongLine = true;
    this.position += this.filled;
    this.filled = 0;
    this.buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }
}
