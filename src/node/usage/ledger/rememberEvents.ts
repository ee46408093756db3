import type { SessionEvent } from '../../../core/usage/sessionEvent.ts';
import { eventId } from '../../../core/waste/dropCopies.ts';
import { threadKey } from '../../../core/waste/threadKey.ts';
import type { EventStore } from './eventStore.ts';

/** Keeps all events of a store in memory from when they were asked for; after a write of its own it only adds what is new. */
export function rememberEvents(store: EventStore): EventStore {
  let known: { version: number; events: Map<string, SessionEvent> } | undefined;
  const add = (events: Iterable<SessionEvent>) => {
    for (const event of events) known?.events.set(`${eventId(event)} ${threadKey(event)}`, event);
  };
  return {
    ...store,
    write: (readings) => {
      const before = store.version();
      store.write(readings);
      if (known?.version !== before) return;
      add(readings.flatMap(({ events }) => events));
      const own = readings.some(({ events }) => events.length > 0) ? 1 : 0;
      // With more changes than ours another process has written, and all is read again.
      if (store.version() === before + own) known.version = before + own;
    },
    all: () => {
      const version = store.version();
      if (known?.version !== version) {
        known = { version, events: new Map() };
        add(store.all());
      }
      return [...known.events.values()];
    },
  };
}
