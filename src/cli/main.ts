#!/usr/bin/env node
import { join } from 'node:path';
import { DETAILS } from '../core/context/detail.ts';
import { createCounterLoader } from '../node/counting/counterLoader.ts';
import { CountingWorker } from '../node/counting/countingWorker.ts';
import { FileCounter } from '../node/counting/fileCounter.ts';
import type { SourceParser } from '../node/outline/parseSource.ts';
import { COUNT_USAGE, runCount } from './count.ts';
import { OUTLINE_USAGE, runOutline } from './outline.ts';
import type { Output } from './output.ts';
import { PACK_USAGE, runPack } from './pack.ts';
import { PLAN_USAGE, runPlan } from './plan.ts';
import { REDUCE_USAGE, runReduce } from './reduce.ts';
import { runScope, SCOPE_USAGE } from './scope.ts';
import { runTier, TIER_USAGE } from './tier.ts';
import { runUsage, USAGE_USAGE } from './usage.ts';
import { UsageError } from './usageError.ts';

// The engine without an editor: `token-meter <command>`.

// The vocabularies, the grammars and the worker's bundle lie beside this one.
const folder = import.meta.dirname;
const loadCounter = createCounterLoader(folder);
const workerPath = join(folder, 'worker.cjs');
const counter = new FileCounter({ loadCounter, workerPath });
const worker = new CountingWorker(workerPath, {});
// In a thread of its own: a source that no parser survives ends that thread only.
const parseSource: SourceParser = (path, text) => worker.ask({ ask: 'source', path, text });

type Command = (args: readonly string[], cwd: string) => Promise<Output>;
const COMMANDS = {
  count: (args, cwd) => runCount(args, cwd, counter),
  pack: (args, cwd) => runPack(args, cwd, { files: counter, loadCounter, parseSource }),
  reduce: (args, cwd) => runReduce(args, cwd, { loadCounter, stdin: process.stdin }),
  outline: (args, cwd) => runOutline(args, cwd, { loadCounter, worker }),
  scope: (args, cwd) => runScope(args, cwd, worker),
  usage: (args, cwd) => runUsage(args, cwd, join(folder, 'usageWorker.cjs')),
  plan: (args, cwd) => runPlan(args, cwd),
  tier: (args, cwd) => runTier(args, cwd, { loadCounter }),
} satisfies Record<string, Command>;

const USAGE = `Usage:
  ${COUNT_USAGE}
      Tokens of each file and of all; folders by the rules of .gitignore.
  ${PACK_USAGE}
      Files, folders and globs as one text for a model, without secrets; DETAIL is one of ${DETAILS.join(', ')}.
  ${REDUCE_USAGE}
      A log, JSON or table with what matters, at most N tokens of it; KIND is told by the text unless given.
  ${OUTLINE_USAGE}
      Imports and declarations of source files without their bodies, each with its line number.
  ${SCOPE_USAGE}
      The files that a task needs, chosen by its words, imports and the Git history, at most N tokens of them (16,000).
  ${USAGE_USAGE}
      Tokens and list price of what coding agents have really used, from their logs.
  ${PLAN_USAGE}
      What it would cost: context and iterations, caching, output limits, batches, fine-tuning, volume, compounding error.
  ${TIER_USAGE}
      The cheapest tier that can do a task, why, and models of it with the price of the scope.
`;

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name as keyof typeof COMMANDS] : undefined;

if (name === undefined || name === '--help' || name === 'help') {
  process.stdout.write(USAGE);
} else if (command === undefined) {
  fail(`Unknown command "${name}".`);
} else {
  try {
    const { out, err, exitCode } = await command(args, process.cwd());
    process.stderr.write(err);
    process.stdout.write(out);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    fail(error.message);
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n\n${USAGE}`);
  process.exitCode = 2;
}
