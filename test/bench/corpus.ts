import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');
const CLASS_BYTES = 600_000;

/** The classes that the goals are about, each a list of whole files. */
export const CODE_CLASSES = ['JavaScript', 'declarations', 'Python', 'Markdown', 'JSON', 'minified'] as const;
export const OTHER_CLASSES = ['Chinese', 'Russian', 'emoji', 'base64', 'hex'] as const;
export type CorpusClass = (typeof CODE_CLASSES)[number] | (typeof OTHER_CLASSES)[number];

/** Each file is a string of its own, in one byte per unit where it can be, as whoever reads files gets it. */
export function readCorpus(): Record<CorpusClass, string[]> {
  const bytes = readFileSync(join(NODE_MODULES, 'tiktoken/tiktoken_bg.wasm')).subarray(-300_000);
  return {
    JavaScript: take(['@microsoft/fast-foundation', 'mocha', 'vitest', 'typescript'], /(?<!\.min)\.js$/),
    declarations: take(['@types/node', 'typescript', 'undici-types'], /\.d\.ts$/),
    Python: take([pythonFolder()], /\.py$/),
    Markdown: take(
      ['@azure', '@microsoft', 'fast-check', 'vite', 'valibot', 'ora', 'glob', 'marked', 'ws', 'qs'],
      /\.md$/,
    ),
    JSON: take(
      ['@azure', '@microsoft', '@secretlint', '@vscode', 'playwright-core', 'entities', 'lit'],
      /\.json$/,
    ),
    minified: take(
      ['axe-core', 'pako', 'jszip', 'glob', 'js-yaml', '@vscode/webview-ui-toolkit'],
      /\.min\.js$/,
    ),
    Chinese: take(['@biomejs/biome', 'axe-core/locales'], /(zh[-_](CN|TW)|ja)\.(md|json)$/),
    Russian: take(['@biomejs/biome', 'axe-core/locales'], /ru\.(md|json)$/),
    emoji: [emojiText(60_000)],
    base64: [bytes.toString('base64')],
    hex: [bytes.toString('hex')],
  };
}

/** So many files of the installed packages, spread evenly over all of them, by path: 5,000 are about 50 MB. */
export function listTextFiles(count: number): string[] {
  const files = listFiles(NODE_MODULES, /\.(js|mjs|cjs|ts|mts|cts|json|md|css|html|txt|yml)$/).filter(
    (file) => {
      const { size } = statSync(file);
      return size >= 200 && size < 1_000_000;
    },
  );
  const step = Math.max(files.length / count, 1);
  return Array.from({ length: Math.min(count, files.length) }, (_, i) => files[Math.floor(i * step)]!);
}

export function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function take(folders: readonly string[], name: RegExp): string[] {
  const texts: string[] = [];
  let size = 0;
  for (const folder of folders) {
    const path = join(NODE_MODULES, folder);
    for (const file of existsSync(path) ? listFiles(path, name) : listFiles(folder, name)) {
      const text = readFileSync(file, 'utf8');
      if (size + text.length > CLASS_BYTES * 1.2) continue;
      texts.push(text);
      size += text.length;
      if (size >= CLASS_BYTES) return texts;
    }
  }
  if (size === 0) throw new Error(`No file like ${name.source} in ${folders.join(', ')}.`);
  return texts;
}

function listFiles(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** npm brings Python along: node-gyp's project generator. */
function pythonFolder(): string {
  const { npm_execpath: npm } = process.env;
  if (npm === undefined) throw new Error('Run the bench through npm: `npm run bench -- count`.');
  return join(dirname(npm), '../node_modules/node-gyp/gyp/pylib');
}

function emojiText(words: number): string {
  const parts = [
    'so',
    'happy',
    'today',
    '😀',
    '🎉🎉',
    '👨‍👩‍👧',
    '🇩🇪',
    '❤️',
    '👍🏽',
    '🦄',
    'yes!',
    '🤷‍♀️',
    '✨',
    'lol',
    '🚀',
  ];
  let seed = 1;
  return Array.from({ length: words }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return parts[Math.floor((seed / 2 ** 32) * parts.length)]!;
  }).join(' ');
}
