import type { SessionEvent } from '../usage/sessionEvent.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';
import { threadKey } from './threadKey.ts';

/** Each event once. Forks and archives repeat what their original holds; an event stays with the session that paid for the calls around it. */
export function dropCopies(
  events: Iterable<SessionEvent>,
  recordsOf: (key: string) => readonly UsageRecord[],
): SessionEvent[] {
  const kept = new Map<string, SessionEvent>();
  const distanceOf = createDistance(recordsOf);
  for (const event of events) {
    const id = eventId(event);
    const known = kept.get(id);
    if (known === undefined) kept.set(id, event);
    else if (threadKey(known) !== threadKey(event) && isNearer(event, known, distanceOf)) kept.set(id, event);
  }
  return [...kept.values()];
}

/** The same for every copy of an event. */
export function eventId(event: SessionEvent): string {
  const { source, kind, timestampMs } = event;
  switch (kind) {
    case 'toolCall':
    case 'toolResult':
      return `${source}:${kind}:${event.callId === '' ? `${event.sessionId}:${timestampMs}` : event.callId}`;
    case 'subAgent':
      return `${source}:${kind}:${event.callId}:${event.tokens}`;
    case 'prompt':
      return `${source}:${kind}:${timestampMs}:${event.hash}`;
    case 'answer':
      return `${source}:${kind}:${timestampMs}:${event.chars}`;
    case 'definitions':
      return `${source}:${kind}:${timestampMs}:${event.what}:${event.chars}`;
    case 'compaction':
    case 'error':
    case 'retry':
    case 'mode':
    case 'model':
      return `${source}:${kind}:${timestampMs}:${event.sessionId}`;
    default:
      return kind satisfies never;
  }
}

function isNearer(a: SessionEvent, b: SessionEvent, distanceOf: (event: SessionEvent) => number): boolean {
  const difference = distanceOf(a) - distanceOf(b);
  return difference < 0 || (difference === 0 && a.sessionId < b.sessionId);
}

/** How far in time the nearest record of an event's own session is. */
function createDistance(recordsOf: (key: string) => readonly UsageRecord[]) {
  const sorted = new Map<string, number[]>();
  return (event: SessionEvent): number => {
    const key = threadKey(event);
    const times =
      sorted.get(key) ??
      recordsOf(key)
        .map(({ timestampMs }) => timestampMs)
        .sort((a, b) => a - b);
    sorted.set(key, times);
    return times.reduce(
      (least, time) => Math.min(least, Math.abs(time - event.timestampMs)),
      Number.POSITIVE_INFINITY,
    );
  };
}
