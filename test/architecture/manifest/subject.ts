import type { SourceTree } from '../checkArchitecture.ts';
import type { Lock, Manifest } from './manifest.ts';

/** The ids that the code knows, name by name. */
export type CodeTables = {
  commands: Readonly<Record<string, string>>;
  views: Readonly<Record<string, string>>;
  contextKeys: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, { key: string; default: unknown }>>;
  modelIds: readonly string[];
};

/** By language, the texts for the `%key%` of a manifest. */
export type ManifestStrings = Readonly<Record<string, Readonly<Record<string, string>>>> & {
  readonly en: Readonly<Record<string, string>>;
};

/** Everything that the manifest is held against. */
export type ManifestSubject = {
  /** With the texts of package.nls.json in it. */
  manifest: Manifest;
  /** package.json as it is written. */
  written: unknown;
  lock: Lock;
  /** The texts of package.nls.json as `en`, those of package.nls.de.json as `de`. */
  strings: ManifestStrings;
  tables: CodeTables;
  sources: SourceTree;
  /** Files that are committed or about to be, relative to the repository. */
  files: ReadonlySet<string>;
};

/** A check names each fault in one line. */
export type ManifestCheck = (subject: ManifestSubject) => string[];

/** One line for each that `wanted` lacks and for each it has too much, both seen from package.json. */
export function compareIds(what: string, contributed: readonly string[], known: readonly string[]): string[] {
  return [
    ...contributed
      .filter((id) => !known.includes(id))
      .map((id) => `${what} ${id}: contributed, not in the code`),
    ...known
      .filter((id) => !contributed.includes(id))
      .map((id) => `${what} ${id}: in the code, not contributed`),
    ...findRepeated(contributed).map((id) => `${what} ${id}: contributed twice`),
  ];
}

export function findRepeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
