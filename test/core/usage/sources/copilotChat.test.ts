import { describe, expect, it } from 'vitest';
import { COPILOT_CHAT } from '../../../../src/core/usage/sources/copilotChat.ts';
import { readFixture } from './readFixture.ts';

const time = Date.UTC(2026, 6, 1, 12);
const path = '/u/workspaceStorage/hash/chatSessions/s1.json';
const companions = { '../workspace.json': { folder: 'file:///home/dev/my%20project' } };
const request = (fields: Record<string, unknown> = {}) => ({
  requestId: 'r1',
  timestamp: time,
  modelId: 'copilot/claude-sonnet-4.6',
  message: { text: 'why?' },
  result: { metadata: { promptTokens: 900, outputTokens: 60, toolCallRounds: [{ id: 'a', toolCalls: [] }] } },
  ...fields,
});
const session = (...requests: unknown[]) => ({ version: 3, sessionId: 's1', creationDate: time, requests });
const read = (...requests: unknown[]) =>
  readFixture('copilotChat', 'session', JSON.stringify(session(...requests)), { path, companions });
const replay = (...operations: unknown[]) =>
  readFixture('copilotChat', 'session', operations.map((each) => JSON.stringify(each)).join('\n'), {
    path: `${path}l`,
    companions,
  });

