import type { FileNote } from '../../core/context/fileState.ts';
import { measureContentMix } from '../../core/tokens/contentMix.ts';
import type { TextCount } from '../../core/tokens/tokenCount.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { decodeFile, type FileContent, readFileBytes, type Skipped } from '../files/readTextFile.ts';

/** A counted file, with the size and time by which it is known again. */
export type CountedFile = { count: TextCount; sizeBytes: number; mtimeMs: number; note?: FileNote };

/** Counts one file from disk; text in UTF-8 is counted as it lies there, without becoming a string. */
export function countFile(path: string, counter: TokenCounter): CountedFile | Skipped {
  const file = readFileBytes(path);
  if ('skip' in file) return file;
  const content = decodeFile(file.bytes);
  if ('skip' in content) return content;
  const counted = {
    count: countContent(content, counter),
    sizeBytes: file.bytes.length,
    mtimeMs: file.mtimeMs,
  };
  return content.note === undefined ? counted : { ...counted, note: content.note };
}

function countContent(content: FileContent, counter: TokenCounter): TextCount {
  if ('text' in content) {
    return { tokens: counter.countTokens(content.text), mix: measureContentMix(content.text) };
  }
  return { tokens: counter.countUtf8(content.utf8), mix: measureContentMix(sampleText(content.utf8)) };
}

/** Enough of a large file to judge its mix. Latin-1 would do for Latin text, but other scripts need to be seen. */
function sampleText(utf8: Buffer): string {
  const sample = 3072;
  if (utf8.length <= 3 * sample) return utf8.toString('utf8');
  const middle = Math.floor(utf8.length / 2);
  return [0, middle, utf8.length - sample]
    .map((start) => utf8.toString('utf8', start, start + sample))
    .join('\n');
}
