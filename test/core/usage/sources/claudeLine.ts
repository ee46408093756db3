type Usage = Record<string, unknown>;

export type ClaudeLine = {
  id?: string | null;
  requestId?: string;
  sessionId?: string;
  model?: string;
  time?: string;
  usage?: Usage;
  stopReason?: string | null;
  content?: unknown[];
  fields?: Record<string, unknown>;
};

/** One line of a Claude Code transcript, with usage. */
export function claudeLine(line: ClaudeLine = {}): Record<string, unknown> {
  const { id = 'msg_1', model = 'claude-opus-5', usage, stopReason = 'end_turn', content = [] } = line;
  const { sessionId = 'session-1', time = '2026-07-01T12:00:00.000Z', requestId = 'req_1', fields } = line;
  return {
    parentUuid: null,
    isSidechain: false,
    cwd: '/home/dev/project',
    sessionId,
    type: 'assistant',
    uuid: `uuid-${id}`,
    timestamp: time,
    requestId,
    message: {
      ...(id !== null && { id }),
      model,
      role: 'assistant',
      content,
      stop_reason: stopReason,
      usage: { ...claudeUsage(), ...usage },
    },
    ...fields,
  };
}

export function claudeUsage(): Usage {
  return {
    input_tokens: 4,
    cache_creation_input_tokens: 30,
    cache_read_input_tokens: 2000,
    output_tokens: 100,
    cache_creation: { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 20 },
    service_tier: 'standard',
    speed: null,
  };
}
