import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reduceJson } from '../../../../src/core/context/reduce/json/reduceJson.ts';
import { reduceText } from '../../../../src/core/context/reduce/reduceText.ts';

it('shows one element of each shape, with the lengths', () => {
  const carts = Array.from({ length: 1234 }, (_, id) => ({
    id,
    tags: ['a', 'b', 'c', 'd', 'e'],
    note: id % 2 ? null : 'x',
  }));
  expect(reduceJson(JSON.stringify({ total: 1234, carts }))).toEqual({
    kind: 'json',
    format: 'JSON',
    text: `{
 "total": 1234,
 "carts": [
  /* 1,234 elements */
  {
   "id": 0,
   "tags": [
    /* 5 elements */
    "a",
    "b",
    "c" /* 2 more of this shape */
   ],
   "note": "x"
  }, /* 616 more of this shape */
  {
   "id": 1,
   "tags": [
    /* 5 elements */
    "a",
    "b",
    "c" /* 2 more of this shape */
   ],
   "note": null
  } /* 616 more of this shape */
 ]
}
`,
    notes: [{ cut: 'elements', count: 1236 }],
  });
});

it('keeps numbers as they are written, keys of any name and keys given twice', () => {
  const text =
    '{"id": 90071992547409931234567890, "x": 1.10, "y": 1e400, "__proto__": {"a": 1}, "x": -0, "constructor": 1}';
  expect(reduceJson(text)?.text).toBe(
    '{\n "id": 90071992547409931234567890,\n "x": 1.10,\n "y": 1e400,\n "__proto__": {"a": 1},\n "x": -0,\n "constructor": 1\n}\n',
  );
  expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
});

it('cuts long strings, not inside an escape or a character, and those about errors much later', () => {
  const text = JSON.stringify({ body: `${'x'.repeat(78)}😀${'y'.repeat(200)}`, error: 'z'.repeat(500) });
  expect(reduceJson(text)?.text).toBe(
    `{\n "body": "${'x'.repeat(78)}…" /* 280 characters */,\n "error": "${'z'.repeat(500)}"\n}\n`,
  );
  const escaped = `["${'x'.repeat(77)}\\u00e9${'y'.repeat(200)}"]`;
  expect(reduceJson(escaped)?.text).toBe(`[\n "${'x'.repeat(77)}…" /* 283 characters */\n]\n`);
});

it('reads lines of JSON', () => {
  const lines = Array.from({ length: 50 }, (_, id) => JSON.stringify({ id, ok: true })).join('\n');
  expect(reduceJson(lines)).toEqual({
    kind: 'json',
    format: 'JSON lines',
    text: '/* 50 lines */\n{"id": 0, "ok": true} /* 49 more of this shape */\n',
    notes: [{ cut: 'elements', count: 49 }],
  });
});

it('shows the keys of an object used as a map once for each shape of value', () => {
  const map = Object.fromEntries(Array.from({ length: 500 }, (_, id) => [`k${id}`, { id }]));
  expect(reduceJson(JSON.stringify(map))?.notes).toEqual([{ cut: 'keys', count: 476 }]);
});

it('keeps the elements of a list of errors', () => {
  const errors = Array.from({ length: 20 }, (_, id) => ({ message: `error ${id}` }));
  const text = reduceJson(JSON.stringify({ errors }))?.text ?? '';
  expect(errors.filter(({ message }) => !text.includes(`"${message}"`))).toEqual([]);
});

it('reads 100,000 levels', () => {
  const deep = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
  const reduced = reduceJson(deep);
  expect(reduced?.notes).toEqual([{ cut: 'levels', count: 1 }]);
  expect(reduced?.text.length).toBeLessThan(2_000);
});

it.each([
  '',
  '{',
  '[1,',
  '[1,]',
  '{"a"}',
  '{"a":1,}',
  '{a:1}',
  '[1 2]',
  '{"a":1]',
  '["a\nb"]',
  '["a]',
  '[1]x',
  '[01]',
  '[+1]',
  '{"a":,}',
  ']',
  '[,1]',
  '{,}',
])('does not take %j for JSON', (text) => {
  expect(reduceJson(text)).toBeUndefined();
  expect(reduceText(text, { kind: 'json' })).toEqual({ kind: 'other', text, notes: [] });
});

it('takes all that JSON.parse takes, and of one value nothing else', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(reduceJson(text)).toBeDefined();
    }),
  );
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', ':', '}', ']', '[', '\\', '1'))
    .map(
      ([text, at, insert]) =>
        text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(almost, (text) => {
      if (isJson(text)) expect(reduceJson(text)).toBeDefined();
      // Escapes and control characters in strings are not looked at.
      else if (!TOLERATED.test(text) && reduceJson(text) !== undefined)
        expect(reduceJson(text)?.format).toBe('JSON lines');
    }),
    { numRuns: 2_000 },
  );
});

it('gives small JSON back as it means', () => {
  const small = fc.json({ maxDepth: 2, stringUnit: 'binary' }).filter((text) => !/[[{].*[[{]|,/s.test(text));
  fc.assert(
    fc.property(small, (text) => {
      expect(JSON.parse(reduceJson(text)?.text ?? '')).toEqual(JSON.parse(text));
    }),
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
const TOLERATED = /[\\\u0000-\u001f]/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
