import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { addRecord } from '../../core/usage/joinRecords.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import type { DocumentFormat, LogFile, LogFormat, LogSink } from '../../core/usage/sources/logSource.ts';
import { readSafely } from '../../core/usage/sources/readSafely.ts';
import { findFormat } from '../../core/usage/sources/sources.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { FoundLog } from './findLogs.ts';
import { type Checkpoint, type LogReading, NOT_READ, type Position, START } from './logReading.ts';
import { readDatabase } from './readDatabase.ts';
import { readLines } from './readLines.ts';
import { skipOf } from './skipOf.ts';

const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** Reads what is new in a log since its checkpoint, or all of it. Never rejects: what cannot be read is counted as skipped. */
export async function readLog(log: FoundLog, known?: Checkpoint, wantsEvents = false): Promise<LogReading> {
  const records = new Map<string, UsageRecord>();
  const events: SessionEvent[] = [];
  const skips: Checkpoint['skips'] = {};
  const sink: LogSink = {
    addRecord: (record) => addRecord(records, record),
    ...(wantsEvents && { addEvent: (event: SessionEvent) => events.push(event) }),
    skip: (reason) => {
      skips[reason] = (skips[reason] ?? 0) + 1;
    },
  };
  const { path, sizeBytes, mtimeMs } = log;
  let checkpoint: Checkpoint;
  try {
    const position = await readFormat(log, known, sink, skips);
    checkpoint = { ...position, sizeBytes, mtimeMs, skips };
  } catch (error) {
    // It will be tried again, so nothing must say that it is up to date.
    checkpoint = { ...(known ?? START), ...NOT_READ, skips: { [skipOf(error)]: 1 } };
  }
  return { path, records: [...records.values()], events, checkpoint };
}

function readFormat(
  log: FoundLog,
  known: Checkpoint | undefined,
  sink: LogSink,
  skips: Checkpoint['skips'],
): Position | Promise<Position> {
  const format = findFormat(log.source, log.format);
  const file = describeFile(log, format);
  switch (format.kind) {
    case 'lines':
      return readLines(log, format, file, known, sink, skips);
    case 'document':
      return readDocument(log, format, file, sink);
    case 'database':
      return readDatabase(log, format, file, sink).then(() => START);
    default:
      return format satisfies never;
  }
}

function readDocument(log: FoundLog, format: DocumentFormat, file: LogFile, sink: LogSink): Position {
  if (log.sizeBytes > MOST_DOCUMENT_BYTES) sink.skip('tooLarge');
  else readSafely(sink, () => format.read(readFileSync(log.path, 'utf8').replace(/^\ufeff/, ''), file, sink));
  return START;
}

function describeFile({ source, path }: FoundLog, { companions = [] }: LogFormat): LogFile {
  const texts: Record<string, string> = {};
  for (const name of companions) {
    const stem = basename(path).replace(/\..*$/, '');
    const text = readCompanion(join(dirname(path), name.replace('*', stem)));
    if (text !== undefined) texts[name] = text;
  }
  return { source, path: path.replaceAll('\\', '/'), companions: texts };
}

/** A companion only explains; without it a log is still worth reading. */
function readCompanion(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
