import { describe, expect, it } from 'vitest';
import { usageCostUsd } from '../../../../src/core/cost/usageCostUsd.ts';
import { CLAUDE_CODE } from '../../../../src/core/usage/sources/claudeCode.ts';
import { type ClaudeLine, claudeLine } from './claudeLine.ts';
import { readFixture } from './readFixture.ts';

const read = (...lines: (ClaudeLine | string)[]) =>
  readFixture(
    'claudeCode',
    'transcript',
    lines.map((line) => (typeof line === 'string' ? line : claudeLine(line))),
  );

describe('a Claude Code transcript', () => {
  it('gives a record for a response', () => {
    expect(read({}).records).toEqual([
      {
        key: 'claude:msg_1',
        source: 'claudeCode',
        sessionId: 'session-1',
        project: '/home/dev/project',
        timestampMs: Date.UTC(2026, 6, 1, 12),
        sessionStartMs: Date.UTC(2026, 6, 1, 12),
        model: 'claude-opus-5',
        provider: 'anthropic',
        inputTokens: 4,
        cacheReadTokens: 2000,
        cacheWrite5mTokens: 10,
        cacheWrite1hTokens: 20,
        outputTokens: 100,
        requests: 1,
        quality: 'reported',
        isFinal: true,
      },
    ]);
  });

  it('counts a response of several lines once, with the output of its fullest line', () => {
    const outputs = [1, 250, 250, 3];
    const { records } = read(...outputs.map((output_tokens) => ({ usage: { output_tokens } })));
    expect(records).toMatchObject([{ outputTokens: 250, cacheReadTokens: 2000, requests: 1 }]);
  });

  it('takes writes for five minutes where no ages are told', () => {
    const { records } = read({ usage: { cache_creation: null } });
    expect(records).toMatchObject([{ cacheWrite5mTokens: 30, cacheWrite1hTokens: 0 }]);
  });

  it('reads null for what does not apply as nothing', () => {
    const usage = { cache_creation: null, cache_creation_input_tokens: null, cache_read_input_tokens: null };
    expect(read({ usage: { ...usage, service_tier: null } }).records).toMatchObject([
      { inputTokens: 4, cacheReadTokens: 0, cacheWrite5mTokens: 0, outputTokens: 100 },
    ]);
  });

  it('knows a response without an id by its request, and needs no request', () => {
    const { records } = read(
      { id: null, requestId: 'req_7' },
      { id: 'msg_2', fields: { requestId: undefined } },
    );
    expect(records.map(({ key }) => key)).toEqual(['claude:req_7', 'claude:msg_2']);
    const bare = { id: null, fields: { requestId: undefined, uuid: undefined } };
    expect(read(bare, { ...bare, time: '2026-07-01T12:00:01.000Z' }).records).toHaveLength(2);
  });

  it('gives a forked response to the log that began first', () => {
    const queued = { type: 'queue-operation', timestamp: '2026-07-02T09:00:00.000Z' };
    const fork = readFixture('claudeCode', 'transcript', [queued, claudeLine({ sessionId: 'fork' })]);
    expect(fork.records).toMatchObject([{ sessionId: 'fork', sessionStartMs: Date.UTC(2026, 6, 2, 9) }]);
  });

  it('counts side chains of sub-agents and marks replays of side questions', () => {
    const agent = read({ fields: { isSidechain: true, agentId: 'a1' } }).records;
    expect(agent).toMatchObject([{ agentId: 'a1' }]);
    expect(agent[0]).not.toHaveProperty('isReplay');
    const question = read({}, { requestId: 'req_2', fields: { isSidechain: true } }).records;
    expect(question).toHaveLength(1);
    expect(question[0]).not.toHaveProperty('isReplay');
    expect(read({ fields: { isSidechain: true } }).records).toMatchObject([{ isReplay: true }]);
  });

  it('does not count usage that is repeated elsewhere', () => {
    const { usage, ...message } = claudeLine({})['message'] as Record<string, unknown>;
    const progress = {
      type: 'progress',
      data: { type: 'agent_progress', message: { message: { ...message, usage } } },
    };
    const result = { type: 'user', message: { content: [] }, toolUseResult: { usage, totalTokens: 9999 } };
    expect(readFixture('claudeCode', 'transcript', [progress, result]).records).toEqual([]);
  });

  it('does not count text that the tool made itself', () => {
    const { records, events } = read({
      model: '<synthetic>',
      fields: { isApiErrorMessage: true, error: 'rate_limit' },
    });
    expect(records).toEqual([]);
    expect(events).toMatchObject([{ kind: 'error', reason: 'rate_limit' }]);
    const said = (text: string) =>
      read({ model: '<synthetic>', content: [{ type: 'text', text }] }).events[0];
    expect(said('Claude AI usage limit reached|1751371200')).toMatchObject({ reason: 'rate_limit' });
    expect(said('[Request interrupted by user]')).toMatchObject({ reason: 'interrupted' });
  });

  it('adds calls of other models for the same response', () => {
    const iterations = [
      {
        type: 'message',
        model: 'claude-fable-5',
        input_tokens: 2,
        output_tokens: 3,
        cache_read_input_tokens: 300,
        cache_creation_input_tokens: 40,
        cache_creation: { ephemeral_1h_input_tokens: 40 },
      },
      { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 4, output_tokens: 100 },
      { type: 'advisor_message', model: 'claude-sonnet-5', input_tokens: 7, output_tokens: 8 },
    ];
    const { records } = read({ usage: { iterations } }, { usage: { iterations } });
    expect(records).toMatchObject([
      { model: 'claude-opus-5', inputTokens: 4, outputTokens: 100, requests: 1 },
      {
        model: 'claude-fable-5',
        inputTokens: 2,
        cacheReadTokens: 300,
        cacheWrite1hTokens: 40,
        outputTokens: 3,
        requests: 0,
      },
      { model: 'claude-sonnet-5', inputTokens: 7, outputTokens: 8, requests: 0 },
    ]);
  });

  it('goes by the context of the last turn where the usage is the sum of several', () => {
    const turn = (fields: object) => ({
      type: 'message',
      model: 'claude-opus-5',
      output_tokens: 50,
      ...fields,
    });
    const iterations = [
      turn({ input_tokens: 2, cache_read_input_tokens: 900, cache_creation_input_tokens: 30 }),
      { type: 'advisor_message', model: 'claude-sonnet-5', input_tokens: 7, output_tokens: 8 },
      turn({ input_tokens: 2, cache_read_input_tokens: 1100 }),
    ];
    const { records } = read({ usage: { iterations } });
    expect(records).toMatchObject([
      { model: 'claude-opus-5', cacheReadTokens: 2000, outputTokens: 100, contextTokens: 1102 },
      { model: 'claude-sonnet-5', inputTokens: 7 },
    ]);
    expect(records[1]).not.toHaveProperty('contextTokens');
    expect(read({ usage: { iterations: [iterations[0]] } }).records[0]).not.toHaveProperty('contextTokens');
  });

  it('knows where a response may have come from, and what the oldest versions took it to cost', () => {
    const { records } = read({ usage: { inference_geo: 'us' }, fields: { costUSD: 0.25 } });
    expect(records).toMatchObject([{ inferenceGeo: 'us', costReportedUsd: 0.25 }]);
    for (const inference_geo of ['', 'not_available', 'global', null])
      expect(read({ usage: { inference_geo } }).records[0]).not.toHaveProperty('inferenceGeo');
  });

  it('prices a model with a larger window as the model', () => {
    const [large, usual] = ['claude-opus-4-6[1m]', 'claude-opus-4-6'].map(
      (model) => read({ model, usage: { input_tokens: 300_000 } }).records[0],
    );
    expect(large?.model).toBe('claude-opus-4-6[1m]');
    expect(usageCostUsd(large!)).toBe(usageCostUsd(usual!));
    expect(usageCostUsd(usual!)).toBeGreaterThan(1.5);
  });

  it('passes over types of lines that it does not know, also where they have usage', () => {
    const { records, skips } = readFixture('claudeCode', 'transcript', [
      { ...claudeLine(), type: 'assistant-draft' },
      { type: 'summary', summary: '"usage"' },
      claudeLine({ id: 'msg_2' }),
    ]);
    expect([records.map(({ key }) => key), skips]).toEqual([['claude:msg_2'], []]);
  });

  it('knows fast mode and web searches', () => {
    const { records } = read({ usage: { speed: 'fast', server_tool_use: { web_search_requests: 3 } } });
    expect(records).toMatchObject([{ speed: 'fast', webSearches: 3 }]);
  });

  it('estimates output from the blocks where only a placeholder is logged', () => {
    const line = (text: string) => ({
      stopReason: null,
      usage: { output_tokens: 3 },
      content: [{ type: 'text', text }],
    });
    expect(read(line('x'.repeat(60)), line('y'.repeat(240))).records).toMatchObject([
      { outputTokens: 3, estimatedOutputTokens: 100, quality: 'reported-partial' },
    ]);
    expect(read(line('ok.')).records[0]).not.toHaveProperty('estimatedOutputTokens');
  });

  it('needs no estimate once a line tells the true output', () => {
    const content = [{ type: 'thinking', thinking: 'x'.repeat(300) }];
    const { records } = read({ stopReason: null, usage: { output_tokens: 3 }, content }, { content });
    expect(records).toMatchObject([{ outputTokens: 100, quality: 'reported' }]);
    expect(records[0]).not.toHaveProperty('estimatedOutputTokens');
  });

  it.each([
    ['text for a number', { output_tokens: '12' }],
    ['a negative number', { input_tokens: -1 }],
    ['a number that no model reaches', { cache_read_input_tokens: 1e308 }],
    ['a fraction', { input_tokens: 1.5 }],
  ])('skips a line with %s', (_, usage) => {
    expect(read({ usage })).toMatchObject({ records: [], skips: ['wrongTypes'] });
  });

  it('finds the line that follows a torn one in the same line', () => {
    const text = JSON.stringify(claudeLine({}));
    expect(read(`${text.slice(0, 150)}${text}`)).toMatchObject({
      records: [{ outputTokens: 100 }],
      skips: ['torn'],
    });
    expect(read(`${'\0'.repeat(100)}${text}`)).toMatchObject({ records: [{ outputTokens: 100 }], skips: [] });
    expect(read(text.slice(0, -5))).toMatchObject({ records: [], skips: ['torn'] });
  });

  it('takes no harm from names that mean something to an object, nor from deep nesting', () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const line = JSON.stringify(claudeLine({})).replace(
      '{"parentUuid"',
      `{"__proto__":{"type":"user"},"deep":${deep},"parentUuid"`,
    );
    expect(read(line).records).toMatchObject([{ outputTokens: 100 }]);
    expect({}).not.toHaveProperty('type');
  });

  it('tells tool calls and the size of what they gave, without any text', () => {
    const call = {
      type: 'tool_use',
      id: 'toolu_1',
      name: 'Read',
      input: { file_path: '/a.ts', offset: 10, limit: 20 },
    };
    const result = {
      type: 'user',
      sessionId: 'session-1',
      timestamp: '2026-07-01T12:00:01.000Z',
      message: {
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'toolu_1',
            content: [{ type: 'text', text: 'secret' }, { type: 'image' }],
            is_error: true,
          },
        ],
      },
      toolUseResult: { originalFile: 'x'.repeat(9999) },
    };
    const { events } = readFixture('claudeCode', 'transcript', [claudeLine({ content: [call] }), result]);
    expect(events).toMatchObject([
      {
        kind: 'toolCall',
        callId: 'toolu_1',
        tool: 'Read',
        action: 'read',
        target: '/a.ts',
        firstLine: 10,
        lineCount: 20,
      },
      { kind: 'toolResult', callId: 'toolu_1', chars: 6, images: 1, isError: true },
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('tells which lines were read, what a rewritten file got of new ones, and how much a person is told', () => {
    const result = (id: string, toolUseResult: unknown) => ({
      type: 'user',
      sessionId: 'session-1',
      timestamp: '2026-07-01T12:00:01.000Z',
      message: { content: [{ type: 'tool_result', tool_use_id: id, content: 'text' }] },
      toolUseResult,
    });
    const { events } = readFixture('claudeCode', 'transcript', [
      claudeLine({ content: [{ type: 'text', text: 'Done.' }] }),
      result('toolu_1', { type: 'text', file: { startLine: 5, numLines: 20, totalLines: 90 } }),
      result('toolu_2', { type: 'update', structuredPatch: [{ lines: [' a', '-b', '+bc'] }] }),
    ]);
    expect(events).toMatchObject([
      { kind: 'answer', chars: 5 },
      { kind: 'toolResult', firstLine: 5, lineCount: 20, totalLines: 90 },
      { kind: 'toolResult', changedChars: 3 },
    ]);
  });

  it('tells what is defined before anybody has asked', () => {
    const attachment = (fields: Record<string, unknown>) => ({
      type: 'attachment',
      sessionId: 'session-1',
      timestamp: '2026-07-01T12:00:00.000Z',
      attachment: fields,
    });
    const { events } = readFixture('claudeCode', 'transcript', [
      attachment({ type: 'skill_listing', names: ['pdf', 'golang'], content: '- pdf: …\n- golang: …' }),
      attachment({ type: 'mcp_instructions_delta', addedNames: ['context7'], addedBlocks: ['Use it.'] }),
      attachment({ type: 'nested_memory', content: { path: '/p/CLAUDE.md', content: 'Be brief.' } }),
      attachment({ type: 'hook_success', content: 'no definition' }),
    ]);
    expect(events).toMatchObject([
      { kind: 'definitions', what: 'skills', names: ['pdf', 'golang'], chars: 20 },
      { kind: 'definitions', what: 'mcpServer', names: ['context7'], chars: 7 },
      { kind: 'definitions', what: 'instructions', names: ['/p/CLAUDE.md'], chars: 9 },
    ]);
    expect(JSON.stringify(events)).not.toContain('Be brief');
  });

  it('takes for prompts only what a person has said', () => {
    const base = { sessionId: 'session-1', timestamp: '2026-07-01T12:00:00.000Z', type: 'user' };
    const { events } = readFixture('claudeCode', 'transcript', [
      { ...base, message: { content: '<command-name>/compact</command-name>' } },
      { ...base, message: { content: '<task-notification>done</task-notification>' } },
      { ...base, message: { content: '[Request interrupted by user]' } },
      { ...base, message: { content: '<system-reminder>\nfiles\n</system-reminder>\nfix it' } },
    ]);
    expect(events).toMatchObject([{ kind: 'prompt', chars: 6 }]);
  });

  it('tells prompts by hash and size, compactions and retries', () => {
    const base = { sessionId: 'session-1', timestamp: '2026-07-01T12:00:00.000Z' };
    const { events } = readFixture('claudeCode', 'transcript', [
      { ...base, type: 'user', message: { content: 'fix the bug' } },
      { ...base, type: 'user', isMeta: true, message: { content: 'not a prompt' } },
      {
        ...base,
        type: 'system',
        subtype: 'compact_boundary',
        compactMetadata: { trigger: 'auto', preTokens: 900, postTokens: 50 },
      },
      {
        ...base,
        type: 'system',
        subtype: 'microcompact_boundary',
        microcompactMetadata: { preTokens: 900, tokensSaved: 100 },
      },
      { ...base, type: 'system', subtype: 'api_error', retryAttempt: 2 },
    ]);
    expect(events).toMatchObject([
      { kind: 'prompt', hash: expect.stringMatching(/^[\da-f]{16}$/), chars: 11 },
      { kind: 'compaction', trigger: 'auto', beforeTokens: 900, afterTokens: 50 },
      { kind: 'compaction', trigger: 'micro', beforeTokens: 900, afterTokens: 800 },
      { kind: 'retry', attempt: 2 },
    ]);
  });
});

describe('the places of Claude Code', () => {
  const place = { home: '/home/dev', platform: 'linux', env: {} } as const;
  const paths = (env: Record<string, string>) => CLAUDE_CODE.roots({ ...place, env }).map(({ path }) => path);

  it('are both default folders', () => {
    expect(paths({})).toEqual([
      '/home/dev/.config/claude/projects',
      '/home/dev/.claude/projects',
      '/home/dev/.config/Claude/local-agent-mode-sessions',
    ]);
  });

  it('are those of the variable instead, where it is set', () => {
    expect(paths({ CLAUDE_CONFIG_DIR: '~/work, /other/projects' }).slice(0, -1)).toEqual([
      '/home/dev/work/projects',
      '/other/projects',
    ]);
  });

  it('hold transcripts at any depth, and none in journals', () => {
    const [root] = CLAUDE_CODE.roots(place);
    expect(root?.format('/-home-dev/s/subagents/agent-1.jsonl')).toBe('transcript');
    expect(root?.format('/-home-dev/s/subagents/workflows/w/journal.jsonl')).toBeUndefined();
    expect(root?.format('/-home-dev/s/tool-results/1.txt')).toBeUndefined();
  });

  it('tells how large sub-agents became, whether they were waited for or told of it later', () => {
    const base = { sessionId: 'session-1', timestamp: '2026-07-01T12:00:00.000Z' };
    const notice = (id: string) =>
      `<task-notification>\n<task-id>a</task-id>\n<tool-use-id>${id}</tool-use-id>\n<result>done</result>\n<usage><subagent_tokens>80351</subagent_tokens><tool_uses>33</tool_uses></usage>\n</task-notification>`;
    const { events } = readFixture('claudeCode', 'transcript', [
      {
        ...base,
        type: 'user',
        message: { content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'done' }] },
        toolUseResult: { status: 'completed', totalTokens: 4617 },
      },
      { ...base, type: 'user', message: { content: notice('toolu_2') } },
      { ...base, type: 'attachment', attachment: { type: 'queued_command', prompt: notice('toolu_3') } },
      { ...base, type: 'user', message: { content: notice('toolu_4').replace(/<usage>.*/, '') } },
    ]);
    expect(events).toMatchObject([
      { kind: 'toolResult', callId: 'toolu_1' },
      { kind: 'subAgent', callId: 'toolu_1', tokens: 4617 },
      { kind: 'subAgent', callId: 'toolu_2', tokens: 80_351 },
      { kind: 'subAgent', callId: 'toolu_3', tokens: 80_351 },
    ]);
  });
});
