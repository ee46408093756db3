import { describe, expect, it } from 'vitest';
import { OPEN_CODE } from '../../../../src/core/usage/sources/openCode.ts';
import { readFixture } from './readFixture.ts';

const early = Date.UTC(2026, 1, 1);
const message = (tokens: Record<string, unknown>, fields: Record<string, unknown> = {}) => ({
  role: 'assistant',
  modelID: 'claude-opus-5',
  providerID: 'anthropic',
  time: { created: early },
  path: { cwd: '/home/dev/project', root: '/home/dev' },
  cost: 0,
  tokens: { input: 100, output: 50, reasoning: 20, cache: { read: 1000, write: 30 }, ...tokens },
  ...fields,
});
const row = (tokens: Record<string, unknown>, fields?: Record<string, unknown>) => ({
  id: 'msg_1',
  session_id: 'ses_1',
  parent_id: 'ses_0',
  data: JSON.stringify(message(tokens, fields)),
});
const read = (...rows: unknown[]) => readFixture('openCode', 'database', rows);

describe('OpenCode', () => {
  it('gives a record per message', () => {
    expect(read(row({})).records).toEqual([
      {
        key: 'opencode:msg_1',
        source: 'openCode',
        sessionId: 'ses_1',
        parentSessionId: 'ses_0',
        project: '/home/dev/project',
        timestampMs: early,
        model: 'claude-opus-5',
        provider: 'anthropic',
        inputTokens: 100,
        cacheReadTokens: 1000,
        cacheWrite5mTokens: 30,
        cacheWrite1hTokens: 0,
        outputTokens: 50,
        reasoningTokens: 20,
        requests: 1,
        quality: 'reported',
      },
    ]);
  });

  it.each([
    ['a part of the output by the total', { total: 1180 }, early, 50],
    ['on top of the output by the total', { total: 1200 }, early, 70],
    ['a part of the output before May 2026', {}, Date.UTC(2026, 3, 30), 50],
    ['on top of the output since', {}, Date.UTC(2026, 4, 2), 70],
  ])('takes reasoning as %s', (_, tokens, created, outputTokens) => {
    expect(read(row(tokens, { time: { created } })).records).toMatchObject([{ outputTokens }]);
  });

  it('keeps the cost that was logged, and takes 0 for none', () => {
    expect(read(row({}, { cost: 0.25 })).records).toMatchObject([{ costReportedUsd: 0.25 }]);
    expect(read(row({})).records[0]).not.toHaveProperty('costReportedUsd');
  });

  it('leaves out messages of users and those without any tokens', () => {
    const none = { input: 0, output: 0, reasoning: 0, cache: { read: 0, write: 0 } };
    expect(read(row({}, { role: 'user' }), row(none)).records).toEqual([]);
  });

  it('reads the older files, which have the same ids', () => {
    const file = { id: 'msg_1', sessionID: 'ses_1', ...message({}) };
    const { records } = readFixture('openCode', 'messageFile', JSON.stringify(file));
    expect(records).toMatchObject([{ key: 'opencode:msg_1', sessionId: 'ses_1', outputTokens: 50 }]);
  });

  it('skips broken rows alone', () => {
    const { records, skips } = read({ ...row({}), data: '{"role"' }, row({ input: '7' }), row({}));
    expect([records.length, skips]).toEqual([1, ['torn', 'wrongTypes']]);
  });

  it('lies in the data folder of XDG on every system, under the names of its channels', () => {
    const [root] = OPEN_CODE.roots({ home: '/h', platform: 'win32', env: {} });
    expect(root?.path).toBe('/h/.local/share/opencode');
    const names = [
      '/opencode.db',
      '/opencode-dev.db',
      '/opencode.db-wal',
      '/storage/message/s/m.json',
      '/storage/part/m/p.json',
    ];
    expect(names.map((name) => root?.format(name))).toEqual([
      'database',
      'database',
      undefined,
      'messageFile',
      undefined,
    ]);
    expect(['/storage', '/storage/message/s', '/snapshot'].map((path) => root?.skipFolder?.(path))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
