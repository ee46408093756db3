import { describe, expect, it } from 'vitest';
import { makeFolder } from '../node/temporaryFolder.ts';
import { runCli as run } from './runCli.ts';

describe('token-meter count', () => {
  it('counts files and folders by the rules of the scope', async () => {
    const cwd = makeFolder({
      '.gitignore': 'out\n',
      'src/a.ts': 'hello world',
      'src/out/b.js': 'x',
      'c.bin': '\0',
    });
    const { stdout, stderr, code } = await run(cwd, 'count', '.', 'src/a.ts');
    expect(stdout).toBe('2  .gitignore\n2  src/a.ts\n4  in 2 files\n');
    expect(stderr).toBe('skipped c.bin: binary file\n');
    expect(code).toBe(0);
  });

  it('prints JSON in the encoding asked for, with special-token text as text', async () => {
    const cwd = makeFolder({ a: '<|endoftext|>' });
    const { stdout, code } = await run(cwd, 'count', 'a', 'gone', '--encoding', 'cl100k_base', '--json');
    expect(JSON.parse(stdout)).toEqual({
      files: [{ path: 'a', tokens: 7 }],
      totalTokens: 7,
      encoding: 'cl100k_base',
      accuracy: 'exact',
      skipped: [{ path: 'gone', reason: 'missing' }],
    });
    expect(code).toBe(1);
  });

  it.each([
    [['count'], 'Name at least one file or folder to count.'],
    [['count', 'a', '--encoding', 'p50k'], 'Unknown encoding "p50k". Known: o200k_base, cl100k_base.'],
    [['count', '--nope', 'a'], "Unknown option '--nope'"],
    [['weigh'], 'Unknown command "weigh".'],
  ])('explains %j', async (args, message) => {
    const { stderr, code } = await run(makeFolder({ a: 'x' }), ...args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage:');
    expect(code).toBe(2);
  });
});
