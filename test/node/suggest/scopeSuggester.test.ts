import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedSource } from '../../../src/core/context/outline/sourceSymbol.ts';
import { tellReason } from '../../../src/core/context/suggest/suggestion.ts';
import { message } from '../../../src/core/message.ts';
import { ScopeSuggester } from '../../../src/node/suggest/scopeSuggester.ts';
import type { SuggestRequest } from '../../../src/node/suggest/suggestScope.ts';
import { testCounter } from '../../core/tokens/testCounter.ts';
import { makeFolder, writeFiles } from '../temporaryFolder.ts';

/** Counts what was outlined, so that a test can see what was kept. */
function makeSuggester(cacheFolder?: string) {
  const outlined: string[] = [];
  const parseSource = async (path: string): Promise<ParsedSource> => {
    outlined.push(path);
    return { entries: [{ line: 1, text: `outline of ${path}`, children: [] }], symbols: [] };
  };
  const loadCounter = async () => testCounter('o200k_base');
  return { suggester: new ScopeSuggester({ loadCounter, parseSource, cacheFolder }), outlined };
}

function workspaceOf(...folders: string[]) {
  const roots = folders.map((path, index) => ({ path, name: `root${index}` }));
  return { roots, encoding: 'o200k_base' as const, mayRunGit: true };
}

function request(task: string, ...open: string[]): SuggestRequest {
  const filesAtHand = open.map((path) => ({ path, kind: 'open' as const }));
  return { task, filesAtHand, budget: 4_000, format: 'markdown' };
}

async function pathsFor(suggester: ScopeSuggester, folder: string, asked: SuggestRequest): Promise<string[]> {
  const { items } = await suggester.suggest(workspaceOf(folder), asked);
  return items.map(({ path }) => path);
}

function commit(folder: string, message: string): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  git('init', '-q');
  git('add', '-A');
  git(...who, 'commit', '-q', '-m', message);
}

