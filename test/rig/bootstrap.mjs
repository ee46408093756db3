// Runs on the Node that is at hand (18 or newer): installs what is missing, then hands over to
// test/rig/<command>.ts under the Node that the project brings along.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binDir = join(root, 'node_modules', 'node', 'bin');
const node = join(binDir, process.platform === 'win32' ? 'node.exe' : 'node');
const [command, ...args] = process.argv.slice(2);

if (!isInstalled()) install();
hand(command, args);

/** True when every package of the lock file is there in its version; npm keeps a list of what it installed. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed || !existsSync(node)) return false;
  const wanted = Object.entries(readPackages('package-lock.json') ?? {});
  return wanted.every(([path, { version, optional }]) => {
    return path === '' || (installed[path] ? installed[path].version === version : optional);
  });
}

function readPackages(lockFile) {
  const path = join(root, lockFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

function install() {
  console.log('Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const ci = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...ci], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ci, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0 && existsSync(node)) return;
  console.error(
    'npm ci did not bring everything along. Are install scripts switched off, or the registry out of reach?',
  );
  process.exit(1);
}

function hand(name, rest) {
  const pathName = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [binDir, join(root, 'node_modules', '.bin'), process.env[pathName]].join(delimiter);
  const dieWithParent = new URL('dieWithParent.mjs', import.meta.url).href;
  const rig = join(root, 'test', 'rig', `${name}.ts`);
  const child = spawn(node, ['--import', dieWithParent, rig, ...rest], {
    cwd: root,
    env: { ...process.env, [pathName]: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The shell between npm and this process does not hand on the signal that ends npm; it is only seen to be gone.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill(), 1000).unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
