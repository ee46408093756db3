import type { Suggestion } from '../../core/context/suggest/suggestion.ts';
import type { CounterLoader } from '../counting/counterLoader.ts';
import type { SourceParser } from '../outline/parseSource.ts';
import { ScopeIndex } from './scopeIndex.ts';
import { type SuggestRequest, suggestScope } from './suggestScope.ts';
import type { SuggestWorkspace } from './suggestWorkspace.ts';

export type SuggestAnswer = Suggestion & {
  /** False when it was made while the index was still being built. */
  isComplete: boolean;
  /** The absolute paths of the items and of what was left out, by the path that they have there. */
  locations: Readonly<Record<string, string>>;
};

const WARM_UP_BUDGET = 8000;

export type SuggestEngine = {
  loadCounter: CounterLoader;
  parseSource: SourceParser;
  /** Where the index is kept between sessions; without one it is not. */
  cacheFolder?: string | undefined;
};

/**
 * Suggests scopes for one workspace at a time: the index of another one is let go. For worker threads and the command line: indexing works in
 * slices, so that questions are answered meanwhile, from what is known by then.
 */
export class ScopeSuggester {
  private readonly engine: SuggestEngine;
  private current: { key: string; index: Promise<ScopeIndex> } | undefined;
  private refreshing: Promise<void> | undefined;

  constructor(engine: SuggestEngine) {
    this.engine = engine;
  }

  /** Reads what has changed since the last time, all of it the first time. Rejects with the signal's reason when aborted. */
  async refresh(
    workspace: SuggestWorkspace,
    report?: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const index = await this.indexOf(workspace);
    // Two at once would read everything twice.
    await this.refreshing?.catch(() => undefined);
    this.refreshing = index.refresh(report, signal);
    await this.refreshing;
    await index.save();
  }

  /** Takes files and folders that were saved, created or deleted into account; `paths` are absolute. */
  async updateFiles(
    workspace: SuggestWorkspace,
    paths: readonly string[],
    signal?: AbortSignal,
  ): Promise<void> {
    const index = await this.indexOf(workspace);
    await this.refreshing?.catch(() => undefined);
    this.refreshing = index.updateFiles(paths, signal);
    await this.refreshing;
  }

  /** From what is known by now: refresh first, unless a first answer is wanted before that is done. */
  async suggest(workspace: SuggestWorkspace, request: SuggestRequest): Promise<SuggestAnswer> {
    const index = await this.indexOf(workspace);
    const counter = await this.engine.loadCounter(workspace.encoding);
    const { parseSource } = this.engine;
    const suggestion = await suggestScope(index, workspace.roots, request, { counter, parseSource });
    const shown = [...suggestion.items, ...suggestion.leftOut];
    const locations = Object.fromEntries(shown.map(({ path }) => [path, index.pathOf(path) ?? path]));
    return { ...suggestion, isComplete: index.isComplete, locations };
  }

  /** Loads what the first suggestion would wait for: grammars, and code that is compiled when it first runs. */
  async warmUp(workspace: SuggestWorkspace): Promise<void> {
    const index = await this.indexOf(workspace);
    const filesAtHand = index.sampleFiles().map((path) => ({ path, kind: 'open' as const }));
    const request = { task: 'warm up', filesAtHand, budget: WARM_UP_BUDGET, format: 'markdown' as const };
    if (filesAtHand.length > 0) await this.suggest(workspace, request);
  }

  private indexOf(workspace: SuggestWorkspace): Promise<ScopeIndex> {
    const key = JSON.stringify(workspace);
    if (this.current?.key !== key) {
      const { loadCounter, cacheFolder } = this.engine;
      const index = loadCounter(workspace.encoding).then(
        (counter) => new ScopeIndex(workspace, counter, cacheFolder),
      );
      this.current = { key, index };
    }
    return this.current.index;
  }
}
