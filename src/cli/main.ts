#!/usr/bin/env node
import { COUNT_USAGE, runCount } from './count.ts';
import { UsageError } from './usageError.ts';

// The engine without an editor: `token-meter <command>`.

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
