import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../node/temporaryFolder.ts';
import { runCli } from './runCli.ts';

const RULES =
  '# Rules\n\n- Use tabs for indentation.\n- Tests are in test/gone.test.ts.\n- Use spaces for indentation.\n';

/** A line of Claude Code about a call so long ago. */
function call(number: number, cwd: string, agoMs: number) {
  const usage = { input_tokens: 10, output_tokens: 5 };
  const message = { id: `m${number}`, role: 'assistant', model: 'claude-sonnet-4-5', content: [], usage };
  const timestamp = new Date(Date.now() - agoMs).toISOString();
  return { type: 'assistant', sessionId: 's', requestId: `r${number}`, timestamp, cwd, message };
}

describe('token-meter lint', () => {
  it('names place, check and tokens of what it finds in a prompt', async () => {
    const text = '# Task\nHi there! Could you please rename `a` to `b`? Thank you so much in advance!\n';
    const { stdout, code } = await runCli(makeFolder({ 'task.md': text }), 'lint', 'task.md');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^task\.md:2:1 filler: Polite or redundant words .* \(13 tokens, measured\)$/),
      expect.stringMatching(/^task\.md:2:47 filler: /),
      'task.md: 25 tokens, 2 findings',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('says what instructions cost in each call and in a month', async () => {
    const folder = makeFolder({ 'CLAUDE.md': RULES, 'test/other.test.ts': '' });
    const { stdout } = await runCli(folder, 'lint', 'CLAUDE.md', '--calls-per-month', '1000');
    expect(stdout).toMatch(/CLAUDE\.md: (\d+) tokens in each call, \1,000 a month, 2 findings\n$/);
    expect(stdout).toContain('CLAUDE.md:5:1 contradictoryLines: Line 3 says the opposite');
    expect(stdout).toContain('CLAUDE.md:4:16 staleReferences: “test/gone.test.ts” is not there');
  });

  it('takes the use of a month from the logs of agents', async () => {
    const folder = makeFolder({ 'CLAUDE.md': RULES, 'home/empty': '' });
    const { stdout } = await runCli(folder, 'lint', 'CLAUDE.md', '--usage', '--home', 'home', '--json');
    expect(JSON.parse(stdout).files[0]).toMatchObject({ kind: 'instructions', tokensPerMonth: 0 });
  });

  it('counts the calls that agents made in the folder or below it within 30 days', async () => {
    const folder = makeFolder({ 'CLAUDE.md': RULES, 'other/a.md': '' });
    const day = 24 * 60 * 60 * 1000;
    const calls = [call(1, folder, day), call(2, join(folder, 'other'), 2 * day), call(3, folder, 40 * day)];
    const log = [...calls, call(4, '/elsewhere', day)].map((line) => `${JSON.stringify(line)}\n`).join('');
    const home = makeFolder({ '.claude/projects/a/s.jsonl': log });
    const { stdout } = await runCli(folder, 'lint', 'CLAUDE.md', '--usage', '--home', home, '--json');
    const [file] = JSON.parse(stdout).files;
    expect(file.tokensPerMonth).toBe(2 * file.tokens);
  });

  it('tells as JSON where each finding starts and ends', async () => {
    const folder = makeFolder({ 'a.prompt.md': 'Improve the code.\n' });
    const { stdout } = await runCli(folder, 'lint', 'a.prompt.md', '--json');
    const [file] = JSON.parse(stdout).files;
    expect(file).toMatchObject({ path: 'a.prompt.md', kind: 'prompt', tokens: 4 });
    expect(file.findings.map(({ check }: { check: string }) => check)).toEqual([
      'noDoneCriteria',
      'noScope',
      'vagueVerbs',
    ]);
    expect(file.findings[2]).toMatchObject({ start: { line: 1, column: 1 }, end: { line: 1, column: 17 } });
  });

  it('finds in a prompt what the instructions of the project say', async () => {
    const task = 'Rename `a` to `b` in src/a.ts. Use tabs for indentation in every file.\n';
    const rules = 'Use tabs for indentation in every file.\n';
    const folder = makeFolder({ 'AGENTS.md': rules, 'tasks/one.md': task });
    const { stdout } = await runCli(folder, 'lint', 'tasks/one.md');
    expect(stdout).toContain('tasks/one.md:1:32 repeatedInstructions: AGENTS.md says this already');
  });

  it('never prints a secret', async () => {
    const secret = ['AKIA', 'Q3EGRIVSXNB2ZL4M'].join('');
    const folder = makeFolder({ 'task.md': `Why does aws_key=${secret} not work?\n` });
    const { stdout } = await runCli(folder, 'lint', 'task.md', '--json');
    expect(stdout).toContain('"secrets"');
    expect(stdout).not.toContain(secret);
  });

  it('ends with 1 on a finding only when it is asked to be strict', async () => {
    const folder = makeFolder({ 'a.md': 'Improve the code.\n', 'b.md': 'Why is `sum([])` 0?\n' });
    expect((await runCli(folder, 'lint', 'a.md')).code).toBe(0);
    expect((await runCli(folder, 'lint', 'a.md', '--strict')).code).toBe(1);
    expect((await runCli(folder, 'lint', 'b.md', '--strict')).code).toBe(0);
  });

  it('goes on after a file that cannot be read', async () => {
    const folder = makeFolder({ 'b.md': 'Why is `sum([])` 0?\n' });
    const { stdout, stderr, code } = await runCli(folder, 'lint', 'gone.md', 'b.md');
    expect([stdout, stderr, code]).toEqual(['b.md: 9 tokens, 0 findings\n', 'gone.md: not found\n', 1]);
  });

  it('says what is wrong with the command line', async () => {
    const folder = makeFolder();
    expect((await runCli(folder, 'lint')).stderr).toContain('Name at least one prompt');
    expect((await runCli(folder, 'lint', 'a.md', '--calls-per-month', 'many')).stderr).toContain(
      'whole number, not "many"',
    );
    expect((await runCli(folder, 'lint', 'a.md', '--calls-per-month', '3', '--usage')).stderr).toContain(
      'not both',
    );
  });
});
