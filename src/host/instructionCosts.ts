import {
  type Disposable,
  EventEmitter,
  FileType,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { INSTRUCTION_FILES } from '../core/advice/promptKind.ts';
import {
  buildInstructionRow,
  type CheckedInstructions,
  type InstructionRow,
} from '../core/dashboard/instructionRows.ts';
import type { UsageRow } from '../core/usage/aggregateUsage.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import { sumProjectCalls } from '../node/usage/sumProjectCalls.ts';
import { DisposableStore } from './disposableStore.ts';
import { LatestAnswer } from './latestAnswer.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { UsageStore } from './usageStore.ts';

const PATTERN = `**/{${INSTRUCTION_FILES.join(',')}}`;
/** A longer file is no instructions. */
const MOST_BYTES = 1_000_000;
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

type Checked = CheckedInstructions & { uri: Uri; folder: WorkspaceFolder };

/** What the instructions at the root of each folder cost in each call and in a month, and what to change in them. Nothing is read while nobody looks. */
export class InstructionCosts implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly meter: Meter;
  private readonly usage: UsageStore;
  private readonly worker: CountingWorker;
  private readonly checked: LatestAnswer<readonly Checked[]>;
  private readonly calls: LatestAnswer<readonly UsageRow[]>;
  private readonly dayOf = createDayOf();
  private isLookedAt = false;
  private isFollowed = false;
  private readVersion: number | undefined;
  readonly onDidChange = this.changed.event;

  constructor(meter: Meter, usage: UsageStore, worker: CountingWorker, log: Log) {
    this.meter = meter;
    this.usage = usage;
    this.worker = worker;
    const tell = () => this.changed.fire();
    const fail = (error: unknown) => log.error('What instructions cost could not be found out.', error);
    this.checked = new LatestAnswer(() => this.checkAll(), tell, fail);
    this.calls = new LatestAnswer(() => this.askCalls(), tell, fail);
    this.ds.add(usage.onDidChange(() => this.readCalls()));
  }

  /** Absent until they were read. */
  get rows(): readonly InstructionRow[] | undefined {
    const { model } = this.meter;
    return this.checked.value?.map((each) => {
      const { value } = this.calls;
      const calls = value === undefined ? undefined : sumProjectCalls(value, each.folder.uri.fsPath);
      return buildInstructionRow(each, calls, model);
    });
  }

  setLookedAt(isLookedAt: boolean): void {
    if (this.isLookedAt === isLookedAt) return;
    this.isLookedAt = isLookedAt;
    if (!isLookedAt) return;
    this.follow();
    this.check();
    this.readCalls();
  }

  /** Shows one of those that are listed. */
  async open(path: string): Promise<void> {
    const uri = this.checked.value?.find((each) => each.path === path)?.uri;
    if (uri !== undefined) await window.showTextDocument(uri);
  }

  dispose(): void {
    this.ds.dispose();
  }

  private follow(): void {
    if (this.isFollowed) return;
    this.isFollowed = true;
    const watcher = this.ds.add(workspace.createFileSystemWatcher(PATTERN));
    for (const onDid of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.ds.add(onDid(() => this.check()));
    this.ds.add(workspace.onDidChangeWorkspaceFolders(() => this.check()));
  }

  private check(): void {
    if (this.isLookedAt) this.checked.refresh();
  }

  private readCalls(): void {
    const { version } = this.usage;
    if (!this.isLookedAt || version === this.readVersion) return;
    this.readVersion = version;
    this.calls.refresh();
  }

  private askCalls(): Promise<readonly UsageRow[]> {
    const since = this.dayOf(Date.now() - (DAYS - 1) * DAY_MS);
    return this.usage.ask({ ask: 'rows', by: 'project', filter: { since } });
  }

  private async checkAll(): Promise<readonly Checked[]> {
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const files = folders.flatMap((folder) => INSTRUCTION_FILES.map((name) => ({ folder, name })));
    const checked = await Promise.all(files.map(({ folder, name }) => this.checkFile(folder, name)));
    return checked.filter((each) => each !== undefined);
  }

  /** As it lies on the disk, where agents read it; `undefined` where there is none. */
  private async checkFile(folder: WorkspaceFolder, name: string): Promise<Checked | undefined> {
    const uri = Uri.joinPath(folder.uri, name);
    const text = await readText(uri);
    if (text === undefined) return undefined;
    const { encoding } = this.meter.model.tokenizer;
    const request = { text, path: uri.fsPath, root: folder.uri.fsPath };
    const { count, advice, leftOut } = await this.worker.ask({ ask: 'lint', encoding, request });
    return { path: workspace.asRelativePath(uri), text, count, advice, leftOut, uri, folder };
  }
}

/** A link is another name of a file that is read by its own, or leads out of the project. */
async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type !== FileType.File || size > MOST_BYTES) return undefined;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
