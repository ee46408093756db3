import { type Disposable, EventEmitter, type Memento } from 'vscode';
import { addRecord, type CopyRecord, parseRecords } from '../core/context/copyRecord.ts';

const STORAGE_KEY = 'copies';

/** What was copied from this workspace: totals and names, no content. Kept on this machine. */
export class CopyHistory implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly storage: Memento;
  private kept: CopyRecord[];
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento) {
    this.storage = storage;
    this.kept = parseRecords(storage.get(STORAGE_KEY));
  }

  /** Newest first. */
  get records(): readonly CopyRecord[] {
    return this.kept;
  }

  async add(record: CopyRecord): Promise<void> {
    await this.keep(addRecord(this.kept, record));
  }

  async clear(): Promise<void> {
    await this.keep([]);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async keep(records: CopyRecord[]): Promise<void> {
    this.kept = records;
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, records);
  }
}
