import { addRecord } from '../../../../src/core/usage/joinRecords.ts';
import type { SessionEvent } from '../../../../src/core/usage/sessionEvent.ts';
import type { LogFile, LogSink, LogSkip } from '../../../../src/core/usage/sources/logSource.ts';
import { parseLine } from '../../../../src/core/usage/sources/parseJson.ts';
import { readSafely } from '../../../../src/core/usage/sources/readSafely.ts';
import { findFormat } from '../../../../src/core/usage/sources/sources.ts';
import type { SourceId, UsageRecord } from '../../../../src/core/usage/usageRecord.ts';

export type Fixture = { records: UsageRecord[]; events: SessionEvent[]; skips: LogSkip[] };

type Options = { path?: string; companions?: Record<string, unknown> };

/** What a source makes of a log: of its lines, of a document, or of the rows that its queries would give. */
export function readFixture(
  source: SourceId,
  name: string,
  log: readonly unknown[] | string,
  { path = '/logs/file.jsonl', companions = {} }: Options = {},
): Fixture {
  const records = new Map<string, UsageRecord>();
  const events: SessionEvent[] = [];
  const skips: LogSkip[] = [];
  const sink: LogSink = {
    addRecord: (record) => addRecord(records, record),
    addEvent: (event) => events.push(event),
    skip: (reason) => skips.push(reason),
  };
  const texts = Object.entries(companions).map(([each, value]) => [each, toText(value)]);
  const file: LogFile = { source, path, companions: Object.fromEntries(texts) };
  const format = findFormat(source, name);
  if (format.kind === 'document') format.read(toText(log), file, sink);
  else if (format.kind === 'lines') {
    const reader = format.open(file);
    for (const line of log) {
      const { value, isTorn } = parseLine(toText(line));
      if (isTorn) sink.skip('torn');
      if (value !== undefined) readSafely(sink, () => reader.readLine(value, sink));
    }
  } else
    for (const row of log)
      readSafely(sink, () =>
        format.queries[0]?.readRow(row as object as Record<string, unknown>, file, sink),
      );
  return { records: [...records.values()], events, skips };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
