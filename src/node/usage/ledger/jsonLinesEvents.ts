import type { SessionEvent } from '../../../core/usage/sessionEvent.ts';
import { eventId } from '../../../core/waste/dropCopies.ts';
import { threadKey } from '../../../core/waste/threadKey.ts';
import type { Checkpoint } from '../logReading.ts';
import type { EventStore } from './eventStore.ts';
import { JsonLinesFile } from './jsonLinesFile.ts';
import { LEDGER_VERSION } from './ledgerSchema.ts';

/** One write: events and how far their logs were read for them. */
type Entry = { version: number; events: SessionEvent[]; files: [path: string, checkpoint: Checkpoint][] };

/** Events in a file of their own, which is read when they are first asked for: the ledger's own reader need not know them. */
export type JsonLinesEvents = EventStore & {
  prune: (beforeMs: number) => void;
  /** Forgets how far logs were read for events. */
  clearFiles: () => void;
  /** Forgets all events, and takes the logs for read as far as the ledger has read them. */
  clearEvents: (files: ReadonlyMap<string, Checkpoint>) => void;
};

export function createJsonLinesEvents(path: string): JsonLinesEvents {
  const events = new Map<string, SessionEvent>();
  const files = new Map<string, Checkpoint>();
  let changes = 0;
  const forget = () => {
    events.clear();
    files.clear();
    changes += 1;
  };
  const file = new JsonLinesFile<Entry>(path, {
    take: (entry) => {
      // Events of another version are read anew: a source may have made something else of a log.
      if (entry.version !== LEDGER_VERSION) return;
      for (const event of entry.events) events.set(`${eventId(event)} ${threadKey(event)}`, event);
      for (const [log, checkpoint] of entry.files) files.set(log, checkpoint);
      changes += 1;
    },
    forget,
  });
  const rewrite = () => {
    file.rewrite({ version: LEDGER_VERSION, events: [...events.values()], files: [...files] });
    changes += 1;
  };
  const fileOf = (log: string) => {
    file.readOn();
    return files.get(log);
  };
  return {
    fileState: fileOf,
    checkpoint: fileOf,
    write: (readings) =>
      file.append({
        version: LEDGER_VERSION,
        events: readings.flatMap((reading) => reading.events),
        files: readings.map((reading) => [reading.path, reading.checkpoint]),
      }),
    all: () => {
      file.readOn();
      return [...events.values()];
    },
    version: () => {
      file.readOn();
      return changes;
    },
    prune: (beforeMs) => {
      file.readOn();
      const kept = events.size;
      for (const [id, { timestampMs }] of events) if (timestampMs < beforeMs) events.delete(id);
      if (events.size < kept) rewrite();
    },
    clearFiles: () => {
      file.readOn();
      files.clear();
      rewrite();
    },
    clearEvents: (readFiles) => {
      file.readOn();
      events.clear();
      for (const [log, checkpoint] of readFiles) if (!files.has(log)) files.set(log, checkpoint);
      rewrite();
    },
  };
}
