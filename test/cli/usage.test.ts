import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claudeLine } from '../core/usage/sources/claudeLine.ts';
import { toLines } from '../fixtures/toLines.ts';
import { makeFolder } from '../node/temporaryFolder.ts';
import { HOME, HOME_SUMS } from '../node/usage/homeFixture.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

function run(args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'usage', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Europe/Berlin', ...env },
  });
  return { stdout, stderr, status };
}

const json = (args: string[], env?: Record<string, string>) =>
  JSON.parse(run([...args, '--json'], env).stdout);

describe('token-meter usage', () => {
  it('prints rows as JSON, the key first', () => {
    const home = makeFolder(HOME);
    const [claude, ...others] = json(['--home', home, '--by', 'source']);
    expect(Object.keys(claude)).toEqual([
      'source',
      'inputTokens',
      'cacheReadTokens',
      'cacheWrite5mTokens',
      'cacheWrite1hTokens',
      'outputTokens',
      'requests',
      'costUsd',
      'unpricedRequests',
      'quality',
    ]);
    const sums = [claude, ...others].map(
      ({ source, inputTokens, cacheReadTokens, outputTokens, requests }) => [
        source,
        [inputTokens, cacheReadTokens, outputTokens, requests],
      ],
    );
    expect(Object.fromEntries(sums)).toEqual(HOME_SUMS);
  });

  it('prints a table for people', () => {
    const { stdout, stderr, status } = run(['--home', makeFolder(HOME), '--by', 'model']);
    expect(stdout).toMatch(
      /^model +input +cache read +write 5m +write 1h +output +requests +cost +unpriced +quality\n/,
    );
    expect(stdout).toMatch(/\nclaude-opus-5 +16 +8,000 +40 +80 +149 +4 +\$0\.0089 +0 +reported-partial\n/);
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('has no cost for models without a price, and null where the logs do not tell', () => {
    const { message, ...line } = claudeLine();
    const { model: _, ...rest } = message as Record<string, unknown>;
    const home = makeFolder({ '.claude/projects/p/a.jsonl': toLines([{ ...line, message: rest }]) });
    expect(json(['--home', home, '--by', 'model'])).toMatchObject([
      { model: null, costUsd: null, unpricedRequests: 1 },
    ]);
    expect(run(['--home', home, '--by', 'model']).stdout).toMatch(/\nunknown .* unpriced +1 +reported\n/);
  });

  it('takes days for local ones, over the change of clocks too, and filters by them', () => {
    const times = [
      '2026-03-28T22:59:59Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
    ];
    const lines = times.map((time, index) => claudeLine({ id: `msg_${index}`, time }));
    const home = makeFolder({ '.claude/projects/p/a.jsonl': toLines(lines) });
    const days = (...args: string[]) =>
      json(['--home', home, ...args]).map((row: Record<string, unknown>) => [row['day'], row['requests']]);
    expect(days()).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
    expect(days('--since', '2026-03-29', '--until', '20260329')).toEqual([['2026-03-29', 2]]);
    expect(
      json(['--home', home], { TZ: 'UTC' }).map((row: Record<string, unknown>) => row['requests']),
    ).toEqual([2, 2]);
  });

  it('gives the same from a ledger, cold and warm, and keeps what was deleted', () => {
    const home = makeFolder(HOME);
    const ledger = join(makeFolder(), 'ledger');
    const plain = json(['--home', home, '--by', 'session']);
    expect(json(['--home', home, '--ledger', ledger, '--by', 'session'])).toEqual(plain);
    expect(json(['--home', home, '--ledger', ledger, '--by', 'session'])).toEqual(plain);
    expect(json(['--home', makeFolder(), '--ledger', ledger, '--by', 'session'])).toEqual(plain);
  });

  it('leaves the ledger of the user alone for another home, and reads it for the own one', () => {
    const home = makeFolder(HOME);
    const folder = join(home, '.config/Code/User/globalStorage/token-meter.token-meter/usage');
    json(['--home', home, '--ledger', folder]);
    const other = makeFolder();
    const env = {
      HOME: other,
      USERPROFILE: other,
      XDG_CONFIG_HOME: join(home, '.config'),
      CLAUDE_CONFIG_DIR: other,
      CODEX_HOME: other,
    };
    expect(json(['--by', 'source'], env)).toHaveLength(4);
    const before = readdirSync(folder);
    expect(json(['--home', other], env)).toEqual([]);
    expect([readdirSync(folder), existsSync(join(other, '.config'))]).toEqual([before, false]);
  });

  it('says what it has left out', () => {
    const torn = JSON.stringify(claudeLine()).slice(0, -9);
    const home = makeFolder({ '.claude/projects/p/a.jsonl': `${torn}\n${toLines([claudeLine()])}` });
    expect(run(['--home', home]).stderr).toBe('skipped: 1 × not valid JSON\n');
  });

  it('sums the logs alone when the ledger cannot be used, and says so', () => {
    const home = makeFolder({ ...HOME, file: '' });
    const { stdout, stderr, status } = run([
      '--home',
      home,
      '--ledger',
      join(home, 'file'),
      '--by',
      'source',
      '--json',
    ]);
    expect(JSON.parse(stdout)).toHaveLength(4);
    expect(stderr).toMatch(
      /^The ledger in .*file cannot be used \(EEXIST.*\): this is what the logs alone hold\.\n$/,
    );
    expect(status).toBe(0);
  });

  it('says when there is nothing', () => {
    expect(run(['--home', makeFolder()]).stdout).toBe('no logs found\n');
    expect(json(['--home', join(makeFolder(), 'gone')])).toEqual([]);
  });

  it.each([
    [['--by', 'hour'], 'Unknown grouping "hour". Known: day, week, month, model, project, session, source.'],
    [['--since', '2026-02-30'], '--since takes a day such as 2026-11-22, not "2026-02-30".'],
    [['--until', 'today'], '--until takes a day such as 2026-11-22, not "today".'],
    [['extra'], 'Unexpected argument "extra".'],
  ])('explains %j', (args, message) => {
    const { stderr, status } = run(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it('shows names that would move the cursor harmlessly', () => {
    const home = makeFolder({
      '.claude/projects/p/a.jsonl': toLines([claudeLine({ model: 'a\u001b[2Jb' })]),
    });
    expect(
      execFileSync(process.execPath, [CLI, 'usage', '--home', home, '--by', 'model'], { encoding: 'utf8' }),
    ).not.toContain('\u001b');
  });
});
