import { expect, it } from 'vitest';
import { readTextSetting } from '../../../../src/core/usage/sources/readTextSetting.ts';

it.each([
  ['{ "editor.tabSize": 2, "roo.path": "/data/roo" }', '/data/roo'],
  ['{\n  // where tasks go\n  "roo.path": "D:\\\\roo \\"x\\"",\n}', 'D:\\roo "x"'],
  ['{\n  // "roo.path": "/old",\n}', undefined],
  ['{\n  "roo.path": "/first",\n  "roo.path": "/last"\n}', '/last'],
  ['{ "rooXpath": "/no", "my.roo.path": "/no" }', undefined],
  ['{ "roo.path": "" }', undefined],
  ['{ "roo.path": null }', undefined],
  ['{ "roo.path": "\\x" }', undefined],
  ['', undefined],
])('the setting in %j is %s', (settings, path) => {
  expect(readTextSetting(settings, 'roo.path')).toBe(path);
});
