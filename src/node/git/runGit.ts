import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** What Git wrote, or the code it ended with; `undefined` where it could not be started at all. */
export type GitResult = { output: string; exitCode: number } | undefined;

/**
 * Runs Git in `folder`, without a shell and without the programs, pagers and questions that a repository's settings can add. Filters that
 * the settings name still run on files that changed: only for workspaces that the user trusts. Rejects when aborted.
 */
export function runGit(folder: string, args: readonly string[], signal?: AbortSignal): Promise<GitResult> {
  const options = {
    // Not the folder itself: Windows would take a git.exe that lies there for Git.
    cwd: dirname(process.execPath),
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    maxBuffer: MAX_OUTPUT_BYTES,
    windowsHide: true,
    ...(signal !== undefined && { signal }),
  };
  // No argument can hold it: Node would throw.
  if ([folder, ...args].some((arg) => arg.includes('\0'))) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    execFile('git', ['-C', folder, ...HARMLESS, ...args], options, (error, output) => {
      if (signal?.aborted) reject(signal.reason);
      else if (error === null) resolve({ output, exitCode: 0 });
      else resolve(typeof error.code === 'number' ? { output, exitCode: error.code } : undefined);
    });
  });
}

const HARMLESS = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
