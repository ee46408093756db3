import { type Disposable, EventEmitter, type Memento } from 'vscode';
import { MAX_INPUT_LENGTH, PLAN_FIELD_IDS, type PlanInputs } from '../core/dashboard/plan/planFieldIds.ts';

const STORAGE_KEY = 'planInputs';

/** What the user has typed into the planner, kept for this workspace. */
export class PlanInputStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly storage: Memento;
  private typed: PlanInputs;
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento) {
    this.storage = storage;
    this.typed = readInputs(storage.get(STORAGE_KEY));
  }

  get inputs(): PlanInputs {
    return this.typed;
  }

  async set(inputs: PlanInputs): Promise<void> {
    await this.become({ ...this.typed, ...inputs });
  }

  /** All fields follow the scope again. */
  async reset(): Promise<void> {
    await this.become({});
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async become(inputs: PlanInputs): Promise<void> {
    this.typed = inputs;
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, inputs);
  }
}

/** Another version may have had other fields. */
function readInputs(stored: unknown): PlanInputs {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = PLAN_FIELD_IDS.map((id) => [id, (stored as Record<string, unknown>)[id]] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => typeof value === 'string' && value.length <= MAX_INPUT_LENGTH),
  );
}
