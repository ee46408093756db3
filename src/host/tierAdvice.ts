import { DiagnosticSeverity, languages, Uri } from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import type { Task } from '../core/context/task.ts';
import { buildTierSnapshot, type TierSnapshot } from '../core/dashboard/tierSnapshot.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import type { ModelOffer } from '../core/models/modelOffer.ts';
import type { Meter } from './meter.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Enough to know whether the editor shows errors in the scope. */
const MOST_FILES_ASKED = 200;

type Asked = {
  task: Task;
  measured: MeasuredScope | undefined;
  model: ModelInfo;
  offer: ModelOffer;
  tier: TierSnapshot | undefined;
};

/** The tier that the task at hand needs: every surface shows the same one. */
export class TierAdvice {
  private readonly meter: Meter;
  private readonly store: ScopeStore;
  private asked: Asked | undefined;

  constructor(meter: Meter, store: ScopeStore) {
    this.meter = meter;
    this.store = store;
  }

  /** Absent where the task has no words. Kept while task, scope and models are the same: it is asked for on every draw. */
  get current(): TierSnapshot | undefined {
    const { task } = this.store;
    const { model, offer } = this.meter;
    const measured = this.store.isMeasured ? this.store.measured : undefined;
    const { asked } = this;
    const isSame = asked?.task === task && asked.measured === measured;
    if (isSame && asked.model === model && asked.offer === offer) return asked.tier;
    const tier = buildTierSnapshot(task, describeScope(measured), measured, model, offer);
    this.asked = { task, measured, model, offer, tier };
    return tier;
  }
}

function describeScope(measured: MeasuredScope | undefined) {
  if (measured === undefined) return {};
  const { total, documentCount } = measured;
  return { scopeTokens: total.tokens, fileCount: documentCount, errorCount: countErrors(measured) };
}

/** What the editor shows as errors in the files of the scope. */
function countErrors({ items }: MeasuredScope): number {
  const paths = new Set(items.flatMap(({ files }) => files.map(({ path }) => path)));
  paths.delete('');
  const shown = [...paths]
    .slice(0, MOST_FILES_ASKED)
    .flatMap((path) => languages.getDiagnostics(Uri.file(path)));
  return shown.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
}
