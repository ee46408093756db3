import { describe, expect, it } from 'vitest';
import {
  fileItem,
  folderItem,
  linesItem,
  problemsItem,
  textItem,
} from '../../../src/core/context/scopeItem.ts';
import { withoutDocuments } from '../../../src/core/context/withoutDocuments.ts';

const FOLDER = folderItem('/project');
const FILE = fileItem('/project/a.ts');
const LINES = linesItem('/project/a.ts', { startLine: 1, endLine: 2 });
const OTHER = fileItem('/project/b.ts');
const NOTE = textItem('note', 'x');
const PROBLEMS = problemsItem('/project');

describe('withoutDocuments', () => {
  it('leaves a file out of whatever it could come from', () => {
    const scope = [FOLDER, FILE, LINES, OTHER, NOTE];
    expect(withoutDocuments(scope, [{ itemId: FILE.id, path: FILE.path }])).toEqual([
      { ...FOLDER, excluded: [FILE.path] },
      { ...FILE, checked: false },
      { ...LINES, checked: false },
      OTHER,
      NOTE,
    ]);
  });

  it('leaves out what is no file by its item', () => {
    const left = [
      { itemId: NOTE.id, path: '' },
      { itemId: PROBLEMS.id, path: '' },
    ];
    expect(withoutDocuments([NOTE, OTHER, PROBLEMS], left)).toEqual([
      { ...NOTE, checked: false },
      OTHER,
      { ...PROBLEMS, checked: false },
    ]);
  });

  it('changes nothing for nothing', () => {
    expect(withoutDocuments([FOLDER, NOTE], [])).toEqual([FOLDER, NOTE]);
  });
});
