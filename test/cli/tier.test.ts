import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../node/temporaryFolder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

function run(cwd: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'tier', ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('token-meter tier', () => {
  it('names the tier, why, and what the scope costs on its models', () => {
    const { stdout, status } = run(
      makeFolder(),
      '--task',
      'Design a cache',
      '--scope-tokens',
      '10000',
      '--json',
    );
    expect(JSON.parse(stdout)).toEqual({
      tier: 'think',
      confidence: expect.any(Number),
      mode: 'chat',
      effort: 'high',
      reasons: expect.arrayContaining(['it asks for a design']),
      models: [
        { id: 'gpt-5.5', costUsd: 0.05 },
        { id: 'claude-opus-5-5', costUsd: 0.04 },
        { id: 'gemini-3.1-pro-preview', costUsd: 0.02 },
      ],
    });
    expect(status).toBe(0);
  });

  it('prices the task itself where there is no scope', () => {
    const { stdout } = run(makeFolder(), '--task', 'Design a cache', '--vendor', 'google', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      models: [{ id: 'gemini-3.1-pro-preview', costUsd: 0.000006 }, {}, {}],
    });
  });

  it('says the same to people', () => {
    const { stdout } = run(makeFolder(), '--task', 'Run the tests');
    expect(stdout).toContain('none, ');
    expect(stdout).toContain('because a tool does this');
  });

  it('shows the parts of mixed work, and what they save beside one model for all', () => {
    const task = 'Design the schema for subscriptions, then generate the migration and run the tests';
    const { stdout } = run(makeFolder(), '--task', task, '--scope-tokens', '20000');
    expect(stdout).toContain('  2. execute: generate the migration  gpt-5.4-mini $0.015\n');
    expect(stdout).toContain('  3. none: run the tests  no model\n');
    expect(stdout).toContain('  together $0.12, everything on tier think $0.30\n');
  });

  it('answers a file line by line, what is wrong with a line too', () => {
    const lines = [
      '{ "task": "Run the tests" }',
      '{ "task": "Design a cache", "scopeTokens": 0 }',
      '{ "task": " " }',
      '{',
      '{ "task": "x", "scopeTokens": -1 }',
    ];
    const { stdout, status } = run(makeFolder({ 'tasks.jsonl': lines.join('\n') }), '--tasks', 'tasks.jsonl');
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ tier, error }) => tier ?? error)).toEqual([
      'none',
      'think',
      'The task is empty: line 3.',
      'No JSON in line 4.',
      expect.stringContaining('"scopeTokens" in line 5 must be a whole number'),
    ]);
    expect(status).toBe(1);
  });

  it('names the option that is wrong', () => {
    expect(run(makeFolder(), '--task', '').stderr).toContain('The task is empty');
    expect(run(makeFolder(), '--task', 'x', '--scope-tokens', 'many').stderr).toContain(
      '--scope-tokens must be a whole number',
    );
    expect(run(makeFolder(), '--tasks', 'gone.jsonl').stderr).toContain('Cannot read --tasks: not found');
    expect(run(makeFolder()).stderr).toContain('Say what is to be done');
  });
});
