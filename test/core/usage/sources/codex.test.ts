import { describe, expect, it } from 'vitest';
import { CODEX } from '../../../../src/core/usage/sources/codex.ts';
import { codex, line } from './codexLines.ts';
import { readFixture } from './readFixture.ts';

const read = (...lines: unknown[]) => readFixture('codex', 'rollout', lines, { path: '/s/rollout-1.jsonl' });
const sum = (
  records: readonly { inputTokens?: number; cacheReadTokens?: number; outputTokens?: number }[],
) => [
  records.reduce((total, { inputTokens = 0 }) => total + inputTokens, 0),
  records.reduce((total, { cacheReadTokens = 0 }) => total + cacheReadTokens, 0),
  records.reduce((total, { outputTokens = 0 }) => total + outputTokens, 0),
];

describe('a Codex rollout', () => {
  it('gives a record per call, input without cache, output with reasoning', () => {
    const { records } = read(
      codex.meta(0, 'one'),
      codex.turn(1, 'gpt-5.5'),
      codex.count(5, [1000, 400, 50, 20]),
    );
    expect(records).toEqual([
      {
        key: `codex:${Date.UTC(2026, 6, 1, 12, 0, 5)}:1000.400.0.50.20`,
        source: 'codex',
        sessionId: 'one',
        project: '/home/dev/project',
        timestampMs: Date.UTC(2026, 6, 1, 12, 0, 5),
        sessionStartMs: Date.UTC(2026, 6, 1, 12),
        model: 'gpt-5.5',
        provider: 'openai',
        inputTokens: 600,
        cacheReadTokens: 400,
        cacheWrite5mTokens: 0,
        cacheWrite1hTokens: 0,
        outputTokens: 50,
        reasoningTokens: 20,
        requests: 1,
        quality: 'reported',
      },
    ]);
  });

  it('counts differences of the totals: repeated events are nothing, and an event can stand for two calls', () => {
    const { records } = read(
      codex.meta(0, 'one'),
      codex.count(5, [1000, 0, 50], [1000, 0, 50]),
      codex.count(6, [1000, 0, 50], [1000, 0, 50]),
      codex.count(9, [5000, 2000, 90], [1500, 0, 10]),
      codex.limits(10),
      codex.count(11, [5000, 2000, 90], [0, 0, 0]),
    );
    expect(records).toHaveLength(2);
    expect(sum(records)).toEqual([3000, 2000, 90]);
  });

  it('starts anew where totals go back', () => {
    const { records } = read(
      codex.meta(0, 'one'),
      codex.count(5, [1000, 0, 50]),
      codex.count(9, [300, 0, 10], [200, 0, 5]),
      codex.count(12, [400, 0, 20]),
    );
    expect(sum(records)).toEqual([1300, 0, 65]);
  });

  it('takes the last call where there is no total', () => {
    expect(sum(read(codex.count(5, null, [10, 4, 1]), codex.count(6, null, [10, 4, 1])).records)).toEqual([
      12, 8, 2,
    ]);
  });

  it('gives each call to the model of its turn, and none to a model that is not told', () => {
    const { records } = read(
      codex.count(1, [10, 0, 1]),
      codex.turn(2, 'gpt-5.3-codex-spark'),
      codex.count(3, [20, 0, 2]),
      codex.turn(4, 'gpt-5.5'),
      codex.count(5, [30, 0, 3]),
    );
    expect(records.map(({ model }) => model)).toEqual([undefined, 'gpt-5.3-codex-spark', 'gpt-5.5']);
  });

  it('knows fast mode by the settings of the thread', () => {
    const { records } = read(
      codex.settings(0, { service_tier: 'fast' }),
      codex.count(1, [10, 0, 1]),
      codex.settings(2, { service_tier: 'default', model: 'gpt-5.6-sol' }),
      codex.count(3, [20, 0, 2]),
      codex.settings(4, { service_tier: 'priority' }),
      codex.count(5, [30, 0, 3]),
    );
    expect(records.map(({ speed, model }) => [speed, model])).toEqual([
      ['fast', undefined],
      [undefined, 'gpt-5.6-sol'],
      ['fast', 'gpt-5.6-sol'],
    ]);
  });

  it.each(['../../../../config.toml', '../config.toml'])(
    'takes the tier of %s where the rollout does not name it',
    (name) => {
      const lines = [
        codex.turn(0, 'gpt-5.1-codex'),
        codex.count(1, [10, 0, 1]),
        codex.turn(2, 'gpt-5.6-sol'),
        codex.count(3, [20, 0, 2]),
        codex.settings(4, { service_tier: 'default' }),
        codex.count(5, [30, 0, 3]),
      ];
      const companions = { [name]: 'service_tier = "fast"' };
      const { records } = readFixture('codex', 'rollout', lines, { companions });
      expect(records.map(({ speed }) => speed)).toEqual([undefined, 'fast', undefined]);
    },
  );

  it('counts nothing of what `codex exec --json` prints: the rollout of the same thread has it, with its times', () => {
    const { records, skips } = read(
      { type: 'thread.started', thread_id: 'one' },
      { type: 'turn.completed', usage: { input_tokens: 100, cached_input_tokens: 40, output_tokens: 5 } },
    );
    expect([records, skips]).toEqual([[], []]);
  });

  it('splits writes into the cache off the input', () => {
    const total = {
      input_tokens: 100,
      cached_input_tokens: 60,
      cache_write_input_tokens: 30,
      output_tokens: 5,
    };
    const { records } = read(
      line(1, 'event_msg', { type: 'token_count', info: { total_token_usage: total } }),
    );
    expect(records).toMatchObject([{ inputTokens: 10, cacheReadTokens: 60, cacheWrite5mTokens: 30 }]);
  });

  it.each([
    ['a fork', { forked_from_id: 'parent' }],
    ['a sub-agent', { source: { subagent: { thread_spawn: { parent_thread_id: 'parent' } } } }],
  ])('does not count what %s replays of its parent', (_, fields) => {
    const { records } = read(
      codex.meta(0, 'child', fields),
      codex.meta(0, 'parent'),
      codex.count(0.1, [1000, 0, 50]),
      codex.count(0.2, [9000, 0, 500]),
      codex.turn(0.3, 'gpt-5.5'),
      codex.count(7, [9500, 0, 520], [500, 0, 20]),
    );
    expect(sum(records)).toEqual([500, 0, 20]);
    expect(records).toMatchObject([{ sessionId: 'child', parentSessionId: 'parent' }]);
  });

  it('knows a fork by a second session in its file, and goes on from totals that were not replayed', () => {
    const { records } = read(
      codex.meta(0, 'child'),
      codex.meta(0, 'parent'),
      codex.count(7, [9500, 0, 520], [500, 0, 20]),
    );
    expect(sum(records)).toEqual([500, 0, 20]);
  });

  it('knows replays with the times of the parent as the same calls', () => {
    const calls = [codex.count(5, [1000, 0, 50]), codex.count(9, [2000, 0, 80])];
    const parent = read(codex.meta(0, 'parent'), ...calls).records;
    const child = read(codex.meta(60, 'child'), codex.meta(60, 'parent'), ...calls).records;
    expect(child.map(({ key }) => key)).toEqual(parent.map(({ key }) => key));
  });

  it('takes a session that names itself again for one session', () => {
    const { records } = read(codex.meta(0, 'one'), codex.meta(0, 'one'), codex.count(0.5, [10, 0, 1]));
    expect(sum(records)).toEqual([10, 0, 1]);
  });

  it('skips counts of a wrong type and goes on', () => {
    const broken = line(3, 'event_msg', {
      type: 'token_count',
      info: { total_token_usage: { input_tokens: '12' } },
    });
    const { records, skips } = read(codex.count(1, [10, 0, 1]), broken, codex.count(5, [30, 0, 3]));
    expect(sum(records)).toEqual([30, 0, 3]);
    expect(skips).toEqual(['wrongTypes']);
  });

  it('tells tool calls, exit codes and the tokens of their output before it was cut', () => {
    const output =
      'Chunk ID: 1\nWall time: 1 s\nProcess exited with code 2\nOriginal token count: 379\nOutput:\nno';
    const { events } = read(
      line(1, 'response_item', {
        type: 'function_call',
        name: 'exec_command',
        arguments: '{"cmd":"npm test"}',
        call_id: 'c1',
      }),
      line(2, 'response_item', { type: 'function_call_output', call_id: 'c1', output }),
      line(3, 'compacted', {}),
      line(4, 'response_item', { type: 'web_search_call', action: { type: 'search', query: 'zstd' } }),
    );
    expect(events).toMatchObject([
      { kind: 'toolCall', callId: 'c1', tool: 'exec_command', action: 'run', target: 'npm test' },
      { kind: 'toolResult', callId: 'c1', isError: true, tokens: 379, chars: output.length },
      { kind: 'compaction' },
      { kind: 'toolCall', tool: 'web_search_call', action: 'other' },
    ]);
    expect(JSON.stringify(events)).not.toContain('zstd');
  });

  it('tells what is read by commands, what is patched and what is only waited for', () => {
    const call = (name: string, type: string, fields: Record<string, unknown>) =>
      line(1, 'response_item', { type, name, call_id: name, ...fields });
    const { events } = read(
      call('exec_command', 'function_call', { arguments: '{"cmd":"sed -n \'1,40p\' a.ts","workdir":"/p"}' }),
      call('apply_patch', 'custom_tool_call', {
        input: '*** Begin Patch\n*** Update File: /p/a.ts\n@@\n+x\n',
      }),
      call('write_stdin', 'function_call', { arguments: '{"session_id":1,"chars":""}' }),
      line(2, 'response_item', {
        type: 'message',
        role: 'user',
        content: [{ text: '<user_instructions>x' }],
      }),
      line(3, 'response_item', { type: 'message', role: 'assistant', content: [{ text: 'Done' }] }),
    );
    expect(events).toMatchObject([
      { action: 'read', target: '/p/a.ts', firstLine: 1, lineCount: 40 },
      { action: 'edit', target: '/p/a.ts' },
      { action: 'run', commandScope: 'wait' },
      { kind: 'answer', chars: 4 },
    ]);
  });

  it('lies in sessions and archived sessions, plain or compressed', () => {
    const roots = CODEX.roots({ home: '/h', platform: 'linux', env: { CODEX_HOME: '/a,/b' } });
    expect(roots.map(({ path }) => path)).toEqual([
      '/a/sessions',
      '/a/archived_sessions',
      '/b/sessions',
      '/b/archived_sessions',
    ]);
    const names = ['/2026/07/01/rollout-1.jsonl', '/rollout-1.jsonl.zst', '/notes.md'];
    expect(names.map((name) => roots[0]?.format(name))).toEqual(['rollout', 'rollout', undefined]);
  });
});
