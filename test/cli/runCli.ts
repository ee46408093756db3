import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

export type CliRun = { stdout: string; stderr: string; code: number };

/** Runs the built command line in a process of its own. */
export async function runCli(cwd: string, ...args: string[]): Promise<CliRun> {
  try {
    const options = { cwd, maxBuffer: 256 * 1024 * 1024 };
    return { ...(await promisify(execFile)(process.execPath, [CLI, ...args], options)), code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as CliRun;
    return { stdout, stderr, code };
  }
}
