import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../src/node/scope/labelOf.ts';

const at = (...names: string[]) => sep + join(...names);
const ONE = [{ path: at('work', 'app'), name: 'app' }];
const TWO = [...ONE, { path: at('work', 'app-two'), name: 'second' }];

describe('labelOf', () => {
  it('is relative to the folder, behind its name where there are several', () => {
    expect(labelOf(at('work', 'app', 'src', 'a.ts'), ONE)).toBe('src/a.ts');
    expect(labelOf(at('work', 'app', 'src', 'a.ts'), TWO)).toBe('app/src/a.ts');
    expect(labelOf(at('work', 'app-two', 'a.ts'), TWO)).toBe('second/a.ts');
  });

  it('of a folder itself is its name, and of anything else no more than a name', () => {
    expect(labelOf(at('work', 'app'), ONE)).toBe('app');
    expect(labelOf(at('work', 'app-two'), TWO)).toBe('second');
    expect(labelOf(at('home', 'somebody', 'a.ts'), TWO)).toBe('a.ts');
  });
});
