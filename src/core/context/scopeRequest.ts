import type { EncodingName } from '../tokens/encoding.ts';
import type { ScopeFormat } from './render/formats.ts';
import type { Scope } from './scope.ts';

/** A folder of the workspace; `path` is absolute. */
export type WorkspaceRoot = { path: string; name: string };

/** What a scope is measured from. */
export type ScopeRequest = {
  scope: Scope;
  roots: readonly WorkspaceRoot[];
  encoding: EncodingName;
  format: ScopeFormat;
  /** Text of documents with unsaved changes by path; it goes before what is on disk. */
  unsaved: Readonly<Record<string, string>>;
};
