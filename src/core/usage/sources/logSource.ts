import type { SessionEvent } from '../sessionEvent.ts';
import type { SourceId, UsageRecord } from '../usageRecord.ts';
import type { JsonObject } from './readFields.ts';

/** Why a part of a log was left out. Line types that a source does not know are not wanted and not counted. */
export const LOG_SKIPS = {
  torn: 'not valid JSON',
  wrongTypes: 'numbers of a wrong type or out of range',
  tooLong: 'line too long',
  tooLarge: 'file too large',
  unreadable: 'file could not be read',
  failed: 'file that our reader failed on',
  noZstd: 'compressed; reading it needs Node 22.15',
  noSqlite: 'a database; reading it needs Node 22.13',
} as const;
export type LogSkip = keyof typeof LOG_SKIPS;

/** Takes what a log tells. Events are made only where they are wanted. */
export type LogSink = {
  addRecord: (record: UsageRecord) => void;
  addEvent?: (event: SessionEvent) => void;
  skip: (reason: LogSkip) => void;
};

/** A log with its path, `/` between the names, and small files beside it that explain it. */
export type LogFile = { source: SourceId; path: string; companions: Readonly<Record<string, string>> };

/** A log to which lines of JSON are appended. */
export type LinesFormat = {
  kind: 'lines';
  /** A line with none of these holds no usage and is not looked at. */
  marks: readonly string[];
  /** So many lines at the start are looked at whatever they hold, until the reader has what it wants of them. */
  headLines: number;
  shortening?: Shortening;
  /** Begins at the start, or goes on from what `save` gave. */
  open: (file: LogFile, saved?: unknown) => LineReader;
};

/**
 * Most of a line may be what records do not need. From the end of one mark to the start of the other it is left out, where the rest is
 * JSON that `isWhole`; else, and where events are wanted, the whole line is parsed.
 */
export type Shortening = {
  from: string;
  to: string;
  isWhole: (line: JsonObject) => boolean;
  repeats?: Repeats;
};

/**
 * A line tells nothing that the last short one has not told where both are the same from `from` to what is left out and from there to
 * `to`, and its `time`, an ISO text in UTC behind this mark, is later.
 */
export type Repeats = { from: string; to: string; time: string };

export type LineReader = {
  readLine: (line: JsonObject, sink: LogSink) => void;
  isHeadRead: () => boolean;
  /** What the rest of the file needs to know of what was read; plain JSON. */
  save: () => unknown;
};

/** A log that is one JSON value, or one whose lines make sense only together; read as a whole. */
export type DocumentFormat = {
  kind: 'document';
  read: (text: string, file: LogFile, sink: LogSink) => void;
};

/** A database; each query runs where its tables exist. */
export type DatabaseFormat = { kind: 'database'; queries: readonly LogQuery[] };
export type LogQuery = {
  /** It gives nothing but events. */
  isForEvents?: true;
  tables: readonly string[];
  sql: string;
  readRow: (row: JsonObject, file: LogFile, sink: LogSink) => void;
};

/** Names of files beside a log, from its folder, that its format wants to see; `*` is the log's own name up to its first dot. */
export type LogFormat = (LinesFormat | DocumentFormat | DatabaseFormat) & { companions?: readonly string[] };

export const PLATFORMS = ['linux', 'darwin', 'win32'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Whose logs: a home folder, the environment, the kind of system. */
export type Place = {
  home: string;
  platform: Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The `User` folder of an editor that keeps it elsewhere than editors do. */
  userFolder?: string;
  /** Folders into which settings have moved what a tool keeps. */
  storageFolders?: Readonly<Partial<Record<SourceId, readonly string[]>>>;
  /** A home of Windows, seen from the Linux that runs in it. */
  isBesideLinux?: true;
};

/**
 * A folder to look in, or a single file. `format` gets a file's path below it, or the single file's name, and names the format; folders
 * for which `skipFolder` is true are not entered.
 */
export type LogRoot = {
  path: string;
  format: (path: string) => string | undefined;
  skipFolder?: (path: string) => boolean;
};

export type LogSource = {
  label: string;
  formats: Readonly<Record<string, LogFormat>>;
  roots: (place: Place) => LogRoot[];
};

/** A format whose reader keeps `State` between lines; the state is plain JSON. */
export function linesFormat<State>(definition: {
  marks: readonly string[];
  headLines?: number;
  isHeadRead?: (state: State) => boolean;
  shortening?: Shortening;
  companions?: readonly string[];
  start: (file: LogFile) => State;
  readLine: (line: JsonObject, state: State, sink: LogSink, file: LogFile) => void;
}): LogFormat {
  const {
    marks,
    headLines = 0,
    isHeadRead = () => true,
    shortening,
    companions,
    start,
    readLine,
  } = definition;
  return {
    kind: 'lines',
    marks,
    headLines,
    ...(shortening && { shortening }),
    ...(companions && { companions }),
    open: (file, saved) => {
      // What is saved was given by `save`; where its shape changes, a step of the ledger's schema forgets it.
      const state = saved === undefined ? start(file) : (saved as State);
      return {
        readLine: (line, sink) => readLine(line, state, sink, file),
        isHeadRead: () => isHeadRead(state),
        save: () => state,
      };
    },
  };
}
