import { env, type Uri, workspace } from 'vscode';
import type { GatePasses, InvisiblePlace, SecretPlace } from '../core/context/gates/applyGates.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { TextCount } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';

/** Where a text goes. `show` puts it before the user's eyes in a read-only document. */
export type Exit =
  | { to: 'clipboard' }
  | { to: 'file'; uri: Uri }
  | { to: 'editor'; show(text: string): Promise<void> };

/** What left: its count, and what the gates found before. */
export type HandedOut = {
  count: TextCount;
  secrets: SecretPlace[];
  invisible: InvisiblePlace[];
  /** What the invisible characters would come to. */
  invisibleTokens: number;
};

/**
 * The one way out of the product: every text that leaves goes through here, secrets are redacted and invisible characters stripped unless
 * the user lets them pass this once, and the count returned, in `encoding`, is that of the very text that left. The clipboard or the
 * file stays as it was when anything fails before.
 */
export async function handOut(
  text: string,
  exit: Exit,
  encoding: EncodingName,
  counter: CountingWorker,
  passes: GatePasses = {},
): Promise<HandedOut> {
  const { text: gated, ...handedOut } = await counter.ask({ ask: 'gate', encoding, text, passes });
  switch (exit.to) {
    case 'clipboard':
      await env.clipboard.writeText(gated);
      break;
    case 'file':
      await workspace.fs.writeFile(exit.uri, Buffer.from(gated));
      break;
    case 'editor':
      await exit.show(gated);
      break;
    default:
      exit satisfies never;
  }
  return handedOut;
}

/** Reads what is selected in the active terminal, by way of the clipboard, which gets back what it held. */
export async function borrowClipboard(fill: () => PromiseLike<unknown>): Promise<string> {
  const before = await env.clipboard.readText();
  try {
    await env.clipboard.writeText('');
    await fill();
    return await env.clipboard.readText();
  } finally {
    await env.clipboard.writeText(before);
  }
}
