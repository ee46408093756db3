import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moreRuns, WASTE_HOME } from '../fixtures/waste/wasteHome.ts';
import { makeFolder } from '../node/temporaryFolder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'waste', ...args], {
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

const json = (...args: string[]) => JSON.parse(run(...args, '--json').stdout);

describe('token-meter waste', () => {
  it('prints findings with their evidence as JSON', () => {
    const { findings, measured, estimated, spentUsd } = json('--home', makeFolder(WASTE_HOME));
    expect(findings.map(({ detector, kind }: Record<string, unknown>) => [detector, kind])).toEqual([
      ['repeatedReads', 'estimated'],
      ['repeatedLoops', 'measured'],
    ]);
    const [reads, loops] = findings;
    // The second reading in 22 calls, the third in 20; 400 lines are some 6,000 tokens.
    const lines = reads.evidence.items[1];
    expect(lines).toMatchObject({
      name: '/home/dev/project/<img src=x>.ts',
      firstLine: 1,
      lastLine: 400,
      note: 'again',
    });
    expect(reads).toMatchObject({
      tokens: lines.tokens * 41,
      severity: 'high',
      evidence: { sessionId: 'claude' },
    });
    // Two calls of 20,000 tokens of input and 50 of output did nothing but run it again.
    expect(loops).toMatchObject({ tokens: 40_100, title: 'go test failed 3 times in the same way' });
    expect(measured).toMatchObject({ findings: 1, tokens: 40_100 });
    expect(estimated.findings).toBe(1);
    expect(spentUsd).toBeGreaterThan(0);
  });

  it('prints a list for people', () => {
    const { stdout, status } = run('--home', makeFolder(WASTE_HOME));
    expect(status).toBe(0);
    expect(stdout).toContain('repeatedLoops: go test failed 3 times in the same way');
    expect(stdout).toMatch(/measured {3}40,100 tokens, \$0\.\d+, in 1 findings/);
  });

  it('gives the same from a ledger, cold and warm, and takes up what is new', () => {
    const [home, ledger] = [makeFolder(WASTE_HOME), makeFolder()];
    const direct = json('--home', home);
    expect(json('--home', home, '--ledger', ledger)).toEqual(direct);
    expect(json('--home', home, '--ledger', ledger)).toEqual(direct);
    const log = '.codex/sessions/2026/07/01/rollout-waste.jsonl';
    appendFileSync(join(home, log), moreRuns(WASTE_HOME[log] ?? ''));
    const grown = json('--home', home, '--ledger', ledger);
    expect(grown).toEqual(json('--home', home));
    expect(grown.findings[1].title).toBe('go test failed 4 times in the same way');
  });

  it("has the user's own prices", () => {
    const home = makeFolder(WASTE_HOME);
    const price = { input: 500, output: 2500, cacheRead: 50, cacheWrite5m: 625, cacheWrite1h: 1000 };
    const models = join(makeFolder({ 'm.json': JSON.stringify({ 'claude-opus-4-6': { price } }) }), 'm.json');
    const [listed] = json('--home', home).findings;
    const [ours] = json('--home', home, '--models', models).findings;
    expect(ours.costUsd).toBeCloseTo(100 * listed.costUsd, 6);
    expect(ours.id).toBe(listed.id);
  });

  it('leaves out sessions that were not used since', () => {
    expect(json('--home', makeFolder(WASTE_HOME), '--since', '2026-07-03').findings).toEqual([]);
    expect(run('--since', 'yesterday').stderr).toContain('--since takes a day');
  });

  it('says when there is nothing', () => {
    expect(run('--home', makeFolder()).stdout).toBe('no logs found\n');
  });
});
