#!/usr/bin/env node
import { join } from 'node:path';
import { createCounterLoader } from '../node/counting/counterLoader.ts';
import { FileCounter } from '../node/counting/fileCounter.ts';
import { COUNT_USAGE, runCount } from './count.ts';
import { UsageError } from './usageError.ts';

// The engine without an editor: `token-meter <command>`.

// The vocabularies and the worker's bundle lie beside this one.
const folder = import.meta.dirname;
const counter = new FileCounter({
  loadCounter: createCounterLoader(folder),
  workerPath: join(folder, 'worker.cjs'),
});

const COMMANDS = { count: runCount };

const USAGE = `Usage:
  ${COUNT_USAGE}
      Tokens of each file and of all; folders by the rules of .gitignore.
`;

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name as keyof typeof COMMANDS] : undefined;

if (name === undefined || name === '--help' || name === 'help') {
  process.stdout.write(USAGE);
} else if (command === undefined) {
  fail(`Unknown command "${name}".`);
} else {
  try {
    const { out, err, exitCode } = await command(args, process.cwd(), counter);
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
