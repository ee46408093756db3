import type { ScopeRequest } from '../../../src/core/context/scopeRequest.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';

/** A request for an empty scope, but for what is given. */
export function makeRequest(given: Partial<ScopeRequest>): ScopeRequest {
  return {
    scope: [],
    task: EMPTY_TASK,
    roots: [],
    encoding: 'o200k_base',
    format: 'markdown',
    unsaved: {},
    problems: {},
    outlines: {},
    mayRunGit: true,
    ...given,
  };
}
