import { type Disposable, EventEmitter, l10n } from 'vscode';
import { buildSnapshot, type Measured } from '../core/dashboard/buildSnapshot.ts';
import type { MeterSnapshot } from '../core/dashboard/dashboardSnapshot.ts';
import { formatName, formatPlural } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import type { ModelOffer } from '../core/models/modelOffer.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import { countForModel, type TextCount } from '../core/tokens/tokenCount.ts';
import { chosenModel, offeredModels, onDidChangeModel } from './config.ts';
import type { LargeFile } from './countTarget.ts';
import { DisposableStore } from './disposableStore.ts';
import type { LiveMeter, LiveState } from './liveMeter.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Joins what is counted live, the scope and the chosen model into the one snapshot that every surface draws. */
export class Meter implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly live: LiveMeter;
  private readonly scope: ScopeStore;
  /** Kept, because reading settings on every keystroke would cost more than counting. */
  private chosen = chosenModel();
  private offered = offeredModels();
  readonly onDidChange = this.changed.event;

  constructor(live: LiveMeter, scope: ScopeStore) {
    this.live = live;
    this.scope = scope;
    this.ds.add(live.onDidChange(() => this.changed.fire()));
    this.ds.add(scope.onDidChange(() => this.changed.fire()));
    this.ds.add(onDidChangeModel(() => this.changeModel()));
  }

  get model(): ModelInfo {
    return this.chosen;
  }

  /** The models to choose from; another object when something of them has changed. */
  get offer(): ModelOffer {
    return this.offered;
  }

  get liveState(): LiveState {
    return this.live.state;
  }

  setDiskCount(file: LargeFile, encoding: EncodingName, count: TextCount): void {
    this.live.setDiskCount(file, encoding, count);
  }

  buildSnapshot(): MeterSnapshot {
    return buildSnapshot(this.model, { ...this.measureLive(), ...this.measureScope() }, Date.now());
  }

  dispose(): void {
    this.ds.dispose();
  }

  private changeModel(): void {
    this.chosen = chosenModel();
    this.offered = offeredModels();
    const { encoding } = this.model.tokenizer;
    this.live.setEncoding(encoding);
    this.scope.setEncoding(encoding);
    this.changed.fire();
  }

  private measureLive(): Measured {
    const { target, file, selection } = this.live.state;
    if (target === undefined) return {};
    const name = formatName(target.name);
    return {
      file: this.count(name, file),
      ...(selection !== undefined && { selection: this.count(name, selection) }),
    };
  }

  private measureScope(): Measured {
    const measured = this.scope.isMeasured ? this.scope.measured : undefined;
    if (this.scope.scope.length === 0) return {};
    const name = measured === undefined ? l10n.t('counting') : formatPlural(measured.documentCount, 'file');
    return { scope: this.count(name, measured?.total) };
  }

  private count(name: string, counted: TextCount | undefined): NonNullable<Measured['file']> {
    if (counted === undefined) return { name };
    return { name, count: countForModel(counted, this.model.tokenizer) };
  }
}
