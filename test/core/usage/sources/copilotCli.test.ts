import { describe, expect, it } from 'vitest';
import { COPILOT_CLI } from '../../../../src/core/usage/sources/copilotCli.ts';
import { readFixture } from './readFixture.ts';

const at = (minute: number) => `2026-07-01T12:${String(minute).padStart(2, '0')}:00.000Z`;
const start = {
  type: 'session.start',
  timestamp: at(0),
  data: { sessionId: 's1', context: { cwd: '/home/dev/project' } },
};
const shutdown = (
  minute: number,
  usage: Record<string, number>,
  count: number,
  model = 'claude-opus-4.8',
) => ({
  type: 'session.shutdown',
  id: `shutdown-${minute}`,
  timestamp: at(minute),
  data: { modelMetrics: { [model]: { requests: { count }, usage, totalNanoAiu: 2e11 } } },
});
const usage = (inputTokens: number, outputTokens: number, cacheReadTokens = 0, cacheWriteTokens = 0) => ({
  inputTokens,
  outputTokens,
  cacheReadTokens,
  cacheWriteTokens,
  reasoningTokens: 5,
});
const read = (...lines: unknown[]) => readFixture('copilotCli', 'events', [start, ...lines]);

describe('Copilot CLI', () => {
  it('gives the sums of a session that ended, input without cache', () => {
    expect(read(shutdown(9, usage(1000, 70, 600, 100), 4)).records).toEqual([
      {
        key: 'copilotCli:s1:sum:claude-opus-4.8:shutdown-9',
        source: 'copilotCli',
        sessionId: 's1',
        project: '/home/dev/project',
        timestampMs: Date.UTC(2026, 6, 1, 12, 9),
        model: 'claude-opus-4.8',
        provider: 'copilot',
        inputTokens: 300,
        cacheReadTokens: 600,
        cacheWrite5mTokens: 100,
        cacheWrite1hTokens: 0,
        outputTokens: 70,
        reasoningTokens: 5,
        requests: 4,
        contextTokens: 250,
        costReportedUsd: 2,
        quality: 'reported',
        layer: 'sums',
      },
    ]);
  });

  it('counts only what is new when a resumed session ends again, and all of it where sums began anew', () => {
    const { records } = read(
      shutdown(1, usage(1000, 70), 4),
      shutdown(2, usage(1500, 90), 6),
      shutdown(3, usage(200, 10), 1),
    );
    expect(
      records.map(({ inputTokens, outputTokens, requests }) => [inputTokens, outputTokens, requests]),
    ).toEqual([
      [1000, 70, 4],
      [500, 20, 2],
      [200, 10, 1],
    ]);
  });

  it('tells the output of messages as a part', () => {
    const message = {
      type: 'assistant.message',
      timestamp: at(1),
      data: { messageId: 'm1', model: 'gpt-5.4', outputTokens: 7 },
    };
    expect(read(message).records).toMatchObject([
      { key: 'copilotCli:s1:message:m1', outputTokens: 7, quality: 'reported-partial', layer: 'parts' },
    ]);
    expect(read(message).records[0]).not.toHaveProperty('inputTokens');
  });

  it('takes any name for a model', () => {
    const { records } = read(
      shutdown(1, usage(10, 1), 1, '__proto__'),
      shutdown(2, usage(15, 2), 2, '__proto__'),
    );
    expect(records.map(({ model, inputTokens }) => [model, inputTokens])).toEqual([
      ['__proto__', 10],
      ['__proto__', 5],
    ]);
  });

  it('has a row per request in its store', () => {
    const row = {
      id: 7,
      session_id: 's1',
      cwd: '/home/dev/project',
      model: 'claude-sonnet-4.6',
      input_tokens: 1000,
      cache_read_tokens: 900,
      cache_write_tokens: 50,
      output_tokens: 30,
      reasoning_tokens: 3,
      created_at: '2026-07-01 12:00:00',
      total_nano_aiu: null,
    };
    expect(readFixture('copilotCli', 'store', [row]).records).toEqual([
      {
        key: 'copilotCli:s1:7',
        source: 'copilotCli',
        sessionId: 's1',
        project: '/home/dev/project',
        timestampMs: Date.UTC(2026, 6, 1, 12),
        model: 'claude-sonnet-4.6',
        provider: 'copilot',
        inputTokens: 50,
        cacheReadTokens: 900,
        cacheWrite5mTokens: 50,
        cacheWrite1hTokens: 0,
        outputTokens: 30,
        reasoningTokens: 3,
        requests: 1,
        quality: 'reported',
      },
    ]);
  });

  it('has a span per request where it exports them, and the event of the same response beside it', () => {
    const attributes = (name: string, fields: Record<string, unknown> = {}) => ({
      [name.includes('.') ? 'event.name' : 'gen_ai.operation.name']: name,
      'gen_ai.conversation.id': 's1',
      'gen_ai.response.id': 'r1',
      'gen_ai.response.model': 'claude-opus-4.6',
      'gen_ai.usage.input_tokens': 1000,
      'gen_ai.usage.output_tokens': 70,
      'gen_ai.usage.cache_read.input_tokens': 600,
      'gen_ai.usage.cache_creation.input_tokens': 100,
      'gen_ai.usage.reasoning.output_tokens': 5,
      'github.copilot.nano_aiu': 2e11,
      ...fields,
    });
    const second = Date.UTC(2026, 6, 1, 12) / 1000;
    const span = { type: 'span', traceId: 't', spanId: 'x', endTime: [second, 250_900_000] };
    const event = { hrTime: [second + 1, 0] };
    const { records, skips } = readFixture('copilotCli', 'spans', [
      {
        ...event,
        attributes: attributes('gen_ai.client.inference.operation.details', {
          'gen_ai.usage.output_tokens': 99,
        }),
      },
      { ...span, attributes: attributes('chat') },
      { ...span, attributes: attributes('invoke_agent', { 'gen_ai.response.id': undefined }) },
      {
        ...span,
        attributes: attributes('chat', { 'gen_ai.response.id': undefined, 'gen_ai.usage.input_tokens': '9' }),
      },
      {
        ...span,
        attributes: attributes('chat', { 'gen_ai.response.id': undefined, 'github.copilot.nano_aiu': 0 }),
      },
    ]);
    expect(records[0]).toEqual({
      key: 'copilotCli:span:r1',
      source: 'copilotCli',
      sessionId: 's1',
      timestampMs: second * 1000 + 250,
      model: 'claude-opus-4.6',
      provider: 'copilot',
      inputTokens: 300,
      cacheReadTokens: 600,
      cacheWrite5mTokens: 100,
      cacheWrite1hTokens: 0,
      outputTokens: 70,
      reasoningTokens: 5,
      requests: 1,
      costReportedUsd: 2,
      quality: 'reported',
      layer: 'spans',
      revision: 1,
    });
    expect(records.map(({ key }) => key)).toEqual(['copilotCli:span:r1', 'copilotCli:span:t:x']);
    expect(records[1]).not.toHaveProperty('costReportedUsd');
    expect(skips).toEqual(['wrongTypes']);
  });

  it('tells tools, prompts and errors', () => {
    const { events } = read(
      { type: 'user.message', timestamp: at(1), data: { content: 'hi' } },
      {
        type: 'tool.execution_start',
        timestamp: at(2),
        data: { toolCallId: 't', toolName: 'view', arguments: { path: '/a' } },
      },
      {
        type: 'tool.execution_complete',
        timestamp: at(3),
        data: { toolCallId: 't', success: false, result: { content: 'no' } },
      },
      { type: 'abort', timestamp: at(4), data: { reason: 'user' } },
    );
    expect(events).toMatchObject([
      { kind: 'prompt', chars: 2 },
      { kind: 'toolCall', tool: 'view', action: 'read', target: '/a' },
      { kind: 'toolResult', callId: 't', chars: 2, isError: true },
      { kind: 'error', reason: 'user' },
    ]);
  });

  it('lies below .copilot; pointers to sessions are none', () => {
    const [root] = COPILOT_CLI.roots({ home: '/h', platform: 'darwin', env: {} });
    const names = [
      '/session-store.db',
      '/session-state/u/events.jsonl',
      '/session-state/u.jsonl',
      '/session-state/copilot.cli.1.json',
    ];
    expect(names.map((name) => root?.format(name))).toEqual(['store', 'events', 'events', undefined]);
  });
});
