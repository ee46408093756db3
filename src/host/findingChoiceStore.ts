import { type Disposable, EventEmitter, type Memento } from 'vscode';
import { addChoice, type FindingChoices, NO_CHOICES } from '../core/dashboard/findings/findingChoices.ts';
import { readFindingChoices } from '../core/dashboard/findings/readFindingChoices.ts';
import type { Finding } from '../core/waste/finding.ts';
import type { FindingsChange } from '../protocol/findingsSchema.ts';

const STORAGE_KEY = 'findingChoices';

/** What was said about findings, kept for all workspaces. */
export class FindingChoiceStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly storage: Memento;
  private choices: FindingChoices;
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento) {
    this.storage = storage;
    this.choices = readFindingChoices(storage.get(STORAGE_KEY));
  }

  get current(): FindingChoices {
    return this.choices;
  }

  /** `finding` is the one that the change names, where it is known. */
  async change(
    change: Exclude<FindingsChange, { kind: 'act' }>,
    finding: Finding | undefined,
  ): Promise<void> {
    const { choices } = this;
    switch (change.kind) {
      case 'unmuteDetector':
        return this.become({
          ...choices,
          mutedDetectors: choices.mutedDetectors.filter((detector) => detector !== change.detector),
        });
      case 'unmuteProject':
        return this.become({
          ...choices,
          mutedProjects: choices.mutedProjects.filter((project) => project !== change.project),
        });
      case 'restoreNotUseful':
        return this.become({ ...choices, notUseful: NO_CHOICES.notUseful });
      case 'forgetAction':
        return this.become({
          ...choices,
          taken: choices.taken.filter(
            ({ detector, atMs }) => detector !== change.detector || atMs !== change.atMs,
          ),
        });
      default:
        if (finding !== undefined) await this.become(addChoice(choices, change.kind, finding, Date.now()));
    }
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async become(choices: FindingChoices): Promise<void> {
    this.choices = choices;
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, choices);
  }
}
