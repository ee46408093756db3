/** What speaks for a file, each from 0 to 1. */
export const SIGNALS = [
  'named',
  'symbols',
  'words',
  'pathWords',
  'imports',
  'importsNear',
  'uses',
  'usedBy',
  'together',
  'togetherOf',
  'subjects',
  'recent',
  'often',
  'tests',
  'sibling',
  'nameWords',
  'folder',
  'bulk',
] as const;
export type SignalName = (typeof SIGNALS)[number];

/** One number per file for each signal. */
export type Signals = Record<SignalName, Float32Array>;
