import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/core/context/render/renderMarkdown.ts';
import { parsePlain } from '../../src/core/context/render/renderPlain.ts';
import { parseXml } from '../../src/core/context/render/renderXml.ts';
import { testCounter } from '../core/tokens/testCounter.ts';
import { makeFolder } from '../node/temporaryFolder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

async function run(
  cwd: string,
  ...args: string[]
): Promise<{ stdout: string; stderr: string; code: number }> {
  try {
    return { ...(await promisify(execFile)(process.execPath, [CLI, 'scope', ...args], { cwd })), code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { stdout, stderr, code };
  }
}

const FILES = {
  'src/reader.ts':
    "import { parseHeader } from './header.ts';\nexport class Reader {\n  read() {\n    return parseHeader();\n  }\n}\n",
  'src/header.ts': 'export function parseHeader(): string {\n  return "x";\n}\n',
  'test/reader.test.ts': "import { Reader } from '../src/reader.ts';\nnew Reader();\n",
  'garden/river.py': 'def candle():\n    pass\n',
  'docs/lamp.md': '# Lamp\n',
};

describe('token-meter scope', () => {
  it('prints the context, and to the side why each file is in', async () => {
    const { stdout, stderr, code } = await run(
      makeFolder(FILES),
      '--task',
      'header is lost',
      '--file',
      'src/reader.ts',
    );
    expect(code).toBe(0);
    const paths = parseMarkdown(stdout).map((part) => ('path' in part ? part.path : ''));
    expect(paths.slice(0, 3).sort()).toEqual(['src/header.ts', 'src/reader.ts', 'test/reader.test.ts']);
    expect(stderr).toMatch(/full {5}src\/reader\.ts: the file that you are in\n/);
    expect(stderr).toMatch(/full {5}src\/header\.ts: .*"header"/);
    const tokens = testCounter('o200k_base').countTokens(stdout);
    expect(stderr).toContain(`${tokens} of 16,000 tokens, the whole folder is `);
  });

  it('prints JSON of a fixed shape', async () => {
    const root = makeFolder(FILES);
    const args = ['--root', root, '--task', 'header', '--file', 'src/reader.ts', '--budget', '60', '--json'];
    const { stdout, code } = await run(makeFolder(), ...args);
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual([
      'items',
      'leftOut',
      'totalTokens',
      'budget',
      'baselineTokens',
      'text',
    ]);
    expect(Object.keys(report.items[0])).toEqual(['path', 'detail', 'tokens', 'reason']);
    expect(Object.keys(report.leftOut[0])).toEqual(['path', 'tokens', 'reason']);
    expect(report.items[0]).toMatchObject({ path: 'src/reader.ts', detail: 'full' });
    expect(report.budget).toBe(60);
    expect(report.totalTokens).toBeLessThanOrEqual(60);
    expect(testCounter('o200k_base').countTokens(report.text)).toBe(report.totalTokens);
    const whole = Object.values(FILES).reduce(
      (sum, text) => sum + testCounter('o200k_base').countTokens(text),
      0,
    );
    expect(report.baselineTokens).toBe(whole);
  });

  it('redacts secrets, and says where', async () => {
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const cwd = makeFolder({ 'a.ts': `const key = '${secret}';\n` });
    for (const json of [[], ['--json']]) {
      const { stdout, stderr } = await run(cwd, '--file', 'a.ts', ...json);
      expect(stdout).not.toContain(secret);
      expect(stdout).toContain('[redacted: GitHub token]');
      expect(stderr).toContain('redacted in scope, line 4 of what is printed: GitHub token\n');
    }
  });

  it.each([
    ['md', parseMarkdown],
    ['xml', parseXml],
    ['plain', parsePlain],
  ])('writes %s', async (format, parse) => {
    const { stdout } = await run(makeFolder(FILES), '--file', 'src/reader.ts', '--format', format);
    expect(parse(stdout)[0]).toEqual({ path: 'src/reader.ts', text: FILES['src/reader.ts'] });
  });

  it.each<[string, Record<string, string>, string[], string]>([
    ['no files', {}, ['--task', 'header'], 'nothing to suggest: the folder has no text that may be read\n'],
    [
      'words that are nowhere',
      { 'a.ts': 'x' },
      ['--task', 'header'],
      'nothing to suggest: no file has to do with the task; name one with --file\n',
    ],
    [
      'a budget that is too small',
      FILES,
      ['--task', 'header', '--budget', '4'],
      'nothing to suggest: no file fits into 4 tokens; the next would be src/header.ts\n',
    ],
    ['no folder', {}, ['--task', 'header', '--root', 'gone'], '/gone is not a folder that can be read\n'],
  ])('says why not: %s', async (_what, files, args, message) => {
    const { stdout, stderr, code } = await run(makeFolder(files), ...args);
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toContain(message);
  });

  it('says which of the named files is not there, and goes on', async () => {
    const { stderr, code } = await run(makeFolder(FILES), '--task', 'header', '--file', 'gone.ts');
    expect(stderr).toContain(
      'note: gone.ts is not among the files: not found, ignored, binary, or likely to hold secrets\n',
    );
    expect(code).toBe(0);
  });

  it.each([
    [[], 'Say what it is for with --task TEXT, or name a file with --file.'],
    [['--task', ' '], 'Say what it is for with --task'],
    [['--task', 'a', '--budget', '1.5'], '--budget takes a whole number of tokens above 0, not "1.5".'],
    [['--task', 'a', '--format', 'pdf'], 'Unknown format "pdf". Known: md, markdown, xml, plain.'],
    [['--task', 'a', '--encoding', 'p50k'], 'Unknown encoding "p50k". Known: o200k_base, cl100k_base.'],
    [['--task', 'a', 'b'], 'Name files with --file, as in --file b.'],
  ])('explains %j', async (args, message) => {
    const { stderr, code } = await run(makeFolder(), ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
