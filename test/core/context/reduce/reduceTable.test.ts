import { describe, expect, it } from 'vitest';
import { reduceText } from '../../../../src/core/context/reduce/reduceText.ts';

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');

describe('a table', () => {
  it('in CSV is its header, first rows, one row per further shape and the last row', () => {
    const csv = `id,name,paid\n${rows(1000, (id) => `${id},"Ann, ${id}",${id === 500 ? '' : 'true'}`)}`;
    expect(reduceText(csv)).toEqual({
      kind: 'table',
      format: 'CSV',
      text: `[CSV, 1,001 rows with the header, 3 columns]
id,name,paid
0,"Ann, 0",true
1,"Ann, 1",true
2,"Ann, 2",true
… 497 rows left out …
500,"Ann, 500",
… 498 rows left out …
999,"Ann, 999",true
`,
      notes: [{ cut: 'rows', count: 995 }],
    });
  });

  it('may be separated by semicolons or tabs, with line ends and doubled quotes in cells', () => {
    const csv = `a;b\r\n${rows(30, (id) => `${id};"x ""y""\n;z"\r`)}`;
    expect(reduceText(csv)).toMatchObject({
      kind: 'table',
      format: 'CSV',
      notes: [{ cut: 'rows', count: 26 }],
    });
    const tsv = `a\tb\tc\n${rows(30, (id) => `${id}\tx\ty`)}`;
    expect(reduceText(tsv)).toMatchObject({
      kind: 'table',
      format: 'TSV',
      notes: [{ cut: 'rows', count: 26 }],
    });
  });

  it('in Markdown keeps its rule', () => {
    const table = `| id   | name     |\n| :--- | -------: |\n${rows(100, (id) => `| ${id}    | Ann      |`)}`;
    expect(reduceText(table).text).toBe(`[Markdown table, 102 rows with the header, 4 columns]
| id | name |
| :--- | ---: |
| 0 | Ann |
| 1 | Ann |
| 2 | Ann |
… 96 rows left out …
| 99 | Ann |
`);
  });

  it('shortens long cells', () => {
    const csv = `a,b,c\n${rows(9, (id) => `${id},${'x'.repeat(300)},1`)}`;
    expect(reduceText(csv).text).toContain(`\n0,${'x'.repeat(60)}… (300 characters),1\n`);
  });
});

it.each([
  ['prose', rows(20, (id) => `Well, this is line ${id}. It has commas, and dots.`)],
  ['code', rows(20, (id) => `  const value${id} = call(a, b, ${id});`)],
  ['few rows', 'a,b\n1,2\n3,4\n'],
])('%s is no table', (_, text) => {
  expect(reduceText(text).kind).not.toBe('table');
});
