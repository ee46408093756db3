import * as v from 'valibot';
import { translate } from '../../core/translate.ts';

export const ANTHROPIC_API = 'https://api.anthropic.com';

const TIMEOUT_MS = 30_000;
const ANSWER = v.object({ input_tokens: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const PROBLEM = v.object({ error: v.object({ message: v.string() }) });

/** A refusal in the provider's own words, or why it could not be reached. */
export class ProviderError extends Error {}

/**
 * Asks Anthropic's `count_tokens` how many input tokens one message with this text is for a model, its framing included. THE TEXT
 * LEAVES THE MACHINE: this is the only file that uses a network, and it must be called on an explicit command only.
 * Throws a `ProviderError`, which never contains the key.
 *
 * Source: https://docs.anthropic.com/en/api/messages-count-tokens
 */
export async function countWithAnthropic(
  text: string,
  model: string,
  apiKey: string,
  signal: AbortSignal,
  api = ANTHROPIC_API,
): Promise<number> {
  let response: Response;
  try {
    response = await fetch(`${api}/v1/messages/count_tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' },
      body: JSON.stringify({ model, messages: [{ role: 'user', content: text }] }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new ProviderError(translate('Anthropic could not be reached: {0}.', reasonOf(error)));
  }
  const body: unknown = await response.json().catch(() => undefined);
  const answer = v.safeParse(ANSWER, body);
  if (response.ok && answer.success) return answer.output.input_tokens;
  const problem = v.safeParse(PROBLEM, body);
  const words = problem.success
    ? problem.output.error.message.slice(0, 300)
    : translate('an answer that is not understood');
  throw new ProviderError(translate('Anthropic refused ({0}): {1}', response.status, words));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return translate('no answer within {0} seconds', TIMEOUT_MS / 1000);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
