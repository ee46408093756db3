import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Everything that may be in the package; anything else is a leak or dead weight. */
const ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^package\.nls(\.[a-z-]+)?\.json$/,
  /^l10n\/bundle\.l10n\.[a-z-]+\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^(LICENSE|NOTICE)$/,
  /^dist\/[a-z]\w*\.(cjs|js|vocab)$/,
  /^dist\/cli\/[a-z]+-[A-Z0-9]+\.js$/,
  /^dist\/tree-sitter[a-z-]*\.wasm$/,
  /^media\/([a-z][\w-]*\/)*[a-z][\w-]*\.(svg|png|css|md)$/i,
];

/** Files that lie about in working copies and have been seen in other people's packages. */
const PLANTED: readonly string[] = [
  '.env',
  '.env.local',
  '.npmrc',
  '.git/config',
  '.github/workflows/ci.yml',
  '.vscode/settings.json',
  '.cache/types/core/a.d.ts',
  'dist/extension.cjs.map',
  'dist/webview.js.map',
  'dist/meta.json',
  'dist/.env',
  'dist/old/extension.cjs',
  'media/.env',
  'media/.DS_Store',
  'media/dashboard.css.map',
  'media/notes.txt',
  'media/key.pem',
  'media/source.ts',
  'l10n/notes.txt',
  'l10n/old/bundle.l10n.de.json',
  'node_modules/left-pad/index.js',
  'node_modules/.cache/x.json',
  'package-lock.json',
  'tsconfig.json',
  'CONTRIBUTING.md',
  'secrets.json',
  'src/extension.ts',
  'test/package.test.ts',
  'test/fixtures/sample/README.md',
  'token-meter-0.1.0.vsix',
  'webview/main.ts',
];

describe('the package as it would be built here', () => {
  it('holds only files of the list', { timeout: 60_000 }, async () => {
    const files = await listFiles({ cwd: ROOT });
    expect(files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']));
    expect(readdirSync(join(ROOT, 'media')).length).toBeGreaterThan(0);
  });

  it('carries no source map and no path of the machine it was built on', () => {
    const options = { recursive: true, withFileTypes: true } as const;
    const entries = existsSync(join(ROOT, 'dist')) ? readdirSync(join(ROOT, 'dist'), options) : [];
    const built = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const telling = built.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return text.includes('sourceMappingURL=') || text.includes(ROOT);
    });
    expect(telling).toEqual([]);
  });
});

describe('the package of a littered folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-meter-package-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what is wanted and none of the litter', async () => {
    const wanted = copyWanted(folder);
    for (const path of PLANTED) writeInto(folder, path);
    const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
    expect([...files].sort()).toEqual(wanted);
  });
});

/** Copies what the package is made of, with stand-ins for what a build or a later commit adds. */
function copyWanted(folder: string): string[] {
  for (const name of ['package.json', '.vscodeignore']) cpSync(join(ROOT, name), join(folder, name));
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const bundles = [...manifest.matchAll(/--outfile=(dist\/[\w.]+)/g)].map(([, path = '']) => path);
  const built = [
    ...bundles,
    'dist/cli.js',
    'dist/cli/usage-3VKX7ABC.js',
    'dist/o200k.vocab',
    'dist/tree-sitter-go.wasm',
  ];
  const texts = ['README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];
  const languages = ['package.nls.json', 'package.nls.de.json', 'l10n/bundle.l10n.de.json'];
  const media = [
    'media/activityBar.svg',
    'media/dashboard.css',
    'media/walkthrough/count.png',
    'media/icon.png',
  ];
  for (const path of [...built, ...texts, ...languages, ...media]) writeInto(folder, path);
  expect(bundles).toContain('dist/extension.cjs');
  return ['package.json', ...built, ...texts, ...languages, ...media].sort();
}

function writeInto(folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '# planted\n');
}
