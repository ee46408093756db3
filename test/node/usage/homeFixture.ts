import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { codex } from '../../core/usage/sources/codexLines.ts';
import { toLines } from '../../fixtures/toLines.ts';

const block = (text: string) => [{ type: 'text', text }];
const time = (second: number) => new Date(Date.UTC(2026, 6, 1, 12, 0, second)).toISOString();

const CLAUDE = [
  { type: 'queue-operation', timestamp: time(0), operation: 'enqueue' },
  { type: 'user', timestamp: time(1), sessionId: 'a', message: { content: 'naïve 日本語 prompt' } },
  claudeLine({
    id: 'msg_1',
    sessionId: 'a',
    time: time(2),
    stopReason: null,
    usage: { output_tokens: 2 },
    content: block('x'.repeat(90)),
  }),
  claudeLine({
    id: 'msg_1',
    sessionId: 'a',
    time: time(3),
    stopReason: null,
    usage: { output_tokens: 2 },
    content: block('日本'),
  }),
  claudeLine({ id: 'msg_2', sessionId: 'a', time: time(4), usage: { output_tokens: 40, speed: 'fast' } }),
];

/** A home folder with logs of several tools: forks, archives, repeated lines, a sub-agent. */
export const HOME: Readonly<Record<string, string>> = {
  '.claude/projects/-p/a.jsonl': toLines(CLAUDE),
  '.claude/projects/-p/b.jsonl': toLines([
    { type: 'queue-operation', timestamp: time(30) },
    ...CLAUDE.slice(2).map((line) => ({ ...line, sessionId: 'b' })),
    claudeLine({ id: 'msg_3', sessionId: 'b', time: time(40), usage: { output_tokens: 7 } }),
  ]),
  '.claude/projects/-p/a/subagents/agent-1.jsonl': toLines([
    claudeLine({ id: 'msg_4', sessionId: 'a', time: time(5), fields: { isSidechain: true, agentId: '1' } }),
  ]),
  '.codex/sessions/2026/07/01/rollout-1.jsonl': toLines([
    codex.meta(0, 'parent'),
    codex.turn(1, 'gpt-5.5'),
    codex.count(5, [1000, 400, 50, 10]),
    codex.count(6, [1000, 400, 50, 10]),
    codex.count(9, [3000, 1400, 90, 10]),
  ]),
  '.codex/archived_sessions/rollout-1.jsonl': toLines([
    codex.meta(0, 'parent'),
    codex.turn(1, 'gpt-5.5'),
    codex.count(5, [1000, 400, 50, 10]),
  ]),
  '.codex/sessions/2026/07/01/rollout-2.jsonl': toLines([
    codex.meta(60, 'child', { forked_from_id: 'parent' }),
    codex.meta(60, 'parent'),
    codex.count(60.1, [1000, 400, 50, 10]),
    codex.count(60.2, [3000, 1400, 90, 10]),
    codex.turn(61, 'gpt-5.5'),
    codex.count(65, [3500, 1400, 100, 10]),
  ]),
  '.gemini/tmp/slug/chats/session-1.jsonl': toLines([
    { sessionId: 'g', startTime: time(0), kind: 'main' },
    ...[5, 9].map((output) => ({
      id: 'm1',
      type: 'gemini',
      timestamp: time(2),
      model: 'gemini-2.5-flash',
      tokens: { input: 100, output, cached: 40, thoughts: 1, tool: 0, total: 101 + output },
    })),
  ]),
  '.copilot/session-state/u/events.jsonl': toLines([
    { type: 'session.start', timestamp: time(0), data: { sessionId: 'u', context: { cwd: '/p' } } },
    {
      type: 'assistant.message',
      id: '1',
      timestamp: time(1),
      data: { messageId: 'm', model: 'gpt-5.4', outputTokens: 7 },
    },
    {
      type: 'session.shutdown',
      id: '2',
      timestamp: time(2),
      data: {
        modelMetrics: { 'gpt-5.4': { requests: { count: 1 }, usage: { inputTokens: 90, outputTokens: 7 } } },
      },
    },
    {
      type: 'assistant.message',
      id: '3',
      timestamp: time(3),
      data: { messageId: 'n', model: 'gpt-5.4', outputTokens: 3 },
    },
  ]),
};

/** What the home folder holds, by source: input, cache reads, output, requests. */
export const HOME_SUMS = {
  claudeCode: [16, 8000, 149, 4],
  codex: [2100, 1400, 100, 3],
  copilotCli: [90, 0, 10, 2],
  gemini: [60, 40, 10, 1],
};
