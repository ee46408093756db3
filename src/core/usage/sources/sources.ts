import type { SourceId } from '../usageRecord.ts';
import { CLAUDE_CODE } from './claudeCode.ts';
import { CODEX } from './codex.ts';
import { GEMINI } from './gemini.ts';
import type { LogSource } from './logSource.ts';

/** Every tool whose logs are read. */
export const LOG_SOURCES = {
  claudeCode: CLAUDE_CODE,
  codex: CODEX,
  gemini: GEMINI,
} as const satisfies Partial<Record<SourceId, LogSource>>;
