#!/usr/bin/env node
import { COMMANDS } from './commands.ts';
import { UsageError } from './usageError.ts';

// The engine without an editor: `token-meter <command>`.

const [name, ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name as keyof typeof COMMANDS] : undefined;

if (name === undefined || name === '--help' || name === 'help') {
  process.stdout.write(await describeUsage());
} else if (load === undefined) {
  await fail(`Unknown command "${name}".`);
} else {
  try {
    const command = await load();
    const { out, err, exitCode } = await command.run(args, process.cwd());
    process.stderr.write(err);
    process.stdout.write(out);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await fail(error.message);
  }
}

async function describeUsage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((each) => each()));
  return `Usage:\n${commands.map(({ usage, about }) => `  ${usage}\n      ${about}\n`).join('')}`;
}

async function fail(message: string): Promise<void> {
  process.stderr.write(`${message}\n\n${await describeUsage()}`);
  process.exitCode = 2;
}
