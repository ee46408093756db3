import { splitWords } from '../facts/splitWords.ts';
import { folderOf, nameOf } from '../graph/pathTable.ts';
import { testedStem } from './testedStem.ts';

/** What a path alone says about a file. */
export type FilePlace = {
  folder: string;
  /** Its name without ending and marks of a test. */
  stem: string;
  isTest: boolean;
  nameWords: ReadonlySet<string>;
  /** Of the whole path. */
  words: ReadonlySet<string>;
};

export function placeFile(path: string): FilePlace {
  const folder = folderOf(path);
  return {
    folder,
    ...testedStem(path),
    nameWords: new Set(splitWords(nameOf(path).replace(/\.[^.]*$/, ''))),
    words: new Set(splitWords(path)),
  };
}
