import {
  appendFileSync,
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import type { DayOf } from '../../../core/usage/aggregateUsage.ts';
import { addTotals, totalOf } from '../../../core/usage/dailyTotals.ts';
import { addRecord } from '../../../core/usage/joinRecords.ts';
import { selectLayers } from '../../../core/usage/selectLayers.ts';
import type { Quality, SourceId, UsageRecord } from '../../../core/usage/usageRecord.ts';
import type { Checkpoint, LogReading, SkipCounts } from '../logReading.ts';
import { addSkips } from '../skipCounts.ts';
import type { FileState } from './fileState.ts';
import type { Ledger } from './ledger.ts';
import { createMemoryEvents } from './memoryEvents.ts';

/** One write: records and checkpoints that belong together, in a line of their own. */
type Entry = {
  records?: UsageRecord[];
  totals?: UsageRecord[];
  pruned?: string[];
  files?: [path: string, checkpoint: Checkpoint][];
};

/**
 * A ledger for a Node without SQLite: lines of JSON, all of it in memory. Each write is one line, appended at once, so that several
 * windows can write and a line that was torn off takes nothing else with it. There is no lease: windows that read the same logs
 * write the same records.
 */
export class JsonLinesLedger implements Ledger {
  readonly kind = 'jsonLines';
  readonly events = createMemoryEvents();
  private readonly path: string;
  private readBytes = 0;
  private readonly known = new Map<string, UsageRecord>();
  private readonly totals = new Map<string, UsageRecord>();
  private readonly pruned = new Set<string>();
  private readonly files = new Map<string, Checkpoint>();
  private changes = 0;

  constructor(path: string) {
    this.path = path;
    this.readOn();
  }

  fileState(path: string): FileState | undefined {
    this.readOn();
    return this.files.get(path);
  }

  fileStates(): ReadonlyMap<string, FileState> {
    this.readOn();
    return this.files;
  }

  checkpoint(path: string): Checkpoint | undefined {
    return this.files.get(path);
  }

  write(readings: readonly LogReading[]): number {
    this.readOn();
    const before = this.changes;
    const records = readings.flatMap((reading) => reading.records).filter((record) => this.says(record));
    const entry: Entry = { records, files: readings.map(({ path, checkpoint }) => [path, checkpoint]) };
    // What a torn line left behind must not swallow this one.
    appendFileSync(this.path, `\n${JSON.stringify(entry)}\n`);
    this.readOn();
    return this.changes - before;
  }

  records(): UsageRecord[] {
    this.readOn();
    return [...selectLayers([...this.known.values()]), ...this.totals.values()];
  }

  version(): number {
    this.readOn();
    return this.changes;
  }

  skips(): SkipCounts {
    const sum: SkipCounts = {};
    for (const { skips } of this.files.values()) addSkips(sum, skips);
    return sum;
  }

  qualities(): Partial<Record<Quality, number>> {
    const counts: Partial<Record<Quality, number>> = {};
    for (const { quality } of this.known.values()) counts[quality] = (counts[quality] ?? 0) + 1;
    return counts;
  }

  kept(source: SourceId): { calls: number; sinceMs: number } | undefined {
    const own = [...this.known.values(), ...this.totals.values()].filter(
      (record) => record.source === source,
    );
    if (own.length === 0) return undefined;
    return {
      calls: own.reduce((sum, { requests }) => sum + requests, 0),
      sinceMs: own.reduce((first, { timestampMs }) => Math.min(first, timestampMs), Number.MAX_VALUE),
    };
  }

  paths(): string[] {
    return [...this.files.keys()];
  }

  prune(beforeMs: number, dayOf: DayOf): number {
    this.readOn();
    const firstKept = dayOf(beforeMs);
    const isOld = ({ timestampMs }: UsageRecord) => dayOf(timestampMs) < firstKept;
    const all = [...this.known.values()];
    for (const record of selectLayers(all).filter(isOld)) this.addToTotal(totalOf(record, dayOf));
    const given = all.filter(isOld);
    for (const { key } of given) {
      this.known.delete(key);
      this.pruned.add(key);
    }
    if (given.length > 0) this.rewrite();
    return given.length;
  }

  takeLease(): boolean {
    return true;
  }

  releaseLease(): void {}

  clear(what: 'checkpoints' | 'records'): void {
    this.readOn();
    const parts = what === 'checkpoints' ? [this.files] : [this.known, this.totals, this.pruned];
    for (const part of parts) part.clear();
    this.rewrite();
  }

  backUp(): void {
    copyFileSync(this.path, this.path.replace(/\.jsonl$/, '.backup.jsonl'));
  }

  close(): void {}

  /** Takes what any process has appended since. */
  private readOn(): void {
    const text = readFrom(this.path, this.readBytes);
    if (text === undefined) return;
    const end = text.lastIndexOf(10) + 1;
    this.readBytes += end;
    for (const line of text.subarray(0, end).toString().split('\n')) {
      const entry = parseEntry(line);
      if (entry !== undefined) this.apply(entry);
    }
  }

  private apply({ records = [], totals = [], pruned = [], files = [] }: Entry): void {
    for (const key of pruned) this.pruned.add(key);
    for (const total of totals) this.totals.set(total.key, total);
    for (const record of records) {
      if (!this.says(record)) continue;
      addRecord(this.known, record);
      this.changes += 1;
    }
    for (const [path, checkpoint] of files) this.files.set(path, checkpoint);
  }

  /** True for a record that is new or changes the one that is known. */
  private says(record: UsageRecord): boolean {
    if (this.pruned.has(record.key)) return false;
    const known = this.known.get(record.key);
    if (known === undefined) return true;
    const joined = new Map([[record.key, known]]);
    addRecord(joined, record);
    return JSON.stringify(joined.get(record.key)) !== JSON.stringify(known);
  }

  private addToTotal(total: UsageRecord): void {
    const known = this.totals.get(total.key);
    this.totals.set(total.key, known === undefined ? total : addTotals(known, total));
  }

  private rewrite(): void {
    const entry: Entry = {
      records: [...this.known.values()],
      totals: [...this.totals.values()],
      pruned: [...this.pruned],
      files: [...this.files],
    };
    const text = `${JSON.stringify(entry)}\n`;
    const temporary = `${this.path}.${process.pid}.tmp`;
    writeFileSync(temporary, text);
    renameSync(temporary, this.path);
    this.readBytes = Buffer.byteLength(text);
    this.changes += 1;
  }
}

/** The bytes from `offset` on, or nothing when the file is not there or has been written anew. */
function readFrom(path: string, offset: number): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const length = fstatSync(file).size - offset;
    if (length <= 0) return undefined;
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

function parseEntry(line: string): Entry | undefined {
  if (line === '') return undefined;
  try {
    // Whole lines are what `write` wrote.
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
