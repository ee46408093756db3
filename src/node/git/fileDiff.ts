import type { SkipReason } from '../../core/context/fileState.ts';

/** What has changed in one file, as Git writes it, or why that cannot be shown; `path` is absolute. */
export type FileDiff = { path: string; text: string } | { path: string; skip: SkipReason };
