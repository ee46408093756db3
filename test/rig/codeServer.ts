import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeServerEntry, ensureCodeServer } from './codeServerInstall.ts';
import { startProcess, stopProcess } from './processes.ts';

export interface CodeServerOptions {
  /** Holds user data and configuration; kept between starts when it is the same folder. */
  dataDir: string;
  extensionsDir: string;
  /** False leaves workspace trust on, so that folders open in Restricted Mode. */
  trusted: boolean;
  /** Replaces the user's settings, if given. */
  settings?: Record<string, unknown>;
  /** The whole environment of the server and its extension hosts. */
  env: NodeJS.ProcessEnv;
  /** 0, the default, takes a free one. */
  port?: number;
  locale?: string | undefined;
  /** A CommonJS module that the server loads before anything else. */
  preload?: string;
}

export interface CodeServer {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string;
  /** What the server has written so far, for error messages. */
  readLog(): string;
  stop(): Promise<void>;
  /** The exit code, once the server has ended by itself or otherwise. */
  ended: Promise<number>;
}

/** Starts VS Code as a server for browsers of this machine only, on a free port. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  await ensureCodeServer();
  if (options.settings) await writeSettings(options.dataDir, options.settings);
  const dieWithParent = pathToFileURL(join(import.meta.dirname, 'dieWithParent.mjs')).href;
  const args = ['--import', dieWithParent, ...(options.preload ? ['--require', options.preload] : [])];
  args.push(codeServerEntry, ...(await writeConfig(options.dataDir)));
  args.push('--bind-addr', `127.0.0.1:${options.port ?? 0}`, '--extensions-dir', options.extensionsDir);
  args.push('--disable-telemetry', '--disable-update-check', '--disable-getting-started-override');
  if (options.trusted) args.push('--disable-workspace-trust');
  if (options.locale) args.push('--locale', options.locale);

  // Left over when this runs in a terminal of code-server, these two would mislead it.
  const { CODE_SERVER_PARENT_PID: _parent, PORT: _port, ...env } = options.env;
  const child = startProcess(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let log = '';
  const collect = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-100_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const readLog = () => log;
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  return { origin: await waitForOrigin(child, readLog), readLog, stop: () => stopProcess(child), ended };
}

/** Replaces the user's settings; a running VS Code takes them over within a second or two. */
export async function writeSettings(dataDir: string, settings: Record<string, unknown>): Promise<void> {
  const file = settingsFile(dataDir);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, null, 2));
}

export function settingsFile(dataDir: string): string {
  return join(dataDir, 'user-data', 'User', 'settings.json');
}

/** The arguments that keep code-server's configuration and data out of the home folder. */
export async function writeConfig(dataDir: string): Promise<string[]> {
  const config = join(dataDir, 'config.yaml');
  await mkdir(dataDir, { recursive: true });
  await writeFile(config, 'auth: none\n');
  return ['--config', config, '--user-data-dir', join(dataDir, 'user-data')];
}

async function waitForOrigin(child: ChildProcess, readLog: () => string): Promise<string> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    const origin = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(readLog())?.[1];
    if (origin) return origin;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stopProcess(child);
  throw new Error(`code-server did not start:\n${readLog()}`);
}
