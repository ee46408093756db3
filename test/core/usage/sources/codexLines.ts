export type CodexCounts = [input: number, cached: number, output: number, reasoning?: number];

/** The lines of a Codex rollout. Times are seconds after noon, 2026-07-01. */
export const codex = {
  meta: (seconds: number, id: string, fields: Record<string, unknown> = {}) =>
    line(seconds, 'session_meta', { id, cwd: '/home/dev/project', model_provider: 'openai', ...fields }),
  turn: (seconds: number, model: string) =>
    line(seconds, 'turn_context', { model, cwd: '/home/dev/project' }),
  count: (seconds: number, total: CodexCounts | null, last: CodexCounts | null = null) =>
    line(seconds, 'event_msg', {
      type: 'token_count',
      info: { total_token_usage: total && usage(total), last_token_usage: last && usage(last) },
    }),
  settings: (seconds: number, settings: Record<string, unknown>) =>
    line(seconds, 'event_msg', { type: 'thread_settings_applied', thread_settings: settings }),
  limits: (seconds: number) =>
    line(seconds, 'event_msg', { type: 'token_count', info: null, rate_limits: {} }),
};

export function line(seconds: number, type: string, payload: Record<string, unknown>) {
  return { timestamp: new Date(Date.UTC(2026, 6, 1, 12) + seconds * 1000).toISOString(), type, payload };
}

function usage([input, cached, output, reasoning = 0]: CodexCounts) {
  return {
    input_tokens: input,
    cached_input_tokens: cached,
    output_tokens: output,
    reasoning_output_tokens: reasoning,
    total_tokens: input + output,
  };
}
