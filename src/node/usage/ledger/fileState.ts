/** A log's size and time when it was read last. */
export type FileState = { sizeBytes: number; mtimeMs: number };
