import type { SessionEvent } from '../usage/sessionEvent.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';
import { dropCopies } from './dropCopies.ts';
import { threadKey } from './threadKey.ts';

/** What was logged of a conversation, in no order. */
export type LoggedThread = { records: UsageRecord[]; events: SessionEvent[] };

/** Records and events in any order, by conversation; events of forks and archives may be there several times. */
export function groupByThread(
  records: Iterable<UsageRecord>,
  events: Iterable<SessionEvent>,
): Map<string, LoggedThread> {
  const groups = new Map<string, LoggedThread>();
  const groupOf = (origin: UsageRecord | SessionEvent) => {
    const key = threadKey(origin);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = { records: [], events: [] };
    groups.set(key, group);
    return group;
  };
  for (const record of records) groupOf(record).records.push(record);
  for (const event of dropCopies(events, (key) => groups.get(key)?.records ?? []))
    groupOf(event).events.push(event);
  return groups;
}
