import { type Disposable, EventEmitter, l10n, type Memento } from 'vscode';
import { changeActive } from '../core/context/scopeLibrary.ts';
import {
  parseVariants,
  type ScopeVariant,
  type ScopeVariants,
  setQuality,
  type VariantName,
} from '../core/context/scopeVariant.ts';
import { ENCODING_NAMES } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

const STORAGE_KEY = 'scopeVariants';

/** Two variants of a scope with its task, to be compared; kept in this workspace. */
export class VariantStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly storage: Memento;
  private readonly store: ScopeStore;
  private readonly counter: CountingWorker;
  private kept: ScopeVariants;
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento, store: ScopeStore, counter: CountingWorker) {
    this.storage = storage;
    this.store = store;
    this.counter = counter;
    this.kept = parseVariants(storage.get(STORAGE_KEY));
  }

  get variants(): ScopeVariants {
    return this.kept;
  }

  /** Both are kept and each has a score. */
  get areScored(): boolean {
    return this.kept.A?.quality !== undefined && this.kept.B?.quality !== undefined;
  }

  /** Keeps the scope as it stands, with what its text comes to now; what was kept under that name goes. */
  async keep(name: VariantName): Promise<void> {
    const { scope, task } = this.store;
    if (!scope.some(({ checked }) => checked))
      throw new UserError(
        l10n.t('The scope is empty: there is nothing to keep. Add files from the explorer.'),
      );
    const request = await this.store.buildRequest();
    const [o200k, cl100k] = await Promise.all(
      ENCODING_NAMES.map(async (encoding) => {
        const question = { ask: 'scope', request: { ...request, encoding }, withText: false } as const;
        return (await this.counter.ask(question)).measured;
      }),
    );
    if (o200k === undefined || cl100k === undefined) return;
    const variant: ScopeVariant = {
      scope,
      task,
      keptMs: Date.now(),
      fileCount: o200k.documentCount,
      counts: { o200k_base: o200k.total, cl100k_base: cl100k.total },
    };
    await this.change({ ...this.kept, [name]: variant });
  }

  /** Makes a variant the active scope again, as a step that can be undone. */
  async use(name: VariantName): Promise<void> {
    const variant = this.kept[name];
    if (variant === undefined) return;
    const { scope, task } = variant;
    await this.store.update(changeActive(this.store.library, { scope, task }));
  }

  async score(name: VariantName, quality: number | undefined): Promise<void> {
    await this.change(setQuality(this.kept, name, quality));
  }

  async clear(): Promise<void> {
    await this.change({});
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async change(variants: ScopeVariants): Promise<void> {
    this.kept = variants;
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, variants);
  }
}
