import { nameOf } from '../graph/pathTable.ts';

/**
 * The name of a file without its ending and without what marks a test, lower-cased: `foo.test.ts`, `test_foo.py`, `foo_test.go`, `FooTest.java`
 * and `foo.ts` have the same. Files in folders of tests are tests as well.
 */
export function testedStem(path: string): { stem: string; isTest: boolean } {
  const name = nameOf(path).replace(/(?<=.)\..*$/, '');
  const marks = nameOf(path).slice(name.length);
  const bare = name.replace(
    /^(?:test|spec)[_-]|[_-](?:tests?|spec|unittest)$|(?<=[a-z0-9])(?:Tests?|Spec|IT|TestCase|Benchmark)$/,
    '',
  );
  const isTest = bare !== name || /\.(?:test|spec|cy|e2e)\./.test(`${marks}.`) || TEST_FOLDER.test(path);
  return { stem: bare.toLowerCase(), isTest };
}

const TEST_FOLDER = /(?:^|\/)(?:tests?|specs?|__tests__|testing|testdata|[\w.]+[._-]tests?)\//i;
