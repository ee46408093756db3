import { rankBySignals, type Weights } from '../../../src/core/context/suggest/rankFiles.ts';
import { measureSignals } from '../../../src/core/context/suggest/signals/measureSignals.ts';
import type { TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import type { SourceParser } from '../../../src/node/outline/parseSource.ts';
import type { ScopeIndex } from '../../../src/node/suggest/scopeIndex.ts';
import { suggestScope } from '../../../src/node/suggest/suggestScope.ts';
import type { BenchCase } from './listCases.ts';

/** How much of what a commit touched was inside, from 0 to 1. */
export type Recall = {
  /** Of all touched files. */
  all: number;
  /** Of those that were not given: the open file is always inside. */
  others: number;
  /** The same, where a file that comes by its names only does not count. */
  beyondNames: number;
  /** The same, where only the first ten files beside the given one count: how well they are ordered. */
  firstTen: number;
  /** Files in the scope. */
  items: number;
  /** Tokens over the budget: 0 unless something is wrong. */
  over: number;
};

type Engine = { counter: TokenCounter; parseSource: SourceParser };

/** What the product suggests with these weights on one case. The index is that of the tree before the commit, in the folder `root`. */
export async function measureCase(
  index: ScopeIndex,
  root: string,
  bench: BenchCase,
  weights: Weights,
  budget: number,
  engine: Engine,
): Promise<Recall> {
  const filesAtHand = [{ path: bench.open, kind: 'open' as const }];
  const { items, totalTokens } = await suggestScope(
    index,
    [{ path: root, name: 'clone' }],
    { task: bench.task, filesAtHand, budget, format: 'markdown' },
    engine,
    (corpus, question) => rankBySignals(corpus, question, measureSignals(corpus, question), weights),
  );
  const inside = new Set(items.map(({ path }) => path));
  const read = new Set(items.filter(({ isNamesOnly }) => isNamesOnly !== true).map(({ path }) => path));
  const others = bench.touched.filter((path) => path !== bench.open);
  return {
    all: shareOf(bench.touched, inside),
    others: shareOf(others, inside),
    beyondNames: shareOf(others, read),
    firstTen: shareOf(others, new Set(items.slice(0, 11).map(({ path }) => path))),
    items: items.length,
    over: Math.max(0, totalTokens - budget),
  };
}

function shareOf(paths: readonly string[], inside: ReadonlySet<string>): number {
  return paths.filter((path) => inside.has(path)).length / paths.length;
}