describe('a chat session of VS Code', () => {
  it('gives a record per request', () => {
    expect(read(request({ copilotCredits: 3 })).records).toEqual([
      {
        key: 'copilotChat:s1:r1',
        source: 'copilotChat',
        sessionId: 's1',
        project: '/home/dev/my project',
        timestampMs: time,
        model: 'claude-sonnet-4.6',
        provider: 'copilot',
        inputTokens: 900,
        outputTokens: 60,
        costReportedUsd: 0.03,
        requests: 1,
        quality: 'reported',
        layer: 'parts',
      },
    ]);
  });

  it('says that it is a part where a turn had several calls', () => {
    const metadata = { promptTokens: 900, outputTokens: 60, toolCallRounds: [{}, {}, {}] };
    expect(read(request({ completionTokens: 490, result: { metadata } })).records).toMatchObject([
      { inputTokens: 900, outputTokens: 490, quality: 'reported-partial' },
    ]);
  });

  it('takes the model that the service chose', () => {
    const result = { metadata: { promptTokens: 1, resolvedModel: 'gpt-5.4' } };
    expect(read(request({ modelId: 'copilot/auto', result })).records).toMatchObject([{ model: 'gpt-5.4' }]);
  });

  it('has its project from the folder or the workspace that it belongs to', () => {
    const projectOf = (workspace: object) =>
      readFixture('copilotChat', 'session', JSON.stringify(session(request())), {
        path,
        companions: { '../workspace.json': workspace },
      }).records[0]?.project;
    expect(projectOf({ workspace: 'file:///home/dev/all.code-workspace' })).toBe(
      '/home/dev/all.code-workspace',
    );
    expect(projectOf({ folder: 'file:///c%3A/Users/ann/shop' })).toBe('c:/Users/ann/shop');
    expect(projectOf({ folder: 'file:///%zz' })).toBe('file:///%zz');
    expect(projectOf({})).toBeUndefined();
  });

  it('has no record for a request without numbers', () => {
    expect(read(request({ result: {} })).records).toEqual([]);
  });

  it('is replayed where it is a log of operations', () => {
    const { records } = replay(
      { kind: 0, v: session(request()) },
      {
        kind: 2,
        k: ['requests'],
        v: [request({ requestId: 'r2', result: {} }), request({ requestId: 'gone' })],
      },
      { kind: 1, k: ['requests', 1, 'promptTokens'], v: 18_561 },
      { kind: 1, k: ['requests', 1, 'completionTokens'], v: 7 },
      { kind: 2, k: ['requests'], i: 2, v: [request({ requestId: 'r3', promptTokens: 5 })] },
      { kind: 3, k: ['requests', 2, 'result'] },
    );
    expect(records.map(({ key, inputTokens, outputTokens }) => [key, inputTokens, outputTokens])).toEqual([
      ['copilotChat:s1:r1', 900, 60],
      ['copilotChat:s1:r2', 18_561, 7],
      ['copilotChat:s1:r3', 5, undefined],
    ]);
  });

  it('takes no harm from operations on what is not there', () => {
    const { records } = replay(
      { kind: 0, v: session(request()) },
      { kind: 1, k: ['__proto__', 'requests'], v: [] },
      { kind: 1, k: ['constructor', 'prototype', 'polluted'], v: 1 },
      { kind: 1, k: ['requests', 1e9], v: 1 },
      { kind: 2, k: ['none', 'such'], v: [1] },
      { kind: 3, k: [] },
      'torn',
    );
    expect(records).toHaveLength(1);
    expect({}).not.toHaveProperty('polluted');
  });

  it('is skipped when it is torn', () => {
    expect(readFixture('copilotChat', 'session', '{"version":3', { path }).skips).toEqual(['torn']);
  });

  it('tells prompts and tool calls', () => {
    const toolCallRounds = [
      { toolCalls: [{ id: 't1', name: 'read_file', arguments: '{"filePath":"/a.ts"}' }] },
    ];
    const toolCallResults = { t1: { content: [{ value: 'four' }] } };
    const { events } = read(request({ result: { metadata: { toolCallRounds, toolCallResults } } }));
    expect(events).toMatchObject([
      { kind: 'prompt', chars: 4 },
      { kind: 'toolCall', tool: 'read_file', action: 'read', target: '/a.ts' },
      { kind: 'toolResult', callId: 't1', chars: 4 },
    ]);
  });

  it('knows what VS Code has cut by its size alone, and takes no two such texts for the same', () => {
    const cut = (rest: string) => `[VS Code: value truncated for persistence; ${rest}]`;
    const ids = ['t1', 't2', 't3'];
    const toolCalls = ids.map((id) => ({ id, name: 'run', arguments: cut('original 2000000 chars') }));
    const result = (...values: string[]) => ({ content: values.map((value) => ({ value })) });
    const toolCallResults = {
      t1: result('four', cut('original 1500000 chars')),
      t2: result(cut('entry exceeded size budget')),
      t3: result('four'),
    };
    const { records, events } = read(
      request({
        message: { text: cut('original 3000000 chars') },
        promptTokens: 900,
        result: { metadata: { toolCallRounds: [{ toolCalls }], toolCallResults } },
      }),
    );
    expect(records).toMatchObject([{ inputTokens: 900 }]);
    expect(events.filter(({ kind }) => kind === 'prompt')).toEqual([]);
    expect(
      events.flatMap((event) => (event.kind === 'toolResult' ? [[event.callId, event.chars]] : [])),
    ).toEqual([
      ['t1', 1_500_004],
      ['t3', 4],
    ]);
    const hashes = events.flatMap((event) => (event.kind === 'toolCall' ? [event.inputHash] : []));
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('the other logs of Copilot Chat', () => {
  it('have each call in the debug log', () => {
    const line = {
      ts: time,
      sid: 's1',
      type: 'llm_request',
      spanId: 'x',
      attrs: { model: 'gpt-5.4', inputTokens: 1000, outputTokens: 20, cachedTokens: 800 },
    };
    const { records } = readFixture('copilotChat', 'debugLog', [line, { ...line, type: 'tool_call' }]);
    expect(records).toMatchObject([
      {
        key: 'copilotChat:s1:x',
        inputTokens: 200,
        cacheReadTokens: 800,
        outputTokens: 20,
        layer: 'sums',
        quality: 'reported',
      },
    ]);
  });

  it('have each call in the spans of the exporter', () => {
    const row = {
      span_id: 'a',
      trace_id: 't',
      start_time_ms: time,
      response_model: 'gpt-5.4',
      input: 1000,
      output: 20,
      cache_read: 700,
      cache_write: 100,
      conversation_id: null,
    };
    expect(readFixture('copilotChat', 'traces', [row]).records).toMatchObject([
      { sessionId: 't', inputTokens: 200, cacheReadTokens: 700, cacheWrite5mTokens: 100, outputTokens: 20 },
    ]);
  });

  it('lie where the editor that asks keeps them', () => {
    const roots = COPILOT_CHAT.roots({
      home: '/h',
      platform: 'linux',
      env: {},
      userFolder: '/portable/User',
    });
    expect(roots.map(({ path }) => path)).toContain('/portable/User/workspaceStorage');
  });

  it.each([
    ['linux', {}, '/h/.config/Code - Insiders/User/workspaceStorage'],
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/VSCodium/User/workspaceStorage'],
    ['darwin', {}, '/h/Library/Application Support/Code/User/workspaceStorage'],
    ['win32', { APPDATA: 'C:\\A' }, 'C:\\A/Code/User/workspaceStorage'],
    ['linux', {}, '/h/.vscode-server/data/User/workspaceStorage'],
  ] as const)('lie on %s with %j in %s', (platform, env, folder) => {
    const root = COPILOT_CHAT.roots({ home: '/h', platform, env }).find(({ path }) => path === folder);
    const names = [
      '/hash/chatSessions/1.jsonl',
      '/hash/GitHub.copilot-chat/debug-logs/1/main.jsonl',
      '/hash/other/1.jsonl',
    ];
    expect(names.map((name) => root?.format(name))).toEqual(['session', 'debugLog', undefined]);
    const folders = [
      '/hash',
      '/hash/chatSessions',
      '/hash/GitHub.copilot-chat/debug-logs/1',
      '/hash/ms-python.python',
    ];
    expect(folders.map((path) => root?.skipFolder?.(path))).toEqual([false, false, false, true]);
  });
});
