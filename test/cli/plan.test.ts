import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

function run(line: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'plan', ...line.split(' ')], {
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('token-meter plan', () => {
  it('says what iterations cost, in words and as JSON', () => {
    const line = 'iterations --context-tokens 200_000 --iterations 10 --model anthropic/claude-opus-4.8';
    expect(run(line).stdout).toBe(
      'plan: iterations\nmodel: claude-opus-4-8\ninput tokens: 2,000,000\noutput tokens: 0\ntotal tokens: 2,000,000\nlast input tokens: 200,000\ncost: $10.00\n',
    );
    expect(JSON.parse(run(`${line} --json`).stdout)).toMatchObject({
      model: 'claude-opus-4-8',
      totalTokens: 2_000_000,
      costUsd: 10,
    });
  });

  it.each([
    [
      'caching --model claude-sonnet-4-6 --prefix-tokens 2000 --calls-per-day 10000 --writes-per-day 0',
      { savedUsdPerMonth: 1_620 },
    ],
    ['output --kind summary --model gpt-4o-mini', { savedTokensPerRequest: 1_800 }],
    ['batch --requests 2 --input-tokens 1000000 --model gpt-4o-mini', { directUsd: 0.3, batchUsd: 0.15 }],
    ['volume --model gpt-4 --requests-per-month 50000 --input-tokens 6000', { usdPerMonth: 9_000 }],
    [
      'compare --before-context-tokens 200000 --after-context-tokens 40000 --after-model gpt-5.4-mini',
      { savedTokensShare: 0.8, beforeUsd: 0.5, afterUsd: 0.03 },
    ],
    ['error --step-accuracy 0.5 --steps 2', { successShare: 0.25 }],
    [
      'prompt --system 1',
      { parts: expect.arrayContaining([expect.objectContaining({ part: 'system', share: 1 })]) },
    ],
  ])('plan %s', (line, expected) => {
    expect(JSON.parse(run(`${line} --json`).stdout)).toMatchObject(expected);
  });

  it('makes 53 % of the example of fine-tuning', () => {
    const line =
      'fine-tuning --model gpt-4o-mini --requests-per-day 20000 --few-shot-input-tokens 1500 --tuned-input-tokens 200 --output-tokens 50 --training-usd 25 --tuned-input-price 0.3 --tuned-output-price 1.2';
    expect(run(line).stdout).toContain('saved share: 53 %');
  });

  it('names the option that is wrong', () => {
    expect(run('iterations --context-tokens -5 --iterations 10').stderr).toContain(
      '--context-tokens must be a whole number from 1',
    );
    expect(run('iterations --context-tokens=x --iterations 10').stderr).toContain(
      '--context-tokens must be a whole number',
    );
    expect(run('compare --before-context-tokens 5 --after-context-tokens 0').stderr).toContain(
      '--after-context-tokens must be',
    );
    expect(run('iterations --iterations 10').stderr).toContain('--context-tokens is missing');
    expect(run('error --accuracy 1').stderr).toContain('"--accuracy" is no option of this plan');
    expect(run('caching --prefix-tokens 1 --calls-per-day 1 --model gpt-4').stderr).toContain(
      'No price for such a cache',
    );
    expect(run('toString').stderr).toContain('Name a plan');
    expect(run('toString').status).toBe(2);
  });

  it('says unpriced, not $0', () => {
    expect(run('volume --model brand-new --requests-per-month 5 --input-tokens 1').stdout).toContain(
      'cost: unpriced',
    );
  });
});
