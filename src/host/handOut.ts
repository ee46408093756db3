import { env } from 'vscode';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { TextCount } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';

/**
 * The one way out of the product: every text that leaves goes through here, and the number returned is the count, in
 * `encoding`, of the very text that left. The clipboard stays as it was when anything fails before.
 */
export async function handOut(
  text: string,
  encoding: EncodingName,
  counter: CountingWorker,
): Promise<TextCount> {
  const count = await counter.ask({ ask: 'text', encoding, text });
  await env.clipboard.writeText(text);
  return count;
}
