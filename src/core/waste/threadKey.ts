import type { SessionEvent } from '../usage/sessionEvent.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';

/** The conversation that a record or an event belongs to. */
export function threadKey({ source, sessionId, agentId = '' }: UsageRecord | SessionEvent): string {
  return `${source}:${sessionId}:${agentId}`;
}
