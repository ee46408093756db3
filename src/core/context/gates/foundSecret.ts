import type { SecretKind } from './secretRules.ts';

/** What a scanner found, in offsets of the view it looked at. */
export type FoundSecret = { start: number; end: number; kind: SecretKind };
