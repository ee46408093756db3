import { describe, expect, it } from 'vitest';
import { CLINE, KILO_CODE, ROO_CODE } from '../../../../src/core/usage/sources/clineTasks.ts';
import type { SourceId } from '../../../../src/core/usage/usageRecord.ts';
import { readFixture } from './readFixture.ts';

const time = Date.UTC(2026, 6, 1, 12);
const started = (usage: Record<string, unknown>, fields: Record<string, unknown> = {}) => ({
  ts: time,
  type: 'say',
  say: 'api_req_started',
  text: JSON.stringify({ request: 'Current Working Directory (/home/dev/project) Files', ...usage }),
  modelInfo: { providerId: 'anthropic', modelId: 'claude-opus-5' },
  ...fields,
});
const numbers = { tokensIn: 1000, tokensOut: 50, cacheWrites: 100, cacheReads: 600, cost: 0.5 };
const read = (source: SourceId, messages: unknown[], companions = {}) =>
  readFixture(source, 'task', JSON.stringify(messages), {
    path: '/u/tasks/task-1/ui_messages.json',
    companions,
  });

describe('a task of Cline', () => {
  it('gives a record per request; its four numbers add up', () => {
    expect(read('cline', [started(numbers)]).records).toEqual([
      {
        key: `cline:task-1:${time}:api_req_started`,
        source: 'cline',
        sessionId: 'task-1',
        project: '/home/dev/project',
        timestampMs: time,
        model: 'claude-opus-5',
        provider: 'anthropic',
        inputTokens: 1000,
        cacheReadTokens: 600,
        cacheWrite5mTokens: 100,
        cacheWrite1hTokens: 0,
        outputTokens: 50,
        costReportedUsd: 0.5,
        requests: 1,
        quality: 'reported',
      },
    ]);
  });

  it.each(['rooCode', 'kiloCode'] as const)(
    'has the cache inside the input in %s, unless it cannot be',
    (source) => {
      expect(read(source, [started(numbers)]).records).toMatchObject([
        { inputTokens: 300, cacheReadTokens: 600 },
      ]);
      expect(read(source, [started({ ...numbers, tokensIn: 699 })]).records).toMatchObject([
        { inputTokens: 699 },
      ]);
    },
  );

  it('has no record for a request that failed or is under way', () => {
    expect(read('cline', [started({}), started({ cancelReason: 'user_cancelled' })]).records).toEqual([]);
  });

  it('finds the numbers of older builds in the message behind', () => {
    const finished = { ts: time + 5, type: 'say', say: 'api_req_finished', text: JSON.stringify(numbers) };
    expect(read('cline', [started({}), finished]).records).toMatchObject([
      { timestampMs: time, outputTokens: 50 },
    ]);
  });

  it('counts requests that were deleted, those of sub-agents, and what condensing cost', () => {
    const text = JSON.stringify(numbers);
    const { records } = read('cline', [
      { ts: time, type: 'say', say: 'deleted_api_reqs', text },
      { ts: time + 1, type: 'say', say: 'subagent_usage', text },
      { ts: time + 2, type: 'say', say: 'condense_context', contextCondense: { cost: 0.125, summary: '' } },
    ]);
    expect(records).toMatchObject([
      { outputTokens: 50 },
      { outputTokens: 50 },
      { costReportedUsd: 0.125, quality: 'reported-partial' },
    ]);
  });

  it('knows the model by the task where a message does not tell it', () => {
    const model_usage = [
      { ts: time - 9, model_id: 'first' },
      { ts: time + 5, model_id: 'second' },
    ];
    const messages = [
      started(numbers, { modelInfo: undefined }),
      started(numbers, { ts: time + 9, modelInfo: undefined }),
    ];
    const models = (companions: object, list = messages) =>
      read('rooCode', list, companions).records.map(({ model }) => model);
    expect(models({ 'task_metadata.json': { model_usage } })).toEqual(['first', 'second']);
    expect(models({})).toEqual([undefined, undefined]);
    const tagged = started({ ...numbers, request: '<model>tagged</model>' }, { modelInfo: undefined });
    expect(models({}, [tagged])).toEqual(['tagged']);
    expect(models({ 'history_item.json': { modelId: 'listed', workspace: '/w' } })).toEqual([
      'listed',
      'listed',
    ]);
  });

  it('skips what it cannot read, one message or the whole file', () => {
    expect(read('cline', [started({ ...numbers, tokensIn: '9' }), started(numbers)])).toMatchObject({
      records: [{ outputTokens: 50 }],
      skips: ['wrongTypes'],
    });
    expect(readFixture('cline', 'task', '[{"ts"').skips).toEqual(['torn']);
  });

  it('tells tools, commands with all that they printed, words of people and changes', () => {
    const said = (say: string, text: string, fields: object = {}) => ({
      ts: time,
      type: 'say',
      say,
      text,
      ...fields,
    });
    const modelInfo = { modelId: 'claude-opus-5', mode: 'act' };
    const { events } = read('cline', [
      said('text', 'fix the tests', { modelInfo: { modelId: 'claude-opus-5', mode: 'plan' } }),
      said('tool', JSON.stringify({ tool: 'readFile', path: 'a.ts' }), { modelInfo }),
      { ts: time + 1, type: 'ask', ask: 'command', text: 'npm test' },
      said('command_output', 'one'),
      said('command_output', 'two'),
      said('text', 'Done.', { modelInfo }),
      said('text', 'Don', { partial: true }),
      said('user_feedback', 'not yet'),
      said('compaction', JSON.stringify({ tokensBefore: 9000, tokensAfter: 500 })),
    ]);
    expect(events).toMatchObject([
      { kind: 'mode', mode: 'plan', sessionId: 'task-1' },
      { kind: 'model', model: 'claude-opus-5' },
      { kind: 'prompt', chars: 13 },
      { kind: 'mode', mode: 'act' },
      { kind: 'toolCall', tool: 'readFile', action: 'read', target: 'a.ts' },
      { kind: 'toolCall', callId: String(time + 1), action: 'run', target: 'npm test' },
      { kind: 'toolResult', callId: String(time + 1), chars: 7 },
      { kind: 'answer', chars: 5 },
      { kind: 'prompt', chars: 7 },
      { kind: 'compaction', beforeTokens: 9000, afterTokens: 500 },
    ]);
    expect(JSON.stringify(events)).not.toContain('not yet');
  });

  it('tells errors, retries, and what Roo Code has condensed', () => {
    const contextCondense = { cost: 0.1, prevContextTokens: 9000, newContextTokens: 500 };
    const { events } = read('rooCode', [
      { ts: time, type: 'ask', ask: 'api_req_failed', text: 'overloaded' },
      { ts: time, type: 'say', say: 'api_req_retried' },
      { ts: time, type: 'ask', ask: 'mistake_limit_reached', text: 'three' },
      { ts: time, type: 'say', say: 'error', text: 'no such file' },
      { ts: time, type: 'say', say: 'condense_context', contextCondense },
      { ts: time, type: 'say', say: 'compaction', text: '{"tokensBefore":"many"}' },
    ]);
    expect(events).toMatchObject([
      { kind: 'error', reason: 'api_req_failed' },
      { kind: 'retry' },
      { kind: 'error', reason: 'mistake_limit_reached' },
      { kind: 'error', reason: 'error' },
      { kind: 'compaction', beforeTokens: 9000, afterTokens: 500 },
      { kind: 'compaction' },
    ]);
  });

  it('lies in the storage of its extension', () => {
    const place = { home: '/h', platform: 'linux', env: {} } as const;
    const folders = [CLINE, ROO_CODE, KILO_CODE].map((source) =>
      source.roots(place)[0]?.path.split('/').at(-2),
    );
    expect(folders).toEqual(['saoudrizwan.claude-dev', 'rooveterinaryinc.roo-cline', 'kilocode.kilo-code']);
    expect(CLINE.roots({ ...place, env: { CLINE_DIR: '/c' } }).map(({ path }) => path)).toContain(
      '/c/data/tasks',
    );
  });
});

describe('a session of newer builds of Cline', () => {
  it('has metrics with each answer', () => {
    const metrics = {
      inputTokens: 10,
      outputTokens: 5,
      cacheReadTokens: 100,
      cacheWriteTokens: 20,
      cost: 0.01,
    };
    const messages = [
      { role: 'user' },
      {
        id: 'a',
        role: 'assistant',
        ts: time,
        metrics,
        modelInfo: { id: 'claude-opus-5', provider: 'anthropic' },
      },
      { id: 'b', role: 'assistant', metrics },
    ];
    const { records } = readFixture('cline', 'session', JSON.stringify({ messages }), {
      path: '/c/data/sessions/s1/s1.messages.json',
      companions: { '*.json': { cwd: '/w', model: 'gpt-5.4', started_at: '2026-07-01T11:00:00Z' } },
    });
    expect(records).toMatchObject([
      {
        key: 'cline:s1:a',
        project: '/w',
        model: 'claude-opus-5',
        inputTokens: 10,
        cacheReadTokens: 100,
        cacheWrite5mTokens: 20,
      },
      { key: 'cline:s1:b', model: 'gpt-5.4', timestampMs: Date.UTC(2026, 6, 1, 11) },
    ]);
  });
});
