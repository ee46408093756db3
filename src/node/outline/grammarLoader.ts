import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import treeSitter, { type Language } from '@vscode/tree-sitter-wasm';
import type { GrammarName } from '../../core/context/outline/languages.ts';

/** Gives the grammar of a language. It is read on first use and kept for as long as the loader lives. */
export type GrammarLoader = (name: GrammarName) => Promise<Language>;

/** `folder` holds tree-sitter's wasm files, beside the bundles. Rejects when one is missing or damaged. */
export function createGrammarLoader(folder: string): GrammarLoader {
  const grammars = new Map<GrammarName, Promise<Language>>();
  return (name) => {
    const known = grammars.get(name);
    if (known !== undefined) return known;
    const loading = loadGrammar(folder, name);
    grammars.set(name, loading);
    loading.catch(() => grammars.delete(name));
    return loading;
  };
}

async function loadGrammar(folder: string, name: GrammarName): Promise<Language> {
  await startParser(folder);
  return treeSitter.Language.load(await readFile(join(folder, `tree-sitter-${name}.wasm`)));
}

/** 512 MB, in pages of 64 KB: code of two million units takes a quarter of it, a hostile text would take all there is. */
const MEMORY_PAGES = { initial: 512, maximum: 8_192 } as const;

/** It is in every runtime, but not in Node's types. */
declare const WebAssembly: { Memory: new (pages: { initial: number; maximum: number }) => object };

/** Tree-sitter itself lives once in a thread: starting it again would make its grammars useless. */
let started: Promise<void> | undefined;

function startParser(folder: string): Promise<void> {
  started ??= treeSitter.Parser.init(moduleOptions(folder));
  started.catch(() => {
    started = undefined;
  });
  return started;
}

function moduleOptions(folder: string) {
  const wasmMemory = new WebAssembly.Memory(MEMORY_PAGES);
  // Else it would write to standard error before it throws.
  const printErr = () => undefined;
  return { locateFile: (name: string) => join(folder, name), wasmMemory, printErr };
}
