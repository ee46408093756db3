import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Weights } from '../../../src/core/context/suggest/rankFiles.ts';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { createSourceParser } from '../../../src/node/outline/parseSource.ts';
import { ScopeIndex } from '../../../src/node/suggest/scopeIndex.ts';
import { git, listCases } from './listCases.ts';
import { measureCase } from './measureCase.ts';
import { printBudgets, printSignals } from './printRecall.ts';
import { BUDGETS, MEASURED, type Measured, SIGNAL_BUDGET, SIGNAL_VARIANTS } from './rankings.ts';

/**
 * `node test/bench/scope/main.ts <repository…> [--cases N] [--signals]`: of what past commits touched, how much is inside the scope that is
 * suggested from the commit's first line and one of its files, on the tree and the history before it. Repositories are cloned into a temporary
 * folder; vocabularies and grammars must have been built.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '80' }, signals: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('Usage: node test/bench/scope/main.ts <repository…> [--cases N] [--signals]');
  process.exit(1);
}
const built = join(import.meta.dirname, '../../../dist');
const counter = await createCounterLoader(built)('o200k_base');
const engine = { counter, parseSource: createSourceParser(built) };
const results = [];
for (const path of positionals) {
  const result = await measureRepository(resolve(path));
  results.push(result);
  printBudgets([result]);
}
printBudgets(results);
if (values.signals) printSignals(results.flatMap(({ measured }) => measured));

async function measureRepository(repository: string) {
  const clone = mkdtempSync(join(tmpdir(), 'scope-bench-'));
  const measured: Measured[] = [];
  let [files, leftOut] = [0, 0];
  try {
    git(clone, ['clone', '-q', '--shared', '--no-checkout', repository, '.']);
    const index = new ScopeIndex(
      { roots: [{ path: clone, name: 'clone' }], encoding: 'o200k_base', mayRunGit: true },
      counter,
    );
    for (const bench of listCases(repository, Number(values.cases))) {
      if (!checkOut(clone, bench.parent)) {
        leftOut += 1;
        continue;
      }
      await index.refresh();
      const measure = (weights: Weights, budget: number) =>
        measureCase(index, clone, bench, weights, budget, engine);
      const row: Measured = { budgets: {}, signals: {} };
      for (const budget of BUDGETS) {
        for (const [name, weights] of Object.entries(MEASURED))
          row.budgets[`${name} ${budget}`] = await measure(weights, budget);
      }
      if (values.signals) {
        for (const [name, weights] of SIGNAL_VARIANTS)
          row.signals[name] = await measure(weights, SIGNAL_BUDGET);
      }
      measured.push(row);
      files = index.getCorpus().files.length;
    }
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
  return { name: basename(repository), files, leftOut, measured };
}

/** False where the clone has not all of the tree. */
function checkOut(clone: string, commit: string): boolean {
  try {
    git(clone, ['checkout', '-q', '-f', '--detach', commit]);
  } catch {
    // It may have failed for one file only.
  }
  return git(clone, ['rev-parse', 'HEAD']).trim() === commit;
}
