import {
  type ChildProcess,
  type SpawnOptions,
  type StdioOptions,
  spawn,
  spawnSync,
} from 'node:child_process';

const running = new Set<ChildProcess>();
const isWindows = process.platform === 'win32';

/** Starts a program in a process group of its own, so that it can be ended with all it started. */
export function startProcess(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !isWindows });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a program to its end; the exit code, or 1 when it could not start or was killed. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = startProcess(command, args, { stdio: 'inherit', ...options });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs npm in a folder with a package.json of its own, whatever npm or shell this process came from. */
export function runNpm(
  args: readonly string[],
  cwd: string,
  stdio: StdioOptions = 'inherit',
): Promise<number> {
  const cli = process.env['npm_execpath'];
  const all = ['--prefix', cwd, ...args];
  return cli?.endsWith('.js')
    ? runProcess(process.execPath, [cli, ...all], { cwd, stdio })
    : runProcess('npm', all, { cwd, stdio, shell: isWindows });
}

/** Asks the process and its children to end, and insists after two seconds. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  killTree(child, 'SIGTERM');
  const insist = setTimeout(() => killTree(child, 'SIGKILL'), 2000);
  await ended;
  clearTimeout(insist);
  killTree(child, 'SIGKILL');
}

/** On Ctrl-C and its like this process exits with the given code, and with it ends all it started. */
export function exitOnSignals(code: number): void {
  // Not `once`: a second signal, from the terminal and handed on as well, would cut the exit short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(code));
}

process.once('exit', () => {
  for (const child of running) killTree(child, 'SIGKILL');
});

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is already gone.
  }
}
