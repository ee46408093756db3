import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { countInPieces, cutPieces } from '../../core/tokens/countInPieces.ts';
import type { TokenCounter } from '../../core/tokens/vocabulary.ts';

/** Counts a UTF-8 file of any size as a stream. `report` gets the share read, from 0 to 1. */
export async function countLargeFile(
  path: string,
  counter: TokenCounter,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const { size } = await stat(path);
  const decoder = new TextDecoder('utf-8');
  let [tokens, readBytes, rest] = [0, 0, ''];
  const pause = async () => {
    await setImmediate();
    signal.throwIfAborted();
  };
  for await (const bytes of createReadStream(path, { signal })) {
    readBytes += bytes.length;
    const pieces = [...cutPieces(rest + decoder.decode(bytes, { stream: true }))];
    rest = pieces.pop() ?? '';
    for (const piece of pieces) tokens += await countInPieces(piece, counter, pause);
    report(readBytes / size);
  }
  return tokens + counter.countTokens(rest + decoder.decode());
}
