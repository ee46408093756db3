/**
 * Limits for a thread that parses: what a parser leaves behind is garbage at once, so a small young generation is only swept more
 * often. With the default, threads grow to several times the memory.
 */
export const LEAN_HEAP = { maxYoungGenerationSizeMb: 6 } as const;
