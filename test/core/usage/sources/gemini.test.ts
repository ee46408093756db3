import { describe, expect, it } from 'vitest';
import { GEMINI } from '../../../../src/core/usage/sources/gemini.ts';
import { readFixture } from './readFixture.ts';

const tokens = { input: 1000, output: 50, cached: 400, thoughts: 30, tool: 0, total: 1080 };
const message = (fields: Record<string, unknown> = {}) => ({
  id: 'm1',
  timestamp: '2026-07-01T12:00:00.000Z',
  type: 'gemini',
  model: 'gemini-2.5-flash',
  content: '',
  tokens,
  ...fields,
});
const header = { sessionId: 's1', projectHash: 'abc', startTime: '2026-07-01T11:00:00.000Z', kind: 'main' };
const path = '/home/dev/.gemini/tmp/slug/chats/session-1.jsonl';
const readLines = (...lines: unknown[]) => readFixture('gemini', 'lines', [header, ...lines], { path });

/** SHA-256 of `/home/dev/old` and of `/home/dev/gone`, by another program. */
const OLD = '53a2512769cac3016d268e92180c73250b0061786071ad45a61f236be12a2786';
const GONE = '76664e2a40cf50ccf267520cb957ff460e63d51ab9d4973932872575c9bc2ffc';

describe('a Gemini CLI session', () => {
  it('gives input without what was cached, output with thoughts', () => {
    expect(readLines(message()).records).toEqual([
      {
        key: 'gemini:s1:m1',
        source: 'gemini',
        sessionId: 's1',
        project: 'slug',
        timestampMs: Date.UTC(2026, 6, 1, 12),
        sessionStartMs: Date.UTC(2026, 6, 1, 11),
        model: 'gemini-2.5-flash',
        provider: 'google',
        inputTokens: 600,
        cacheReadTokens: 400,
        cacheWrite5mTokens: 0,
        cacheWrite1hTokens: 0,
        outputTokens: 80,
        reasoningTokens: 30,
        requests: 1,
        quality: 'reported',
        revision: 2,
      },
    ]);
  });

  it('counts a message that is written again once, as it was written last', () => {
    const { records } = readLines(
      message({ tokens: null }),
      message({ tokens: { ...tokens, output: 70 } }),
      message({ tokens: { ...tokens, output: 60 } }),
    );
    expect(records).toMatchObject([{ outputTokens: 90 }]);
  });

  it('takes input as without cache where the total says so', () => {
    const { records } = readLines(message({ tokens: { ...tokens, total: 1480 } }));
    expect(records).toMatchObject([{ inputTokens: 1000, cacheReadTokens: 400 }]);
  });

  it('adds the prompts of tools to the input', () => {
    const { records } = readLines(message({ tokens: { ...tokens, tool: 25, total: 1105 } }));
    expect(records).toMatchObject([{ inputTokens: 625 }]);
  });

  it('keeps what was used before a rewind, and takes messages that were set anew', () => {
    const set = { $set: { messages: [message({ id: 'm2', tokens: { ...tokens, output: 10 } })] } };
    const { records } = readLines(message(), { $rewindTo: 'm1' }, set);
    expect(records).toMatchObject([{ outputTokens: 80 }, { outputTokens: 40 }]);
  });

  it('is the same session as the older document, whose messages are older', () => {
    const session = {
      ...header,
      messages: [message({ tokens: { ...tokens, output: 999 } }), { type: 'user' }, null],
    };
    const document = readFixture('gemini', 'document', [JSON.stringify(session)].join(''), {
      path: path.replace('jsonl', 'json'),
    });
    expect(document.records).toMatchObject([{ key: 'gemini:s1:m1', revision: 0 }]);
  });

  it('skips one message of a document, not the others', () => {
    const broken = message({ id: 'm0', tokens: { input: -1 } });
    const text = JSON.stringify({ ...header, messages: [broken, message()] });
    expect(readFixture('gemini', 'document', text, { path })).toMatchObject({
      records: [{ key: 'gemini:s1:m1' }],
      skips: ['wrongTypes'],
    });
    expect(readFixture('gemini', 'document', '{"sessionId":', { path }).skips).toEqual(['torn']);
  });

  it('has its project from the folder, and its parent where it is a sub-agent', () => {
    const { records } = readFixture('gemini', 'lines', [{ ...header, sessionId: 's2' }, message()], {
      path: '/home/dev/.gemini/tmp/slug/chats/parent/s2.jsonl',
      companions: { '../../.project_root': '/home/dev/project\n' },
    });
    expect(records).toMatchObject([{ project: '/home/dev/project', parentSessionId: 'parent' }]);
  });

  it.each([
    ['slug', 'chats/session-1.json', '../../../projects.json', '/home/dev/shop'],
    ['slug', 'chats/parent/s2.json', '../../../../projects.json', '/home/dev/shop'],
    [GONE, 'chats/session-1.json', '../../../projects.json', GONE],
    [OLD, 'chats/session-1.json', '../../../projects.json', '/home/dev/old'],
    ['other', 'chats/session-1.json', '../../../projects.json', 'other'],
  ])('of the folder %s in %s has its project by %s: %s', (folder, file, registry, project) => {
    const text = JSON.stringify({ ...header, messages: [message()] });
    const { records } = readFixture('gemini', 'document', text, {
      path: `/home/dev/.gemini/tmp/${folder}/${file}`,
      companions: { [registry]: { projects: { '/home/dev/old': 'old', '/home/dev/shop': 'slug' } } },
    });
    expect(records).toMatchObject([{ project }]);
  });

  it('lies in chats, and temporary files do not count', () => {
    const [root] = GEMINI.roots({ home: '/h', platform: 'linux', env: {} });
    expect(root?.path).toBe('/h/.gemini/tmp');
    const names = [
      '/p/chats/session-1.json',
      '/p/chats/session-1.jsonl',
      '/p/chats/session-1.json.tmp-12',
      '/p/logs.json',
    ];
    expect(names.map((name) => root?.format(name))).toEqual(['document', 'lines', undefined, undefined]);
  });
});
