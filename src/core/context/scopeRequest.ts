import type { EncodingName } from '../tokens/encoding.ts';
import type { ScopeFormat } from './render/formats.ts';
import type { Scope } from './scope.ts';
import type { Task } from './task.ts';

/** A folder of the workspace; `path` is absolute. */
export type WorkspaceRoot = { path: string; name: string };

/** What a scope is measured from. */
export type ScopeRequest = {
  scope: Scope;
  task: Task;
  roots: readonly WorkspaceRoot[];
  encoding: EncodingName;
  format: ScopeFormat;
  /** Text of documents with unsaved changes by path; it goes before what is on disk. */
  unsaved: Readonly<Record<string, string>>;
  /** What only the editor knows, by the id of the item: its problems as text. */
  problems: Readonly<Record<string, string>>;
  /** Outlines by the path of the file, where the editor has symbols and we have no grammar. */
  outlines: Readonly<Record<string, string>>;
  /** Git runs programs that a repository's settings name: only where the user trusts the workspace. */
  mayRunGit: boolean;
};
