import { classifyFile } from '../../reduce/classifyFile.ts';
import { countIdentifiers } from './countIdentifiers.ts';
import { type Language, languageOf } from './languageOf.ts';
import { readDeclarations } from './readDeclarations.ts';
import { readImports } from './readImports.ts';
import { readProvisions } from './readProvisions.ts';

/** What the ranking knows of a file. All of it is read from the text alone, so that one file can be read anew by itself. */
export type FileFacts = {
  /** Identifiers with the number of times they occur, at most `MAX_IDENTIFIERS`. */
  identifiers: Map<string, number>;
  /** Names that the file declares, or the headings and keys that it consists of, in order and at most `MAX_NAMES`. */
  names: string[];
  /** What it imports, as written: `./a`, `pkg.module`, `crate::a::B`. */
  imports: string[];
  /** What it says about how others are named: a package's name, a module path, a namespace, an alias. */
  provides: string[];
  /** Lock, vendored, minified and generated files: they are ranked, but only named in an outline. */
  isBulk: boolean;
};

/** Longer texts are read up to here: the rest of a file of 10 MB says no more about what it is for. */
const MAX_UNITS = 200_000;
const MAX_IDENTIFIERS = 2_000;
const MAX_NAMES = 120;

/** `path` is relative, with `/`. Broken syntax, data and prose give what can be found in them. */
export function readFileFacts(path: string, text: string): FileFacts {
  const bulk = classifyFile(path, text);
  const isBulk = bulk !== undefined;
  const read = text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text;
  const language = languageOf(path);
  return {
    identifiers: countIdentifiers(isBulk ? read.slice(0, MAX_UNITS / 10) : read, MAX_IDENTIFIERS),
    names: [...(bulk === undefined ? [] : [bulk.reason]), ...readNames(language, read)],
    imports: language === undefined || isBulk ? [] : readImports(language, read),
    provides: readProvisions(path, language, read),
    isBulk,
  };
}

/** A text that declares nothing is known by its first line. */
function readNames(language: Language | undefined, text: string): string[] {
  const names = language === undefined ? [] : readDeclarations(language, text, MAX_NAMES);
  if (names.length > 0) return names;
  const line = /\S[^\n]{0,80}/.exec(text)?.[0].trim();
  return line === undefined ? [] : [line];
}
