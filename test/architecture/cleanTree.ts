/**
 * A small tree that keeps every rule while coming close to breaking it: the allowed forms, and words in comments and
 * strings that a search over the text would mistake for offences.
 */
export const CLEAN_TREE: Readonly<Record<string, string>> = {
  'src/core/format.ts': `
    // innerHTML, eval(), fetch(), new Date(), process.env and require('vscode') in a comment are no offence.
    export const formatDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    export const round = (value: number): number => Math.round(value);
    export const say = 'please fetch the process id with Date.now() and Math.random()';`,
  'src/core/tokens/tokenCount.ts': `
    export type TokenCount = { tokens: number; process: string; fetch(): void; Date: Date };
    export const isDate = (value: unknown): value is Date => value instanceof Date;
    export const step = (stages: { process(text: string): string }): string => stages.process('fetch');`,
  'src/core/tokens/vocabularySource.ts': `
    import { Tiktoken } from 'js-tiktoken/lite';
    import type { TokenCount } from './tokenCount.ts';
    export const load = async (): Promise<unknown> => import('js-tiktoken/ranks/o200k_base');
    export const count = (text: string): TokenCount['tokens'] => text.length + Number(Tiktoken.length);`,
  'src/core/tokens/countTokens.ts': `
    import { count } from './vocabularySource.ts';
    import type { Counter } from './counterType.ts';
    export const countTokens: Counter = (text) => count(text);`,
  'src/core/tokens/counterType.ts': 'export type Counter = (text: string) => number;',
  'src/core/context/gates/applyGates.ts': `
    export type GatedText = { text: string };
    export const applyGates = (text: string): GatedText => ({ text });`,
  'src/node/gates/gateText.ts': `
    import { rules } from '@secretlint/secretlint-rule-preset-recommend';
    import { applyGates, type GatedText } from '../../core/context/gates/applyGates.ts';
    export const gateText = (text: string): GatedText => applyGates(text + String(rules.length));`,
  'src/core/usage/parseLine.ts': `
    import * as v from 'valibot';
    export const line = v.object({ constructor: v.string() });`,
  'src/protocol/messages.ts': `
    import * as v from 'valibot';
    import type { TokenCount } from '../core/tokens/tokenCount.ts';
    export type { Counter } from '../core/tokens/counterType.ts';
    export const message = v.object({ tokens: v.number() });
    export type Message = { count: TokenCount };`,
  'test/bench/main.ts': 'const built = String(Math.PI);\nexport const subject = import(built);',
  'src/node/countingWorker.ts': `
    import { parentPort } from 'node:worker_threads';
    import { countTokens } from '../core/tokens/countTokens.ts';
    parentPort?.on('message', (text: string) => parentPort?.postMessage(countTokens(text)));`,
  'src/node/startWorker.ts': `
    import { readFile } from 'node:fs/promises';
    import { Worker } from 'node:worker_threads';
    import createIgnore from 'ignore';
    export const start = (): Worker => new Worker(new URL('./countingWorker.ts', import.meta.url));
    export const now = (): number => Date.now() + process.pid + createIgnore.length + readFile.length;`,
  'src/node/outline/parse.ts': `
    import treeSitter from '@vscode/tree-sitter-wasm';
    export const parser = new treeSitter.Parser();`,
  'src/node/ledger.ts': `
    import type { DatabaseSync } from 'node:sqlite';
    export const open = async (path: string): Promise<DatabaseSync> => new (await import('node:sqlite')).DatabaseSync(path);`,
  'src/host/commandIds.ts': "export const COMMANDS = { copyScope: 'tokenMeter.copyScope' } as const;",
  'src/host/settingKeys.ts': "export const SETTINGS = { model: { key: 'tokenMeter.model' } } as const;",
  'src/host/config.ts': `
    import { workspace } from 'vscode';
    import { SETTINGS } from './settingKeys.ts';
    export const readModel = (): unknown => workspace.getConfiguration().get(SETTINGS.model.key);`,
  'src/host/handOut.ts': `
    import { env } from 'vscode';
    export const handOut = async (text: string): Promise<void> => env.clipboard.writeText(text);`,
  'src/host/statusBar.ts': `
    import { env, MarkdownString, window } from 'vscode';
    import { round } from '../core/format.ts';
    import type { Message } from '../protocol/messages.ts';
    import type { GatedText } from '../core/context/gates/applyGates.ts';
    import { start } from '../node/startWorker.ts';
    import { handOut } from './handOut.ts';
    export const readText = async (): Promise<string> => env.clipboard.readText();
    export type Shown = GatedText['text'];
    export const page = { enableScripts: true, enableCommandUris: false };
    export function show(message: Message): void {
      const tooltip = new MarkdownString('innerText');
      tooltip.isTrusted = { enabledCommands: ['tokenMeter.copyScope'] };
      setTimeout(() => void handOut(String(round(message.count.tokens))), 10);
      window.setStatusBarMessage(String(start()), 5);
    }`,
  'src/cli/main.ts': `
    import { argv } from 'node:process';
    import { countTokens } from '../core/tokens/countTokens.ts';
    import { now } from '../node/startWorker.ts';
    console.log(countTokens(argv.join(' ')), now());`,
  'src/extension.ts': `
    import type { ExtensionContext } from 'vscode';
    import { show } from './host/statusBar.ts';
    export const activate = (context: ExtensionContext): void => void [context, show];`,
  'webview/uiKit.ts':
    "import { allComponents } from '@vscode/webview-ui-toolkit';\nexport const kit = allComponents;",
  'webview/main.ts': `
    import { html, render } from 'lit';
    import { formatDay } from '../src/core/format.ts';
    import { message } from '../src/protocol/messages.ts';
    import { kit } from './uiKit.ts';
    declare function acquireVsCodeApi(): { postMessage(value: unknown): void };
    render(html\`<p title="\${formatDay(0)}">\${String(kit)}</p>\`, document.body);
    acquireVsCodeApi().postMessage(message);`,
  'test/core/format.test.ts': `
    import { expect, it } from 'vitest';
    import { round } from '../../src/core/format.ts';
    it('rounds', () => expect(round(1.4)).toBe(1));`,
  'test/manifest.test.ts':
    "import { COMMANDS } from '../src/host/commandIds.ts';\nexport const ids = COMMANDS;",
  'test/host/suite.ts':
    "import { window } from 'vscode';\nimport '../../src/host/statusBar.ts';\nvoid window;",
};
