import { join } from 'node:path';
import type { Engine } from './engine.ts';
import type { Output } from './output.ts';

export type Command = {
  /** How it is called. */
  usage: string;
  about: string;
  run: (args: readonly string[], cwd: string) => Promise<Output>;
};

// Beside this bundle lie those of the threads, the vocabularies and the grammars; what a command loads lies in a folder of its own.
const FOLDER = import.meta.dirname;
const USAGE_WORKER = join(FOLDER, 'usageWorker.cjs');

/** The commands by name, each loaded when it is asked for: all of them take longer to load than Node takes to start. */
export const COMMANDS = {
  count: async () => {
    const [{ COUNT_USAGE, runCount }, { counter }] = await Promise.all([import('./count.ts'), loadEngine()]);
    return {
      usage: COUNT_USAGE,
      about: 'Tokens of each file and of all; folders by the rules of .gitignore.',
      run: (args, cwd) => runCount(args, cwd, counter),
    };
  },
  pack: async () => {
    const [{ PACK_USAGE, runPack }, { DETAILS }, { counter: files, loadCounter, parseSource }] =
      await Promise.all([import('./pack.ts'), import('../core/context/detail.ts'), loadEngine()]);
    return {
      usage: PACK_USAGE,
      about: `Files, folders and globs as one text for a model, without secrets; DETAIL is one of ${DETAILS.join(', ')}.`,
      run: (args, cwd) => runPack(args, cwd, { files, loadCounter, parseSource }),
    };
  },
  reduce: async () => {
    const [{ REDUCE_USAGE, runReduce }, { loadCounter }] = await Promise.all([
      import('./reduce.ts'),
      loadEngine(),
    ]);
    return {
      usage: REDUCE_USAGE,
      about:
        'A log, JSON or table with what matters, at most N tokens of it; KIND is told by the text unless given.',
      run: (args, cwd) => runReduce(args, cwd, { loadCounter, stdin: process.stdin }),
    };
  },
  outline: async () => {
    const [{ OUTLINE_USAGE, runOutline }, { loadCounter, worker }] = await Promise.all([
      import('./outline.ts'),
      loadEngine(),
    ]);
    return {
      usage: OUTLINE_USAGE,
      about: 'Imports and declarations of source files without their bodies, each with its line number.',
      run: (args, cwd) => runOutline(args, cwd, { loadCounter, worker }),
    };
  },
  scope: async () => {
    const [{ runScope, SCOPE_USAGE }, { worker }] = await Promise.all([import('./scope.ts'), loadEngine()]);
    return {
      usage: SCOPE_USAGE,
      about:
        'The files that a task needs, chosen by its words, imports and the Git history, at most N tokens of them (16,000).',
      run: (args, cwd) => runScope(args, cwd, worker),
    };
  },
  usage: async () => {
    const { runUsage, USAGE_USAGE } = await import('./usage.ts');
    return {
      usage: USAGE_USAGE,
      about: 'Tokens and list price of what coding agents have really used, from their logs.',
      run: (args, cwd) => runUsage(args, cwd, USAGE_WORKER),
    };
  },
  waste: async () => {
    const { runWaste, WASTE_USAGE } = await import('./waste.ts');
    return {
      usage: WASTE_USAGE,
      about:
        'What burnt tokens in the sessions of coding agents: each finding with its evidence, tokens and dollars.',
      run: (args, cwd) => runWaste(args, cwd, USAGE_WORKER),
    };
  },
  plan: async () => {
    const { PLAN_USAGE, runPlan } = await import('./plan.ts');
    return {
      usage: PLAN_USAGE,
      about:
        'What it would cost: context and iterations, caching, output limits, batches, fine-tuning, volume, compounding error.',
      run: (args, cwd) => runPlan(args, cwd),
    };
  },
  tier: async () => {
    const [{ runTier, TIER_USAGE }, { loadCounter }] = await Promise.all([import('./tier.ts'), loadEngine()]);
    return {
      usage: TIER_USAGE,
      about: 'The cheapest tier that can do a task, why, and models of it with the price of the scope.',
      run: (args, cwd) => runTier(args, cwd, { loadCounter }),
    };
  },
  lint: async () => {
    const [{ LINT_USAGE, runLint }, { loadCounter }] = await Promise.all([import('./lint.ts'), loadEngine()]);
    return {
      usage: LINT_USAGE,
      about:
        'What to change in prompts and in files with instructions, such as CLAUDE.md, and what these cost in each call.',
      run: (args, cwd) => runLint(args, cwd, { loadCounter, usageWorkerPath: USAGE_WORKER }),
    };
  },
} satisfies Record<string, () => Promise<Command>>;

let engine: Promise<Engine> | undefined;

function loadEngine(): Promise<Engine> {
  engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(FOLDER));
  return engine;
}
