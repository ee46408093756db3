import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addRecord } from '../../../src/core/usage/joinRecords.ts';
import { replayOperations } from '../../../src/core/usage/sources/replayOperations.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { type FoundLog, findLogs, lookAgain } from '../../../src/node/usage/findLogs.ts';
import { importSqlite } from '../../../src/node/usage/importSqlite.ts';
import type { Checkpoint } from '../../../src/node/usage/logReading.ts';
import { readLog } from '../../../src/node/usage/readLog.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { toLines } from '../../fixtures/toLines.ts';
import { makeFolder, writeFiles } from '../temporaryFolder.ts';
import { HOME, HOME_SUMS } from './homeFixture.ts';
import { OTHER_LOGS } from './otherLogs.ts';
import { sumsBySource } from './sumsBySource.ts';

const TRANSCRIPT = '.claude/projects/-p/a.jsonl';
const MEGABYTE = 1024 * 1024;

const findOne = (home: string): FoundLog => {
  const [log, ...others] = findLogs(placesOfHome(home));
  if (log === undefined || others.length > 0) throw new Error(`${others.length + 1} logs`);
  return log;
};
/** As it comes back from a ledger. */
const stored = (checkpoint: Checkpoint): Checkpoint => JSON.parse(JSON.stringify(checkpoint));
const byKey = (records: readonly UsageRecord[]) => [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
const readOne = (content: string | Uint8Array, path = TRANSCRIPT) =>
  readLog(findOne(makeFolder({ [path]: content })));

/** A home with an empty database of OpenCode, which is open. */
async function makeOpenCode() {
  const home = makeFolder({ '.local/share/opencode/keep': '' });
  const { DatabaseSync } = await importSqlite();
  const database = new DatabaseSync(join(home, '.local/share/opencode/opencode.db'));
  onTestFinished(() => database.close());
  return { home, database };
}

describe('reading logs', () => {
  it('counts each call of a home folder once', async () => {
    const logs = findLogs(placesOfHome(makeFolder(HOME)));
    const { records, skips } = await collectUsage(logs);
    expect(sumsBySource(records)).toEqual(HOME_SUMS);
    expect([logs.length, skips]).toEqual([8, {}]);
  });

  const logs = { ...HOME, ...OTHER_LOGS };
  const kinds = Object.keys(logs).filter((path) => !/b\.jsonl|archived|subagents/.test(path));
  it.each(kinds)('ends the same wherever %s was cut and read on', async (path) => {
    const content = Buffer.from(logs[path] ?? '');
    const home = makeFolder({ [path]: content });
    const file = join(home, path);
    const log = findOne(home);
    const read = (known?: Checkpoint) => readLog(lookAgain(log) ?? log, known);
    const whole = await read();
    expect(whole.records.length).toBeGreaterThan(0);
    for (let cut = 0; cut <= content.length; cut++) {
      writeFileSync(file, content.subarray(0, cut));
      const first = await read();
      writeFileSync(file, content);
      const second = await read(stored(first.checkpoint));
      const joined = new Map<string, UsageRecord>();
      for (const record of [...second.records, ...first.records]) addRecord(joined, record);
      expect(byKey([...joined.values()])).toEqual(byKey(whole.records));
      expect({ ...second.checkpoint, mtimeMs: 0 }).toEqual({ ...whole.checkpoint, mtimeMs: 0 });
    }
  });

  it('reads only what was appended', async () => {
    const home = makeFolder({ [TRANSCRIPT]: toLines([claudeLine({ id: 'msg_1' })]) });
    const { checkpoint } = await readLog(findOne(home));
    writeFileSync(join(home, TRANSCRIPT), toLines([claudeLine({ id: 'msg_2' })]), { flag: 'a' });
    const { records } = await readLog(findOne(home), stored(checkpoint));
    expect(records.map(({ key }) => key)).toEqual(['claude:msg_2']);
  });

  it.each([
    ['has shrunk', toLines([claudeLine({ id: 'msg_9' })])],
    [
      'begins anew',
      toLines([
        claudeLine({ id: 'msg_9', sessionId: 'another' }),
        claudeLine({ id: 'msg_8' }),
        claudeLine({ id: 'msg_7' }),
      ]),
    ],
  ])('reads a file from its start when it %s', async (_, content) => {
    const home = makeFolder({
      [TRANSCRIPT]: toLines([claudeLine({ id: 'msg_1' }), claudeLine({ id: 'msg_2' })]),
    });
    const { checkpoint } = await readLog(findOne(home));
    writeFileSync(join(home, TRANSCRIPT), content);
    const { records } = await readLog(findOne(home), stored(checkpoint));
    expect(records.map(({ key }) => key)).toContain('claude:msg_9');
  });

  it('takes a complete line without an end, and no torn one', async () => {
    const lines = toLines([claudeLine({ id: 'msg_1' }), claudeLine({ id: 'msg_2' })]);
    expect((await readOne(lines.trimEnd())).records).toHaveLength(2);
    const torn = await readOne(lines.slice(0, -20));
    expect([torn.records.length, torn.checkpoint.skips]).toEqual([1, {}]);
  });

  it('reads line ends of Windows, NUL tails, invalid UTF-8 and a byte order mark', async () => {
    const [one, two] = [claudeLine({ id: 'msg_1' }), claudeLine({ id: 'msg_2' })].map((line) =>
      JSON.stringify(line),
    );
    const invalid = JSON.stringify(claudeLine({ id: 'msg_3', content: [{ text: '~' }] })).replace(
      '~',
      '\xff\xfe',
    );
    const bytes = Buffer.concat([
      Buffer.from(`\ufeff${one}\r\n`),
      Buffer.alloc(500),
      Buffer.from(`${two}\r\n`),
      Buffer.from(`${invalid}\n`, 'latin1'),
      Buffer.alloc(500),
    ]);
    expect((await readOne(bytes)).records.map(({ key }) => key)).toEqual([
      'claude:msg_1',
      'claude:msg_2',
      'claude:msg_3',
    ]);
  });

  it('counts a torn line and goes on behind it', async () => {
    const torn = JSON.stringify(claudeLine({ id: 'msg_1' })).slice(0, -3);
    const { records, checkpoint } = await readOne(`${torn}\n${toLines([claudeLine({ id: 'msg_2' })])}`);
    expect(records.map(({ key }) => key)).toEqual(['claude:msg_2']);
    expect(checkpoint.skips).toEqual({ torn: 1 });
  });

  it('passes over a line that is too long, and counts it, also when it is still being written', async () => {
    const home = makeFolder({ [TRANSCRIPT]: `{"usage":"${'x'.repeat(20 * MEGABYTE)}` });
    const first = await readLog(findOne(home));
    expect(first.checkpoint.skips).toEqual({ tooLong: 1 });
    writeFileSync(join(home, TRANSCRIPT), `more"}\n${toLines([claudeLine()])}`, { flag: 'a' });
    const second = await readLog(findOne(home), stored(first.checkpoint));
    expect(second.records).toHaveLength(1);
    expect(second.checkpoint.skips).toEqual({ tooLong: 1 });
  });

  it('reads a sparse file without taking it for anything', async () => {
    const home = makeFolder({ [TRANSCRIPT]: toLines([claudeLine()]) });
    truncateSync(join(home, TRANSCRIPT), 200 * MEGABYTE);
    const { records, checkpoint } = await readLog(findOne(home));
    expect([records.length, checkpoint.skips]).toEqual([1, { tooLong: 1 }]);
  });

  it('reads what stands behind a hole in a sparse file', async () => {
    const home = makeFolder({ [TRANSCRIPT]: '{' });
    truncateSync(join(home, TRANSCRIPT), 30 * MEGABYTE);
    writeFileSync(join(home, TRANSCRIPT), `\n${toLines([claudeLine()])}`, { flag: 'a' });
    const { records, checkpoint } = await readLog(findOne(home));
    expect([records.length, checkpoint.skips]).toEqual([1, { tooLong: 1 }]);
  });

  it('reads a compressed rollout', async () => {
    const path = '.codex/sessions/2026/07/01/rollout-1.jsonl';
    const plain = await readOne(HOME[path] ?? '', path);
    const { records } = await readOne(zstdCompressSync(HOME[path] ?? ''), `${path}.zst`);
    expect(records).toEqual(plain.records);
  });

  it('counts a rollout once that is there plain and compressed', async () => {
    const path = '.codex/sessions/2026/07/01/rollout-1.jsonl';
    const text = HOME[path] ?? '';
    const home = makeFolder({ [path]: text, [`${path}.zst`]: zstdCompressSync(text) });
    const both = findLogs(placesOfHome(home));
    expect(both).toHaveLength(2);
    const alone = await readOne(text, path);
    expect(byKey((await collectUsage(both)).records)).toEqual(byKey(alone.records));
  });

  it('reads a session of operations that was written anew as one snapshot', async () => {
    const path = '.config/Code/User/workspaceStorage/hash/chatSessions/s1.jsonl';
    const home = makeFolder({ [path]: OTHER_LOGS[path] ?? '' });
    const before = await readLog(findOne(home));
    const snapshot = toLines([{ kind: 0, v: replayOperations(OTHER_LOGS[path] ?? '') }]);
    writeFiles(home, { [path]: snapshot });
    const after = await readLog(findOne(home), stored(before.checkpoint));
    expect(after.records).toEqual(before.records);
    expect(after.records.length).toBeGreaterThan(2);
  });

  it('reads other logs while one is unpacked', async () => {
    const path = '.codex/sessions/2026/07/01/rollout-1.jsonl';
    const lines = toLines(Array.from({ length: 3000 }, (_, id) => claudeLine({ id: `msg_${id}` })));
    const home = makeFolder({
      [`${path}.zst`]: zstdCompressSync((HOME[path] ?? '').repeat(500)),
      [TRANSCRIPT]: lines,
    });
    const readings = await Promise.all(findLogs(placesOfHome(home)).map((log) => readLog(log)));
    expect(readings.map(({ records, checkpoint }) => [records.length, checkpoint.skips])).toEqual([
      [3000, {}],
      [2, {}],
    ]);
  });

  it('says when a log cannot be read, and reads it when it can be', async () => {
    const home = makeFolder({ [TRANSCRIPT]: toLines([claudeLine()]) });
    const log = findOne(home);
    rmSync(log.path);
    mkdirSync(log.path);
    const failed = await readLog(log);
    expect(failed).toMatchObject({ records: [], checkpoint: { skips: { unreadable: 1 }, sizeBytes: -1 } });
    rmSync(log.path, { recursive: true });
    writeFiles(home, { [TRANSCRIPT]: toLines([claudeLine()]) });
    expect((await readLog(findOne(home), failed.checkpoint)).checkpoint.skips).toEqual({});
  });

  it('follows links and comes out of rings of them', () => {
    const home = makeFolder({ [TRANSCRIPT]: toLines([claudeLine()]), 'elsewhere/b.jsonl': '' });
    symlinkSync(join(home, '.claude'), join(home, '.claude/projects/-p/ring'));
    symlinkSync(join(home, 'elsewhere'), join(home, '.claude/projects/-q'));
    symlinkSync('self', join(home, '.claude/projects/self'));
    const paths = findLogs(placesOfHome(home)).map(({ path }) => path.slice(home.length + 1));
    expect(paths).toContain('.claude/projects/-q/b.jsonl');
    expect(paths).toContain(TRANSCRIPT);
    expect(paths.length).toBeLessThan(10);
  });

  it('reads a database that another process has open, with what stands in its log of writes', async () => {
    const { home, database } = await makeOpenCode();
    database.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE session (id TEXT, parent_id TEXT, directory TEXT);
      CREATE TABLE message (id TEXT, session_id TEXT, time_created INTEGER, data TEXT);
      INSERT INTO session VALUES ('s', NULL, '/p')`);
    const data = { role: 'assistant', modelID: 'gpt-5.5', tokens: { input: 9, output: 1, cache: {} } };
    database
      .prepare('INSERT INTO message VALUES (?, ?, ?, ?)')
      .run('m', 's', Date.UTC(2026, 6, 1), JSON.stringify(data));
    const { records } = await readLog(findOne(home));
    expect(records).toMatchObject([{ key: 'opencode:m', project: '/p', inputTokens: 9 }]);
  });

  it('reads the tables of OpenCode 2, which hold again what stands in the older ones', async () => {
    const { home, database } = await makeOpenCode();
    database.exec(`CREATE TABLE session (id TEXT, parent_id TEXT, directory TEXT);
      CREATE TABLE message (id TEXT, session_id TEXT, time_created INTEGER, data TEXT);
      CREATE TABLE session_v2 (id TEXT, parent_id TEXT, directory TEXT);
      CREATE TABLE session_message (id TEXT, session_id TEXT, type TEXT, seq INTEGER, time_created INTEGER, data TEXT);
      INSERT INTO session VALUES ('s', NULL, '/p');
      INSERT INTO session_v2 VALUES ('s', NULL, '/p'), ('t', 's', '/q')`);
    const at = Date.UTC(2026, 7, 1);
    const tokens = { input: 9, output: 3, reasoning: 2, cache: { read: 50, write: 4 } };
    const addOld = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?)');
    addOld.run(
      'm',
      's',
      at,
      JSON.stringify({ role: 'assistant', modelID: 'gpt-5.5', providerID: 'openai', tokens }),
    );
    const addNew = database.prepare('INSERT INTO session_message VALUES (?, ?, ?, 1, ?, ?)');
    const data = JSON.stringify({ model: { id: 'gpt-5.5', providerID: 'openai' }, tokens, cost: 0.5 });
    addNew.run('m', 's', 'assistant', at, data);
    addNew.run('n', 't', 'assistant', at, data);
    addNew.run('u', 't', 'user', at, '{"text":"fix it"}');
    addNew.run('x', 't', 'synthetic', at, '{"text":"the file reads"}');
    addNew.run('c', 't', 'compaction', at, '{"summary":"so far"}');
    const state = {
      status: 'completed',
      input: { path: '/q/a.ts' },
      content: [{ type: 'text', text: 'four' }],
    };
    const content = [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'Done.' },
      { type: 'tool', id: 'c1', name: 'read', state, time: { created: at + 5 } },
      { type: 'tool', id: 'c2', name: 'bash', state: { status: 'error', error: { message: 'no' } } },
    ];
    addNew.run('o', 't', 'assistant', at, JSON.stringify({ content }));
    const { records, events, checkpoint } = await readLog(findOne(home), undefined, true);
    expect(events).toMatchObject([
      { kind: 'prompt', chars: 6, sessionId: 't', project: '/q', timestampMs: at },
      { kind: 'compaction' },
      { kind: 'answer', chars: 5 },
      { kind: 'toolCall', callId: 'c1', action: 'read', target: '/q/a.ts', timestampMs: at + 5 },
      { kind: 'toolResult', callId: 'c1', chars: 4, isError: false },
      { kind: 'toolCall', callId: 'c2', action: 'run', timestampMs: at },
      { kind: 'toolResult', callId: 'c2', chars: 2, isError: true },
    ]);
    const call = {
      model: 'gpt-5.5',
      provider: 'openai',
      inputTokens: 9,
      outputTokens: 5,
      costReportedUsd: 0.5,
    };
    expect(records).toMatchObject([
      { key: 'opencode:m', sessionId: 's', project: '/p', ...call },
      { key: 'opencode:n', sessionId: 't', parentSessionId: 's', project: '/q', ...call },
    ]);
    expect([records.length, checkpoint.skips]).toEqual([2, {}]);
  });

  it('reads events of a database, also of messages that are broken', async () => {
    const { home, database } = await makeOpenCode();
    database.exec(`CREATE TABLE session (id TEXT, parent_id TEXT, directory TEXT);
      CREATE TABLE message (id TEXT, session_id TEXT, time_created INTEGER, data TEXT);
      CREATE TABLE part (id TEXT, message_id TEXT, session_id TEXT, data TEXT);
      INSERT INTO session VALUES ('s', NULL, '/p')`);
    const at = Date.UTC(2026, 6, 1);
    const addMessage = (id: string, data: unknown) =>
      database
        .prepare("INSERT INTO message VALUES (?, 's', ?, ?)")
        .run(id, at, typeof data === 'string' ? data : JSON.stringify(data));
    const addPart = (message: string, data: unknown) =>
      database.prepare("INSERT INTO part VALUES ('p', ?, 's', ?)").run(message, JSON.stringify(data));
    addMessage('u', { role: 'user' });
    addMessage('a', { role: 'assistant', error: { name: 'MessageAbortedError' } });
    addMessage('torn', '{"role":');
    addPart('u', { type: 'text', text: 'fix it' });
    addPart('u', { type: 'text', text: 'the file reads', synthetic: true });
    addPart('u', { type: 'compaction', auto: true });
    addPart('a', { type: 'reasoning', text: 'hm' });
    addPart('a', { type: 'step-finish', tokens: { input: 5 } });
    addPart('a', { type: 'text', text: 'Done.' });
    const state = {
      status: 'completed',
      input: { filePath: '/p/a.ts' },
      output: 'four',
      time: { start: at + 5 },
    };
    addPart('a', { type: 'tool', callID: 'c', tool: 'read', state });
    addPart('a', { type: 'tool', callID: 'd', tool: 'bash', state: { ...state, status: 'running' } });
    addPart('torn', { type: 'retry' });
    const { events, checkpoint } = await readLog(findOne(home), undefined, true);
    const origin = { sessionId: 's', project: '/p', timestampMs: at };
    expect(events).toMatchObject([
      { kind: 'error', reason: 'MessageAbortedError', ...origin },
      { kind: 'prompt', chars: 6, ...origin },
      { kind: 'compaction', trigger: 'auto' },
      { kind: 'answer', chars: 5 },
      { kind: 'toolCall', tool: 'read', target: '/p/a.ts', timestampMs: at + 5 },
      { kind: 'toolResult', callId: 'c', chars: 4, isError: false },
      { kind: 'toolCall', callId: 'd' },
      { kind: 'retry' },
    ]);
    expect(checkpoint.skips).toEqual({ torn: 1 });
  });

  it('says when a database is none', async () => {
    const { checkpoint } = await readOne('not a database', '.local/share/opencode/opencode.db');
    expect(checkpoint.skips).toEqual({ unreadable: 1 });
  });
});
