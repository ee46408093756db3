import { toLines } from '../../fixtures/toLines.ts';

const time = (second: number) => Date.UTC(2026, 6, 1, 12, 0, second);
const USER = '.config/Code/User';

const chatRequest = (requestId: string, promptTokens: number, outputTokens: number) => ({
  requestId,
  timestamp: time(1),
  modelId: 'copilot/claude-sonnet-4.6',
  message: { text: 'naïve 日本語' },
  result: { metadata: { promptTokens, outputTokens, toolCallRounds: [{ id: 'a', toolCalls: [] }] } },
});
const chatSession = (sessionId: string, ...requests: unknown[]) => ({
  version: 3,
  sessionId,
  creationDate: time(0),
  requests,
});

const clineMessages = (...tokensIn: number[]) => [
  { ts: time(0), type: 'say', say: 'text', text: 'naïve 日本語' },
  ...tokensIn.map((each, index) => ({
    ts: time(index + 1),
    type: 'say',
    say: 'api_req_started',
    text: JSON.stringify({
      request: 'r',
      tokensIn: each,
      tokensOut: 5,
      cacheWrites: 10,
      cacheReads: 60,
      cost: 0.5,
    }),
    modelInfo: { providerId: 'anthropic', modelId: 'claude-opus-5' },
  })),
];

/** Logs that are read as a whole, and those of Copilot Chat. */
export const OTHER_LOGS: Readonly<Record<string, string>> = {
  '.gemini/tmp/slug/chats/session-2.json': JSON.stringify({
    sessionId: 'old',
    startTime: new Date(time(0)).toISOString(),
    messages: [1, 2].map((id) => ({
      id: `m${id}`,
      type: 'gemini',
      timestamp: new Date(time(id)).toISOString(),
      model: 'gemini-2.5-flash',
      tokens: { input: 100, output: 7, cached: 40, thoughts: 1, tool: 0, total: 108 },
    })),
  }),
  '.local/share/opencode/storage/message/ses_1/msg_1.json': JSON.stringify({
    id: 'msg_1',
    sessionID: 'ses_1',
    role: 'assistant',
    modelID: 'gpt-5.5',
    providerID: 'openai',
    time: { created: time(3) },
    path: { cwd: '/home/dev/日本' },
    tokens: { input: 100, output: 50, reasoning: 20, total: 1200, cache: { read: 1000, write: 30 } },
  }),
  [`${USER}/workspaceStorage/hash/chatSessions/s1.jsonl`]: toLines([
    { kind: 0, v: chatSession('s1', chatRequest('r1', 900, 60)) },
    { kind: 2, k: ['requests'], v: [{ ...chatRequest('r2', 0, 0), result: {} }] },
    { kind: 1, k: ['requests', 1, 'promptTokens'], v: 18_561 },
    { kind: 1, k: ['requests', 1, 'completionTokens'], v: 7 },
    { kind: 2, k: ['requests'], i: 2, v: [chatRequest('r3', 5, 1)] },
  ]),
  [`${USER}/workspaceStorage/hash/chatSessions/s2.json`]: JSON.stringify(
    chatSession('s2', chatRequest('r1', 90, 6)),
  ),
  [`${USER}/workspaceStorage/hash/GitHub.copilot-chat/debug-logs/s3/main.jsonl`]: toLines(
    [1, 2].map((id) => ({
      ts: time(id),
      sid: 's3',
      type: 'llm_request',
      spanId: `x${id}`,
      attrs: { model: 'gpt-5.4', inputTokens: 1000, outputTokens: 20, cachedTokens: 800 },
    })),
  ),
  '.copilot/otel/spans.jsonl': toLines(
    [1, 2].map((id) => ({
      type: 'span',
      traceId: 't',
      spanId: `x${id}`,
      endTime: [time(id) / 1000, 0],
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.conversation.id': 'u',
        'gen_ai.response.model': 'gpt-5.4',
        'gen_ai.usage.input_tokens': 1000,
        'gen_ai.usage.output_tokens': 20,
      },
    })),
  ),
  [`${USER}/globalStorage/saoudrizwan.claude-dev/tasks/t1/ui_messages.json`]: JSON.stringify(
    clineMessages(100, 200),
  ),
  [`${USER}/globalStorage/rooveterinaryinc.roo-cline/tasks/t2/ui_messages.json`]: JSON.stringify(
    clineMessages(100),
  ),
  [`${USER}/globalStorage/kilocode.kilo-code/tasks/t3/ui_messages.json`]: JSON.stringify(clineMessages(300)),
  '.cline/data/sessions/s4/s4.messages.json': JSON.stringify({
    messages: [
      {
        id: 'a',
        role: 'assistant',
        ts: time(1),
        metrics: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 100, cacheWriteTokens: 20, cost: 0.01 },
        modelInfo: { id: 'claude-opus-5', provider: 'anthropic' },
      },
    ],
  }),
};
