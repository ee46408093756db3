import * as v from 'valibot';
import { INTEGER, TEXT } from './schemaParts.ts';

// How well the logs tell what was used.

export const LOGS = v.strictObject({
  files: INTEGER,
  qualities: v.strictObject({
    reported: v.exactOptional(INTEGER),
    'reported-partial': v.exactOptional(INTEGER),
    estimated: v.exactOptional(INTEGER),
  }),
  skips: v.array(v.strictObject({ reason: TEXT, count: INTEGER })),
  progress: v.exactOptional(v.strictObject({ done: INTEGER, of: INTEGER })),
  notices: v.array(TEXT),
  kept: v.exactOptional(TEXT),
});
