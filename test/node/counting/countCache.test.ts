import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CountCache } from '../../../src/node/counting/countCache.ts';
import { makeFolder } from '../temporaryFolder.ts';

const counted = (tokens: number) => ({
  count: { tokens, mix: { prose: 0.25, code: 0.75, nonLatin: 0 } },
  sizeBytes: 10,
  mtimeMs: 1234.5,
});

async function open(file: string): Promise<CountCache> {
  const cache = new CountCache(file);
  await cache.load();
  return cache;
}

async function fill(file: string, entries: Record<string, number>): Promise<void> {
  const cache = new CountCache(file);
  await cache.load();
  for (const [path, tokens] of Object.entries(entries)) cache.add(path, counted(tokens));
  await cache.save();
}

describe('CountCache', () => {
  it('gives back what was counted, as long as size and time are the same', async () => {
    const file = join(makeFolder(), 'deep', 'a.counts');
    await fill(file, { '/a "b"\n.ts': 7 });
    const cache = await open(file);
    expect(cache.find('/a "b"\n.ts', 10, 1234.5)).toEqual(counted(7));
    expect(cache.find('/a "b"\n.ts', 11, 1234.5)).toBeUndefined();
    expect(cache.find('/a "b"\n.ts', 10, 1234.6)).toBeUndefined();
    expect(cache.find('/b', 10, 1234.5)).toBeUndefined();
  });

  it('keeps what several windows add, one after the other', async () => {
    const file = join(makeFolder(), 'a.counts');
    const [first, second] = [new CountCache(file), new CountCache(file)];
    first.add('/one', counted(1));
    second.add('/two', counted(2));
    await first.save();
    await second.save();
    const cache = await open(file);
    expect(cache.find('/one', 10, 1234.5)?.count.tokens).toBe(1);
    expect(cache.find('/two', 10, 1234.5)?.count.tokens).toBe(2);
  });

  it('is whole after many windows have written at the same time', async () => {
    const file = join(makeFolder(), 'a.counts');
    await Promise.all([...Array(20).keys()].map((each) => fill(file, { [`/${each}`]: each })));
    const cache = await open(file);
    const found = [...Array(20).keys()].map((each) => cache.find(`/${each}`, 10, 1234.5));
    expect(found.filter((entry) => entry !== undefined).length).toBeGreaterThan(0);
    for (const [each, entry] of found.entries())
      if (entry !== undefined) expect(entry.count.tokens).toBe(each);
  });

  it('is dropped and built again when it is broken, at whatever byte', async () => {
    const file = join(makeFolder(), 'a.counts');
    await fill(file, { '/a': 7 });
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 1;
      writeFileSync(file, broken);
      expect((await open(file)).find('/a', 10, 1234.5)).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect((await open(file)).find('/a', 10, 1234.5)).toBeUndefined();
    }
    await fill(file, { '/b': 8 });
    expect((await open(file)).find('/b', 10, 1234.5)?.count.tokens).toBe(8);
  });
});
