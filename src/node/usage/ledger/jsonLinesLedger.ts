import { copyFileSync } from 'node:fs';
import type { DayOf } from '../../../core/usage/aggregateUsage.ts';
import { addTotals, totalOf } from '../../../core/usage/dailyTotals.ts';
import { addRecord } from '../../../core/usage/joinRecords.ts';
import { selectLayers } from '../../../core/usage/selectLayers.ts';
import type { Quality, SourceId, UsageRecord } from '../../../core/usage/usageRecord.ts';
import type { Checkpoint, LogReading, SkipCounts } from '../logReading.ts';
import { addSkips } from '../skipCounts.ts';
import type { FileState } from './fileState.ts';
import { createJsonLinesEvents, type JsonLinesEvents } from './jsonLinesEvents.ts';
import { JsonLinesFile } from './jsonLinesFile.ts';
import type { Ledger } from './ledger.ts';
import { LEDGER_VERSION } from './ledgerSchema.ts';

/** One write: records and checkpoints that belong together, in a line of their own. */
type Entry = {
  version: number;
  records?: UsageRecord[];
  totals?: UsageRecord[];
  pruned?: string[];
  files?: [path: string, checkpoint: Checkpoint][];
};

/**
 * A ledger for a Node without SQLite: lines of JSON, all of it in memory, events in a file of their own. There is no lease: windows that read
 * the same logs write the same records.
 */
export class JsonLinesLedger implements Ledger {
  readonly kind = 'jsonLines';
  readonly events: JsonLinesEvents;
  private readonly path: string;
  private readonly file: JsonLinesFile<Entry>;
  private readonly known = new Map<string, UsageRecord>();
  private readonly totals = new Map<string, UsageRecord>();
  private readonly pruned = new Set<string>();
  private readonly files = new Map<string, Checkpoint>();
  private changes = 0;

  constructor(path: string) {
    this.path = path;
    this.events = createJsonLinesEvents(path.replace(/ledger\.jsonl$/, 'events.jsonl'));
    this.file = new JsonLinesFile<Entry>(path, {
      take: (entry) => this.apply(entry),
      forget: () => this.forget(),
    });
    this.file.readOn();
  }

  fileState(path: string): FileState | undefined {
    this.file.readOn();
    return this.files.get(path);
  }

  fileStates(): ReadonlyMap<string, FileState> {
    this.file.readOn();
    return this.files;
  }

  checkpoint(path: string): Checkpoint | undefined {
    return this.files.get(path);
  }

  write(readings: readonly LogReading[]): number {
    this.file.readOn();
    const before = this.changes;
    const records = readings.flatMap((reading) => reading.records).filter((record) => this.says(record));
    const files = readings.map(({ path, checkpoint }): [string, Checkpoint] => [path, checkpoint]);
    this.file.append({ version: LEDGER_VERSION, records, files });
    return this.changes - before;
  }

  records(): UsageRecord[] {
    this.file.readOn();
    return [...selectLayers([...this.known.values()]), ...this.totals.values()];
  }

  version(): number {
    this.file.readOn();
    return this.changes;
  }

  /** All of them are in memory. */
  changesBetween(): undefined {}

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
    this.file.readOn();
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
    this.events.prune(beforeMs);
    return given.length;
  }

  takeLease(): boolean {
    return true;
  }

  releaseLease(): void {}

  clear(what: 'checkpoints' | 'records'): void {
    this.file.readOn();
    if (what === 'checkpoints') {
      this.files.clear();
      this.events.clearFiles();
    } else {
      for (const part of [this.known, this.totals, this.pruned]) part.clear();
      // What was deleted must not be read again for events either.
      this.events.clearEvents(this.files);
    }
    this.rewrite();
  }

  backUp(): void {
    copyFileSync(this.path, this.path.replace(/\.jsonl$/, '.backup.jsonl'));
  }

  close(): void {}

  private forget(): void {
    for (const part of [this.known, this.totals, this.pruned, this.files]) part.clear();
    this.changes += 1;
  }

  private apply({ version, records = [], totals = [], pruned = [], files = [] }: Entry): void {
    for (const key of pruned) this.pruned.add(key);
    for (const total of totals) this.totals.set(total.key, total);
    for (const record of records) {
      if (!this.says(record)) continue;
      addRecord(this.known, record);
      this.changes += 1;
    }
    // Of another version logs are read anew: a source may make something else of them.
    if (version !== LEDGER_VERSION) return;
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
    this.file.rewrite({
      version: LEDGER_VERSION,
      records: [...this.known.values()],
      totals: [...this.totals.values()],
      pruned: [...this.pruned],
      files: [...this.files],
    });
    this.changes += 1;
  }
}
