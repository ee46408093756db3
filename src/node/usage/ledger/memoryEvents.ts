import type { SessionEvent } from '../../../core/usage/sessionEvent.ts';
import { eventId } from '../../../core/waste/dropCopies.ts';
import { threadKey } from '../../../core/waste/threadKey.ts';
import type { Checkpoint } from '../logReading.ts';
import type { EventStore } from './eventStore.ts';

/** Events for as long as the process lives: where there is no SQLite, logs are read anew for them. */
export function createMemoryEvents(): EventStore {
  const events = new Map<string, SessionEvent>();
  const files = new Map<string, Checkpoint>();
  let changes = 0;
  return {
    fileState: (path) => files.get(path),
    checkpoint: (path) => files.get(path),
    write: (readings) => {
      for (const { path, events: read, checkpoint } of readings) {
        for (const event of read) events.set(`${eventId(event)} ${threadKey(event)}`, event);
        files.set(path, checkpoint);
        changes += 1;
      }
    },
    all: () => [...events.values()],
    version: () => changes,
  };
}
