import { describe, expect, it } from 'vitest';
import { claudeLine } from '../core/usage/sources/claudeLine.ts';
import { makeFolder } from '../node/temporaryFolder.ts';
import { runCli } from './runCli.ts';

const MODELS = JSON.stringify({
  'house-model': { label: 'House', vendor: 'House', tier: 'think', price: { input: 4, output: 8 } },
  'claude-opus-5-5': { price: { input: 1_000, output: 1_000 } },
});

describe('--models FILE', () => {
  it('lets the user’s models and prices win in tier and plan', async () => {
    const cwd = makeFolder({ 'models.json': MODELS });
    const tier = await runCli(
      cwd,
      ...['tier', '--task', 'Design a cache', '--scope-tokens', '1000000'],
      ...['--models', 'models.json', '--json'],
    );
    expect(JSON.parse(tier.stdout).models).toEqual([
      { id: 'house-model', costUsd: 4 },
      { id: 'gpt-5.5', costUsd: 10 },
      { id: 'claude-opus-5-5', costUsd: 1_000 },
    ]);
    const options = [
      '--input-tokens',
      '1000',
      '--requests-per-month',
      '1000',
      '--model',
      'House/House-Model',
    ];
    const plan = await runCli(cwd, 'plan', 'volume', ...options, '--models=models.json', '--json');
    expect(JSON.parse(plan.stdout)).toMatchObject({ model: 'house-model', usdPerMonth: 4 });
  });

  it('prices what was used', async () => {
    const cwd = makeFolder({
      'models.json': MODELS,
      'home/.claude/projects/p/s.jsonl': JSON.stringify(
        claudeLine({
          model: 'claude-opus-5-5',
          usage: {
            input_tokens: 1_000,
            output_tokens: 1_000,
            cache_read_input_tokens: 0,
            cache_creation_input_tokens: 0,
            cache_creation: {},
          },
        }),
      ),
    });
    const usage = await runCli(
      cwd,
      ...['usage', '--home', 'home', '--by', 'model', '--models', 'models.json', '--json'],
    );
    expect(JSON.parse(usage.stdout)).toMatchObject([{ model: 'claude-opus-5-5', costUsd: 2 }]);
  });

  it('names the field that is wrong', async () => {
    const cwd = makeFolder({ 'bad.json': '{"mine": {"price": {"input": -1, "output": 2}}}', 'no.json': '{' });
    const tier = (file: string) => runCli(cwd, 'tier', '--task', 'Design', '--models', file);
    expect(await tier('bad.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        '--models: tokenMeter.models["mine"].price.input must be a number from 0',
      ),
    });
    expect((await tier('no.json')).stderr).toContain('--models must name a file of JSON.');
    expect((await tier('none.json')).stderr).toContain('Cannot read --models: ');
  });
});
