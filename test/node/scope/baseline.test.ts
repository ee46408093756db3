import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { FileCounter } from '../../../src/node/counting/fileCounter.ts';
import { Baseline } from '../../../src/node/scope/baseline.ts';
import { countPaths } from '../../../src/node/scope/countPaths.ts';
import { makeFolder } from '../temporaryFolder.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const options = {
  loadCounter: createCounterLoader(DIST),
  workerPath: join(DIST, 'worker.cjs'),
  threads: 1,
};
/** Without a cache: each count is of what is on disk now. */
const files = new FileCounter(options);

const NAME = fc.constantFrom('a', 'b', 'c.log', 'd.ts', '.env', '.gitignore', '.git', 'info', 'exclude');
const PATH = fc.array(NAME, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const CONTENT = fc.constantFrom('', 'x', '*.log', 'a', '/b/', '!c.log', 'let a = 1;\n', '\0');
const CHANGE = fc.oneof(
  fc.record({ act: fc.constant('write' as const), path: PATH, content: CONTENT }),
  fc.record({ act: fc.constant('remove' as const), path: PATH }),
  fc.record({ act: fc.constant('move' as const), path: PATH, to: PATH }),
  fc.record({ act: fc.constant('link' as const), path: PATH, to: PATH }),
);
type Change = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;

function createBaseline(...roots: string[]): Baseline {
  return new Baseline(roots, 'o200k_base', files);
}

async function measureTokens(baseline: Baseline, changed?: readonly string[]): Promise<number> {
  return (await baseline.measure(changed)).count.tokens;
}

describe('Baseline', () => {
  it('counts what a scope of the whole folder would take, and says what is left out', async () => {
    const folder = makeFolder({
      '.gitignore': '*.log\n/build/\n',
      'a.ts': 'let a = 1;\n',
      'sub/b.ts': 'let b;\n',
      'sub/empty.ts': '',
      'x.log': 'noise',
      'sub/y.log': 'noise',
      'build/out.js': 'noise',
      'build/more.js': 'noise',
      '.env': 'A=1',
      'image.png': new Uint8Array([0, 1, 2]),
    });
    symlinkSync(join(folder, 'sub'), join(folder, 'link'));
    const { totalTokens } = await countPaths(['.gitignore', 'a.ts', 'sub/b.ts'], folder, 'o200k_base', files);
    expect(await createBaseline(folder).measure()).toEqual({
      files: 4,
      sizeBytes: 32,
      count: { tokens: totalTokens, mix: { prose: 0, code: 1, nonLatin: 0 } },
      skipped: { denied: 1, binary: 1, linkedFolder: 1 },
      ignored: 3,
    });
  });

  it('counts a file once that lies below two roots, and nothing of a root that is gone', async () => {
    const folder = makeFolder({ 'a.ts': 'let a;\n', 'sub/b.ts': 'let b;\n', 'sub/c.log': 'x' });
    const sum = await createBaseline(folder, join(folder, 'sub'), join(folder, 'gone')).measure();
    expect(sum).toMatchObject({ files: 3, count: { tokens: 7 }, skipped: { missing: 1 } });
  });

  it('is after any changes what a new one would be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(CHANGE, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 }),
        async (rounds) => {
          const folder = makeFolder();
          const baseline = createBaseline(folder);
          await baseline.measure();
          for (const changes of rounds) {
            const changed = changes.flatMap((each) => applyChange(folder, each));
            expect(await baseline.measure(changed)).toEqual(await createBaseline(folder).measure());
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is after any changes that nobody named what a new one would be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(CHANGE, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 }),
        async (rounds) => {
          const folder = makeFolder();
          const baseline = createBaseline(folder);
          for (const [round, changes] of rounds.entries()) {
            // Folders that have not changed for long are not listed again.
            ageFolders(folder, round);
            await baseline.measure();
            for (const each of changes) applyChange(folder, each);
            expect(await baseline.measure()).toEqual(await createBaseline(folder).measure());
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('lists no folder again that has not changed', async () => {
    const folder = makeFolder({ 'sub/a.ts': 'a', 'sub/deep/b.ts': 'b' });
    const sub = join(folder, 'sub');
    const baseline = createBaseline(folder);
    ageFolders(folder, 0);
    expect(await measureTokens(baseline)).toBe(2);
    const { mtime } = lstatSync(sub);
    writeFileSync(join(sub, 'new.ts'), 'c');
    utimesSync(sub, mtime, mtime);
    // A lie about the time: only who does not list the folder can miss the new file.
    expect(await measureTokens(baseline)).toBe(2);
    utimesSync(sub, new Date(), new Date());
    expect(await measureTokens(baseline)).toBe(3);
  });

  it('reads no file again that is not named', async () => {
    const folder = makeFolder({ 'a.ts': 'a', 'sub/b.ts': 'b', 'sub/c.ts': 'c' });
    const baseline = createBaseline(folder);
    await baseline.measure();
    for (const each of ['a.ts', 'sub/b.ts', 'sub/c.ts']) writeFileSync(join(folder, each), ' a a a');
    expect(await measureTokens(baseline, [join(folder, 'sub/b.ts')])).toBe(5);
    expect(await measureTokens(baseline, [join(folder, 'sub')])).toBe(7);
    expect(await measureTokens(baseline, [])).toBe(7);
    expect(await measureTokens(baseline)).toBe(9);
  });

  it('sees that what a link leads to has changed', async () => {
    const folder = makeFolder({ 'a.ts': 'a', 'sub/b.ts': 'b' });
    symlinkSync(join(folder, 'a.ts'), join(folder, 'sub/link.ts'));
    const baseline = createBaseline(folder);
    expect(await measureTokens(baseline)).toBe(3);
    writeFileSync(join(folder, 'a.ts'), ' a a a');
    expect(await measureTokens(baseline, [join(folder, 'a.ts')])).toBe(7);
    rmSync(join(folder, 'a.ts'));
    expect(await baseline.measure([join(folder, 'a.ts')])).toMatchObject({
      files: 1,
      skipped: { missing: 1 },
    });
  });

  it('walks anew when an ignore file above it changes', async () => {
    const folder = makeFolder({ '.git/info/exclude': '', 'sub/a.ts': 'a', 'sub/b.log': 'b' });
    const baseline = createBaseline(join(folder, 'sub'));
    expect(await measureTokens(baseline)).toBe(2);
    writeFileSync(join(folder, '.gitignore'), '*.log');
    expect(await measureTokens(baseline, [join(folder, '.gitignore')])).toBe(1);
    writeFileSync(join(folder, '.git/info/exclude'), '*.ts');
    expect(await measureTokens(baseline, [join(folder, '.git/info/exclude')])).toBe(0);
    rmSync(join(folder, '.git'), { recursive: true });
    expect(await measureTokens(baseline, [join(folder, '.git')])).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)('takes a folder in when it can be read again', async () => {
    const folder = makeFolder({ 'sub/a.ts': 'a', 'sub/deep/b.ts': 'b' });
    const sub = join(folder, 'sub');
    chmodSync(sub, 0o000);
    const baseline = createBaseline(folder);
    expect(await baseline.measure()).toMatchObject({ files: 0, skipped: { unreadable: 1 } });
    chmodSync(sub, 0o700);
    expect(await measureTokens(baseline, [join(sub, 'a.ts')])).toBe(2);
  });

  it('takes what has not changed since the last session from the cache', async () => {
    const folder = makeFolder({ 'a.ts': 'let a;\n', 'b.ts': 'let b;\n' });
    const cacheFolder = makeFolder();
    const time = new Date(2020, 1, 1);
    utimesSync(join(folder, 'a.ts'), time, time);
    const first = new FileCounter({ ...options, cacheFolder });
    await new Baseline([folder], 'o200k_base', first).measure();
    await first.save();
    // Same size and time, other content: only a cache can give the old count.
    writeFileSync(join(folder, 'a.ts'), 'x'.repeat(7));
    utimesSync(join(folder, 'a.ts'), time, time);
    writeFileSync(join(folder, 'b.ts'), 'b');
    const second = new FileCounter({ ...options, cacheFolder });
    expect(await measureTokens(new Baseline([folder], 'o200k_base', second))).toBe(4);
  });

  it('can be cancelled and asked again', async () => {
    const names = [...Array(300).keys()].map((index) => `${index}.ts`);
    const folder = makeFolder(Object.fromEntries(names.map((name) => [name, ' a'])));
    const baseline = createBaseline(folder);
    const controller = new AbortController();
    const shares: number[] = [];
    const cancelled = baseline.measure(undefined, controller.signal, (share) => {
      shares.push(share);
      if (share > 0) controller.abort(new Error('enough'));
    });
    await expect(cancelled).rejects.toThrow('enough');
    expect(shares.at(-1)).toBeLessThan(1);
    expect(await measureTokens(baseline, [])).toBe(300);
  });

  it('keeps the newer of two answers that were asked for at once', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const baseline = createBaseline(folder);
    const older = baseline.measure();
    writeFileSync(join(folder, 'b.ts'), 'b');
    const newer = baseline.measure([join(folder, 'b.ts')]);
    expect((await newer).count.tokens).toBe(2);
    await older;
    expect(await measureTokens(baseline, [])).toBe(2);
  });
});

/** Answers with the paths that a watcher would name. */
function applyChange(folder: string, each: Change): string[] {
  const at = join(folder, each.path);
  const to = 'to' in each ? join(folder, each.to) : at;
  ignoreImpossible(() => {
    if (each.act === 'remove') return rmSync(at, { recursive: true });
    mkdirSync(dirname(each.act === 'move' ? to : at), { recursive: true });
    if (each.act === 'write') replaceFile(at, each.content);
    else if (each.act === 'move') renameSync(at, to);
    else symlinkSync(to, at);
  });
  // A watcher names what lies behind a link by where it really is.
  return [at, to, ...realPaths(at, to)];
}

/** As if nothing had come or gone for a year. */
function ageFolders(folder: string, round: number): void {
  const time = new Date(Date.UTC(2020, 1, 1, 0, 0, round));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) utimesSync(path, time, time);
  }
  utimesSync(folder, time, time);
}

/** Not what a link leads to. */
function replaceFile(path: string, content: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
  writeFileSync(path, content);
}

function realPaths(...paths: string[]): string[] {
  return paths.flatMap((path) => {
    const real: string[] = [];
    ignoreImpossible(() => real.push(join(realpathSync(dirname(path)), basename(path))));
    return real;
  });
}

/** A random path may want a folder where there is a file, or the other way round: then nothing happens. */
function ignoreImpossible(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!/EEXIST|EISDIR|ENOTDIR|ENOENT|ENOTEMPTY|EINVAL|ELOOP|EPERM/.test(String(error))) throw error;
  }
}
