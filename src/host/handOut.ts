import { env } from 'vscode';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { TextCount } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';

/** What left: its count, and how much the gates took out of it before. */
export type HandedOut = { count: TextCount; redactedSecrets: number; strippedUnits: number };

/**
 * The one way out of the product: every text that leaves goes through here, secrets are redacted and invisible characters stripped, and the
 * count returned, in `encoding`, is that of the very text that left. The clipboard stays as it was when anything fails before.
 */
export async function handOut(
  text: string,
  encoding: EncodingName,
  counter: CountingWorker,
): Promise<HandedOut> {
  const gated = await counter.ask({ ask: 'gate', encoding, text });
  await env.clipboard.writeText(gated.text);
  return { count: gated.count, redactedSecrets: gated.redacted.length, strippedUnits: gated.strippedUnits };
}
