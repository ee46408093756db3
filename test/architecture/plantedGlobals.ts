/**
 * What only the compiler can catch: for each project, globals and types of another runtime, and projects it has no
 * reference to. Each becomes a file of its own, and each must fail.
 */
export const PLANTED_GLOBALS: Readonly<Record<string, readonly string[]>> = {
  'src/core': [
    'export const title = document.title;',
    'export const home = process.env;',
    'export const timer = setTimeout(() => undefined, 1);',
    "console.log('x');",
    "export const buffer = Buffer.from('x');",
    "export const page = await fetch('x');",
    'export const moment = performance.now();',
    "export { join } from 'node:path';",
    "export * from '../protocol/plantedTarget.ts';",
    "export type * from '../node/plantedTarget.ts';",
  ],
  'src/protocol': [
    'export const home = process.env;',
    'export const title = document.title;',
    'export const timer = setTimeout(() => undefined, 1);',
    "export type { Stats } from 'node:fs';",
    "export * from '../node/plantedTarget.ts';",
  ],
  'src/node': [
    'export const title = document.title;',
    'export const place = window.location;',
    'export const element: HTMLElement | undefined = undefined;',
    "export * from '../protocol/plantedTarget.ts';",
    "export type * from '../host/plantedTarget.ts';",
  ],
  'src/cli': [
    'export const title = document.title;',
    "export * from '../host/plantedTarget.ts';",
    "export * from '../protocol/plantedTarget.ts';",
  ],
  'src/host': [
    'export const title = document.title;',
    'export const place = window.location;',
    "export * from '../cli/plantedTarget.ts';",
    "export * from '../../webview/plantedTarget.ts';",
  ],
  webview: [
    'export const home = process.env;',
    "export const buffer = Buffer.from('x');",
    "export { join } from 'node:path';",
    "export * from '../src/node/plantedTarget.ts';",
    "export * from '../src/host/plantedTarget.ts';",
  ],
};
