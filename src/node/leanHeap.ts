/**
 * Limits for a thread that parses logs: what a parser leaves behind is garbage at once, so a small young generation is only swept more
 * often. With the default, threads grow to several times the memory.
 */
export const LEAN_HEAP = { maxYoungGenerationSizeMb: 6 } as const;

/** The same for a thread that reads a whole workspace: a third less memory, in no more time (`npm run bench -- suggest`). */
export const ROOMY_HEAP = { maxYoungGenerationSizeMb: 16 } as const;
