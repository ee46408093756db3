import type { LogSkip } from '../../core/usage/sources/logSource.ts';

/** Reading a log needs something that this Node does not have. */
export class MissingInNode extends Error {
  readonly skip: LogSkip;

  constructor(skip: LogSkip) {
    super(skip);
    this.skip = skip;
  }
}

/** Why a log could not be read. */
export function skipOf(error: unknown): LogSkip {
  if (error instanceof MissingInNode) return error.skip;
  const isFromSystem = error instanceof Error && 'code' in error;
  return isFromSystem ? 'unreadable' : 'failed';
}