describe('ScopeSuggester', () => {
  it('suggests from files that Git does not ignore, without those that hold secrets or no text', async () => {
    const folder = makeFolder({
      '.gitignore': 'out\n',
      '.env': 'telescope=1',
      'out/telescope.ts': 'telescope();',
      'src/telescope.ts': 'export function telescope() {}\n',
      'telescope.png': '\0',
    });
    const { suggester } = makeSuggester();
    await suggester.refresh(workspaceOf(folder));
    expect(await pathsFor(suggester, folder, request('telescope'))).toEqual(['src/telescope.ts']);
  });

  it('follows no link out of the workspace or to what holds secrets, also when a file has become one since', async () => {
    const outside = makeFolder({ 'telescope.ts': 'export const telescope = "outside";\n' });
    const folder = makeFolder({
      '.env': 'TELESCOPE=1\n',
      'a.ts': 'telescope();\n',
      'b.ts': 'telescope(2);\n',
    });
    symlinkSync(join(outside, 'telescope.ts'), join(folder, 'out.ts'));
    symlinkSync(join(folder, '.env'), join(folder, 'notes.ts'));
    const { suggester } = makeSuggester();
    await suggester.refresh(workspaceOf(folder));
    rmSync(join(folder, 'b.ts'));
    symlinkSync(join(outside, 'telescope.ts'), join(folder, 'b.ts'));
    const { items, text } = await suggester.suggest(workspaceOf(folder), request('telescope', 'b.ts'));
    expect(items.map(({ path }) => path)).not.toContain('out.ts');
    expect(items.map(({ path }) => path)).not.toContain('notes.ts');
    expect(text).not.toContain('outside');
    expect(text).not.toContain('TELESCOPE');
  });

  it('redacts secrets, and counts what is left', async () => {
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const folder = makeFolder({ 'a.ts': `const telescope = '${secret}';\n` });
    const { suggester } = makeSuggester();
    await suggester.refresh(workspaceOf(folder));
    const { text, totalTokens } = await suggester.suggest(workspaceOf(folder), request('telescope', 'a.ts'));
    expect(text).not.toContain(secret);
    expect(text).toContain('[redacted: GitHub token]');
    expect(testCounter('o200k_base').countTokens(text)).toBe(totalTokens);
  });

  it('learns from the history of the repository, also through renames and from a folder inside', async () => {
    const folder = makeFolder({
      'app/old.ts': 'export const first = 1;\nexport const second = 2;\n',
      'app/other.ts': 'x',
    });
    commit(folder, 'start');
    for (const round of [1, 2]) {
      appendFileSync(join(folder, 'app/old.ts'), `// ${round}\n`);
      writeFiles(folder, { 'app/far/partner.txt': `round ${round}` });
      commit(folder, `round ${round}`);
    }
    execFileSync('git', ['-C', folder, 'mv', 'app/old.ts', 'app/new.ts']);
    commit(folder, 'rename');
    const { suggester } = makeSuggester();
    const workspace = workspaceOf(join(folder, 'app'));
    await suggester.refresh(workspace);
    const { items } = await suggester.suggest(workspace, request('', 'new.ts'));
    expect(items[1]).toMatchObject({
      path: 'far/partner.txt',
      reasons: [message('changed with {0} in {1} commits', 'new.ts', 2), message('changed lately')],
    });
    const careful = { ...workspace, mayRunGit: false };
    await suggester.refresh(careful);
    const without = await suggester.suggest(careful, request('', 'new.ts'));
    expect(without.items.map(tellReason).join()).not.toContain('commit');
  });

  it('takes files in that were saved, created and deleted since', async () => {
    const folder = makeFolder({
      'a.ts': 'export const river = 1;\n',
      'b.ts': 'export const telescope = 1;\n',
    });
    const workspace = workspaceOf(folder);
    const { suggester } = makeSuggester();
    await suggester.refresh(workspace);
    rmSync(join(folder, 'b.ts'));
    writeFiles(folder, { 'a.ts': 'export const telescope = 1;\n', 'c.ts': 'telescope();\n' });
    await suggester.updateFiles(
      workspace,
      ['a.ts', 'b.ts', 'c.ts'].map((path) => join(folder, path)),
    );
    expect((await pathsFor(suggester, folder, request('telescope'))).sort()).toEqual(['a.ts', 'c.ts']);
  });

  it('leaves out what is ignored, also when it was saved or became ignored since', async () => {
    const folder = makeFolder({ '.gitignore': 'out\n', 'a.ts': 'telescope();\n', 'b.ts': 'telescope(2);\n' });
    const workspace = workspaceOf(folder);
    const { suggester } = makeSuggester();
    await suggester.refresh(workspace);
    writeFiles(folder, { 'out/c.ts': 'telescope();\n' });
    await suggester.updateFiles(workspace, [join(folder, 'out/c.ts')]);
    expect((await pathsFor(suggester, folder, request('telescope'))).sort()).toEqual(['a.ts', 'b.ts']);
    writeFiles(folder, { '.gitignore': 'out\nb.ts\n' });
    await suggester.updateFiles(workspace, [join(folder, '.gitignore')]);
    expect(await pathsFor(suggester, folder, request('telescope'))).toEqual(['a.ts']);
  });

  it('answers while it indexes, and says so', async () => {
    const folder = makeFolder({ 'a.ts': 'export const telescope = 1;\n' });
    const { suggester } = makeSuggester();
    const early = await suggester.suggest(workspaceOf(folder), request('telescope'));
    expect(early).toMatchObject({ items: [], isComplete: false, text: '', totalTokens: 0 });
    const shares: number[] = [];
    await suggester.refresh(workspaceOf(folder), (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(await suggester.suggest(workspaceOf(folder), request('telescope'))).toMatchObject({
      isComplete: true,
    });
  });

  it('can be cancelled, and starts again', async () => {
    const folder = makeFolder({ 'a.ts': 'export const telescope = 1;\n' });
    const { suggester } = makeSuggester();
    const reason = new Error('enough');
    await expect(suggester.refresh(workspaceOf(folder), undefined, AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
    await suggester.refresh(workspaceOf(folder));
    expect(await pathsFor(suggester, folder, request('telescope'))).toEqual(['a.ts']);
  });

  it('tells the folders of a workspace apart by their names', async () => {
    const [one, two] = [makeFolder({ 'a.ts': 'telescope();\n' }), makeFolder({ 'a.ts': 'telescope(2);\n' })];
    const { suggester } = makeSuggester();
    const workspace = workspaceOf(one, two);
    await suggester.refresh(workspace);
    const answer = await suggester.suggest(workspace, request('telescope', join(two, 'a.ts')));
    const { items, text, locations } = answer;
    expect(locations).toEqual({ 'root0/a.ts': join(one, 'a.ts'), 'root1/a.ts': join(two, 'a.ts') });
    expect(items.map(({ path }) => path)).toEqual(['root1/a.ts', 'root0/a.ts']);
    expect(text).toContain('telescope(2)');
  });

  it('outlines a file once, until it changes', async () => {
    const body = `export const telescope = '${'long '.repeat(4_000)}';\n`;
    const folder = makeFolder({ 'a.ts': 'river();\n', 'b.ts': body });
    const { suggester, outlined } = makeSuggester();
    const workspace = workspaceOf(folder);
    await suggester.refresh(workspace);
    const ask = () => suggester.suggest(workspace, request('telescope'));
    await ask();
    await ask();
    expect(outlined.filter((path) => path === 'b.ts')).toHaveLength(1);
    writeFileSync(join(folder, 'b.ts'), `${body}// more\n`);
    await suggester.updateFiles(workspace, [join(folder, 'b.ts')]);
    await ask();
    expect(outlined.filter((path) => path === 'b.ts')).toHaveLength(2);
  });

  it.each<[string, Record<string, string>, SuggestRequest]>([
    ['no files', {}, request('anything')],
    ['an empty file', { 'a.ts': '' }, request('anything', 'a.ts')],
    ['a file that is not there', { 'a.ts': 'x' }, request('anything', 'gone.ts', '../../outside.ts')],
    [
      'generated code of 10 MB on one line',
      { 'a.js': `var a=${'1+'.repeat(5_000_000)}1` },
      request('a', 'a.js'),
    ],
    ['an enormous file', { 'a.ts': 'export const line = 1;\n'.repeat(300_000) }, request('line', 'a.ts')],
    [
      'broken syntax',
      { 'a.ts': 'class {{{ import from ((( "', 'b.py': 'def (:\n  class\n' },
      request('class', 'a.ts'),
    ],
    ['imports in a circle', { 'a.ts': "import './b'", 'b.ts': "import './a'" }, request('', 'a.ts')],
    ['a task in another language', { 'a.ts': 'x', 'лес.md': '# Лес\nдерево\n' }, request('修复 дерево')],
    ['a task that looks like a pattern', { 'a.ts': 'x' }, request('(((.*+?[')],
    ['names that differ in case', { 'a.ts': 'one', 'A.ts': 'two' }, request('', 'A.ts')],
  ])('bears %s', async (_what, files, asked) => {
    const folder = makeFolder(files);
    const { suggester } = makeSuggester();
    await suggester.refresh(workspaceOf(folder));
    for (const budget of [1, 30, 300, 3_000]) {
      const suggestion = await suggester.suggest(workspaceOf(folder), { ...asked, budget });
      expect(suggestion.totalTokens).toBeLessThanOrEqual(budget);
      expect(testCounter('o200k_base').countTokens(suggestion.text)).toBe(suggestion.totalTokens);
      for (const item of suggestion.items) expect(tellReason(item)).not.toBe('');
    }
  });
});

describe('the index on disk', () => {
  const FILES = {
    'a.ts': "import './b';\nexport const telescope = 1;\n",
    'b.ts': 'export const river = 1;\n',
  };

  async function makeStored() {
    const [folder, cache] = [makeFolder(FILES), makeFolder()];
    commit(folder, 'start');
    const { suggester } = makeSuggester(cache);
    await suggester.refresh(workspaceOf(folder));
    const suggestion = await suggester.suggest(workspaceOf(folder), request('telescope', 'a.ts'));
    const [name = ''] = readdirSync(cache);
    return { folder, cache, stored: join(cache, name), suggestion };
  }

  it('gives the next session the same suggestions', async () => {
    const { folder, cache, stored, suggestion } = await makeStored();
    const before = readFileSync(stored);
    const { suggester } = makeSuggester(cache);
    await suggester.refresh(workspaceOf(folder));
    expect(await suggester.suggest(workspaceOf(folder), request('telescope', 'a.ts'))).toEqual(suggestion);
    // Nothing has changed, so nothing was written.
    expect(readFileSync(stored).equals(before)).toBe(true);
  });

  it('notices what changed between two sessions', async () => {
    const { folder, cache } = await makeStored();
    rmSync(join(folder, 'b.ts'));
    writeFiles(folder, { 'c.ts': 'telescope();\n' });
    const { suggester } = makeSuggester(cache);
    await suggester.refresh(workspaceOf(folder));
    expect(await pathsFor(suggester, folder, request('telescope'))).toEqual(['a.ts', 'c.ts']);
  });

  it.each<[string, (content: string) => string]>([
    ['cut short', (content) => content.slice(0, content.length / 2)],
    ['changed', (content) => content.replace('telescope', 'microscope')],
    ['of another version', (content) => content.replace('index 1', 'index 0')],
    ['empty', () => ''],
  ])('is built anew when it is %s', async (_what, damage) => {
    const { folder, cache, stored, suggestion } = await makeStored();
    writeFileSync(stored, damage(readFileSync(stored, 'utf8')));
    const { suggester } = makeSuggester(cache);
    await suggester.refresh(workspaceOf(folder));
    expect(await suggester.suggest(workspaceOf(folder), request('telescope', 'a.ts'))).toEqual(suggestion);
  });
});
