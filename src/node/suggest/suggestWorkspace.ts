import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';

/** What a suggestion is about, and how its tokens are counted. */
export type SuggestWorkspace = {
  roots: readonly WorkspaceRoot[];
  encoding: EncodingName;
  /** The history of a repository is read only where the user trusts it. */
  mayRunGit: boolean;
};
