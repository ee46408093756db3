import type { SourceId } from '../usageRecord.ts';
import { CLAUDE_CODE } from './claudeCode.ts';
import { CLINE, KILO_CODE, ROO_CODE } from './clineTasks.ts';
import { CODEX } from './codex.ts';
import { COPILOT_CHAT } from './copilotChat.ts';
import { COPILOT_CLI } from './copilotCli.ts';
import { GEMINI } from './gemini.ts';
import type { LogFormat, LogSource } from './logSource.ts';
import { OPEN_CODE } from './openCode.ts';

/** Every tool whose logs are read. */
export const LOG_SOURCES = {
  claudeCode: CLAUDE_CODE,
  codex: CODEX,
  gemini: GEMINI,
  openCode: OPEN_CODE,
  copilotCli: COPILOT_CLI,
  copilotChat: COPILOT_CHAT,
  cline: CLINE,
  rooCode: ROO_CODE,
  kiloCode: KILO_CODE,
} as const satisfies Record<SourceId, LogSource>;

/** The format that a root has named. */
export function findFormat(source: SourceId, name: string): LogFormat {
  const formats: LogSource['formats'] = LOG_SOURCES[source].formats;
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) throw new Error(`${source} has no format "${name}"`);
  return format;
}
