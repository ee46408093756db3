import fc from 'fast-check';
import {
  DETAILS_OF,
  type DiffTarget,
  fileItem,
  folderItem,
  gitDiffItem,
  globItem,
  linesItem,
  problemsItem,
  type ScopeItem,
  symbolItem,
  TEXT_SOURCES,
  textItem,
} from '../../../src/core/context/scopeItem.ts';
import type { Task } from '../../../src/core/context/task.ts';

/** Any scope items, of every kind, at paths from `path`, with what else can be set. */
export function arbitraryItem(path: fc.Arbitrary<string>): fc.Arbitrary<ScopeItem> {
  const bare: fc.Arbitrary<ScopeItem> = fc.oneof(
    path.map(fileItem),
    path.map(folderItem),
    path.map(problemsItem),
    fc.tuple(path, fc.string({ minLength: 1 })).map(([at, pattern]) => globItem(at, pattern)),
    fc.tuple(path, RANGE).map(([at, lines]) => linesItem(at, lines)),
    fc.tuple(path, fc.string(), RANGE).map(([at, symbol, lines]) => symbolItem(at, symbol, lines)),
    fc.tuple(path, TARGET).map(([at, target]) => gitDiffItem(at, target)),
    fc.tuple(fc.constantFrom(...TEXT_SOURCES), fc.string()).map(([source, text]) => textItem(source, text)),
  );
  return bare.chain((item) =>
    fc
      .record({
        checked: fc.boolean(),
        detail: fc.constantFrom(...DETAILS_OF[item.kind]),
        isStable: fc.boolean(),
        excluded: fc.array(path, { maxLength: 3 }),
      })
      .map(({ checked, detail, isStable, excluded }) => ({
        ...item,
        checked,
        detail,
        ...(isStable && { stable: true as const }),
        ...('excluded' in item && { excluded }),
      })),
  );
}

export const arbitraryTask: fc.Arbitrary<Task> = fc.record({
  goal: fc.string(),
  constraints: fc.string(),
  doneCriteria: fc.string(),
  filesToTouch: fc.string(),
});

const RANGE = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.nat({ max: 50 }))
  .map(([startLine, more]) => ({ startLine, endLine: startLine + more }));

const TARGET: fc.Arbitrary<DiffTarget> = fc.oneof(
  fc.constantFrom<DiffTarget>({ to: 'workingTree' }, { to: 'staged' }),
  fc.string().map((branch): DiffTarget => ({ to: 'branch', branch })),
);
