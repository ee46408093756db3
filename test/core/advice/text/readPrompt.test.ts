import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../../src/core/advice/text/readPrompt.ts';

/** What is left to say in its own words. */
const proseOf = (text: string) => readPrompt(text).prose.replace(/§+/g, '').trim();

describe('the prose of a prompt', () => {
  it.each([
    'at load (src/load.ts:12:5)',
    '    at async Promise.all (index.ts:3:1)',
    '    at new Store (store.js:1:2)',
    'at file:///w/a.mjs:4:9',
    '\tat java.base/java.lang.Thread.run(Thread.java:833)',
    '   at Shop.Cart.Add(Item item) in C:\\shop\\Cart.cs:line 12',
    '    at div',
    'TypeError: total is not a number',
  ])('is without a line of a trace: %j', (line) => {
    expect(proseOf(`Why?\n${line}`)).toBe('Why?');
  });

  it.each([
    'at the top of the report, find a way to show the address',
    'at night the import is slow (see the log)',
  ])('keeps a sentence that begins like one: %j', (text) => {
    expect(proseOf(text)).toBe(text);
  });
});
