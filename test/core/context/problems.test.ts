import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, renderProblems } from '../../../src/core/context/problems.ts';

function problem(given: Partial<Problem> = {}): Problem {
  return { label: 'src/a.ts', line: 3, column: 7, severity: 'error', message: 'no such name', ...given };
}

describe('renderProblems', () => {
  it('writes problems as compilers do, worst first, then by file and place', () => {
    const problems = [
      problem({ severity: 'hint' }),
      problem({ severity: 'warning', source: 'eslint no-undef' }),
      problem({ label: 'src/b.ts' }),
      problem({ line: 12 }),
      problem({ column: 2, message: 'two lines:\r\nthe second' }),
    ];
    expect(renderProblems(problems)).toBe(
      [
        'src/a.ts:3:2: error: two lines:',
        '  the second',
        'src/a.ts:12:7: error: no such name',
        'src/b.ts:3:7: error: no such name',
        'src/a.ts:3:7: warning: no such name [eslint no-undef]',
        'src/a.ts:3:7: hint: no such name',
        '',
      ].join('\n'),
    );
    expect(renderProblems([])).toBe('');
  });

  it('has one line that is not indented for each, whatever is in its words', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', '\n', '\r', '\u2028', '\u2029', '"', '\u202e', ':'),
    });
    const any = fc.record({ label: words, message: words, source: words }).map(problem);
    fc.assert(
      fc.property(fc.array(any), (problems) => {
        const lines = renderProblems(problems)
          .split(/\r\n|[\r\n\u2028\u2029]/)
          .slice(0, -1);
        expect(lines.filter((line) => !line.startsWith('  '))).toHaveLength(problems.length);
      }),
    );
  });

  it('leaves the list it was given as it is', () => {
    const problems = [problem({ severity: 'hint' }), problem()];
    renderProblems(problems);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint', 'error']);
  });
});
