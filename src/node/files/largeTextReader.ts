import { TextDecoder } from 'node:util';
import type { LogDigest } from '../../core/context/reduce/log/logDigest.ts';
import { decodeFile, isBinary, type Skipped, utf16Label } from './readTextFile.ts';

/** Text of a source of any size: the whole of it, or its start and its end, and what a digest kept of the middle. */
export type LargeText = {
  text: string;
  sizeBytes: number;
  /** Bytes between start and end. */
  leftOutBytes: number;
  digest?: LogDigest;
};

/** Sources up to this size are read whole; of larger ones, so much from the start and so much from the end. */
export type ReadLimits = { wholeBytes: number; headBytes: number; tailBytes: number };

/** Decides by the start of a source that is too large whether its middle is worth reading, and by what. */
export type ChooseDigest = (head: string) => LogDigest | undefined;

/** A line in the middle may be this long, in UTF-16 units; a longer one is taken in parts, as if they were lines. */
const LONGEST_LINE = 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

/** Takes a source chunk by chunk and never holds more of it than the limits say, and one chunk. */
export class LargeTextReader {
  private readonly limits: ReadLimits;
  private readonly chooseDigest: ChooseDigest;
  /** Everything so far, or what may become the end. */
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private sizeBytes = 0;
  private parts: Parts | undefined;
  private isBinary = false;

  constructor(limits: ReadLimits, chooseDigest: ChooseDigest) {
    this.limits = limits;
    this.chooseDigest = chooseDigest;
  }

  /** Keeps the chunk: it must not be written to again. */
  push(chunk: Uint8Array): void {
    this.sizeBytes += chunk.length;
    if (this.isBinary) return;
    this.hold(chunk);
    if (this.sizeBytes <= this.limits.wholeBytes) return;
    this.parts ??= this.setHeadAside();
    for (let first = this.held[0]; first !== undefined; first = this.held[0]) {
      if (this.heldBytes - first.length < this.limits.tailBytes) return;
      this.held.shift();
      this.heldBytes -= first.length;
      this.parts?.addToMiddle(first);
    }
  }

  end(): LargeText | Skipped {
    const { sizeBytes, limits, parts } = this;
    if (this.isBinary) return { skip: 'binary' };
    const rest = Buffer.concat(this.held);
    if (parts === undefined) return decodeWhole(rest);
    parts.addToMiddle(rest.subarray(0, -limits.tailBytes));
    const leftOutBytes = sizeBytes - limits.headBytes - limits.tailBytes;
    return { ...parts.end(rest.subarray(-limits.tailBytes)), sizeBytes, leftOutBytes };
  }

  private hold(chunk: Uint8Array): void {
    this.held.push(chunk);
    this.heldBytes += chunk.length;
  }

  private setHeadAside(): Parts | undefined {
    const all = Buffer.concat(this.held);
    const head = all.subarray(0, this.limits.headBytes);
    this.held = [];
    this.heldBytes = 0;
    const label = utf16Label(head);
    this.isBinary = label === undefined && isBinary(head);
    if (this.isBinary) return undefined;
    // In pieces, so that neither what is held nor what is read of it at once is large.
    for (let at = head.length; at < all.length; at += PIECE_BYTES)
      this.hold(all.subarray(at, at + PIECE_BYTES));
    return new Parts(head, new TextDecoder(label ?? 'utf-8'), this.chooseDigest);
  }
}

/** Start, middle and end of a text, decoded as one stream, so that neither a character nor a line is lost where they meet. */
class Parts {
  private readonly head: string;
  private readonly decoder: TextDecoder;
  private readonly digest: LogDigest | undefined;
  /** The line that has begun and not ended. */
  private begun: string;

  constructor(head: Uint8Array, decoder: TextDecoder, chooseDigest: ChooseDigest) {
    this.decoder = decoder;
    const text = decoder.decode(head, { stream: true });
    const end = lastLineEnd(text);
    this.head = end === 0 ? `${text}\n` : text.slice(0, end);
    this.begun = end === 0 ? '' : text.slice(end);
    this.digest = chooseDigest(this.head);
  }

  addToMiddle(bytes: Uint8Array): void {
    const text = this.begun + this.decoder.decode(bytes, { stream: true });
    const end = lastLineEnd(text);
    const cut = end === 0 && text.length > LONGEST_LINE ? text.length : end;
    this.begun = text.slice(cut);
    if (cut > 0) this.digest?.add(text.slice(0, cut));
  }

  /** The line that reaches into the end is part of the middle; an end without line ends is one line. */
  end(bytes: Uint8Array): Pick<LargeText, 'text' | 'digest'> {
    const text = this.decoder.decode(bytes);
    const { head, digest } = this;
    const start = firstLineEnd(text);
    if (digest === undefined) return { text: head + text.slice(start) };
    digest.add(this.begun + text.slice(0, start));
    return { text: `${head}${digest.text}${text.slice(start)}`, digest };
  }
}

/** Behind the first line that ends; 0 where none does. */
function firstLineEnd(text: string): number {
  const end = /\r\n|\n|\r/.exec(text);
  return end === null ? 0 : end.index + end[0].length;
}

/** Behind the last line that has ended, 0 where none has; a CR at the very end may be half of a CR LF. */
function lastLineEnd(text: string): number {
  const carriageReturn = text.length < 2 ? -1 : text.lastIndexOf('\r', text.length - 2);
  return Math.max(text.lastIndexOf('\n'), carriageReturn) + 1;
}

function decodeWhole(bytes: Buffer): LargeText | Skipped {
  const content = decodeFile(bytes);
  if ('skip' in content) return content;
  const text = 'utf8' in content ? content.utf8.toString('utf8') : content.text;
  return { text, sizeBytes: bytes.length, leftOutBytes: 0 };
}
