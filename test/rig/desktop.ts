import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheDir, vscodeVersion } from './paths.ts';

export interface EditorChoice {
  /** The program of a VS Code with windows; without one, VS Code runs as a server. */
  executable: string | undefined;
  why: string;
}

/** An installed VS Code where there is a display, else a downloaded one, else none. */
export async function chooseEditor(): Promise<EditorChoice> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return { executable: undefined, why: 'VS Code as a server (code-server): there is no display' };
  }
  const installed = findInstalled();
  if (installed) return { executable: installed, why: `the installed VS Code (${installed})` };
  try {
    console.log(`Looking for VS Code ${vscodeVersion} in .cache/vscode, or downloading it …`);
    const executable = await downloadAndUnzipVSCode({
      version: vscodeVersion,
      cachePath: join(cacheDir, 'vscode'),
      reporter: new SilentReporter(),
    });
    return {
      executable,
      why: `a downloaded VS Code ${vscodeVersion}: there is a display, but no installed one`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      executable: undefined,
      why: `VS Code as a server (code-server): none is installed, and the download failed (${reason})`,
    };
  }
}

/** What every window of ours is started with: its own data, nothing that asks or updates. */
export function desktopArguments(dataDir: string): string[] {
  const args = [
    '--user-data-dir',
    join(dataDir, 'user-data'),
    '--extensions-dir',
    join(dataDir, 'extensions'),
  ];
  args.push('--disable-updates', '--skip-welcome', '--skip-release-notes');
  return process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args;
}

/** The environment without what a terminal inside VS Code adds, which would make it act as plain Node. */
export function desktopEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
}

/** The program itself, not its command-line starter: that one ends at once and leaves the window behind. */
function findInstalled(): string | undefined {
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  if (process.platform === 'darwin') {
    return firstExisting(
      ['Code', 'Electron'].map((name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    return firstExisting([
      `${LOCALAPPDATA}\\Programs\\Microsoft VS Code\\Code.exe`,
      `${PROGRAMFILES}\\Microsoft VS Code\\Code.exe`,
    ]);
  }
  const starter = firstExisting((process.env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, 'code')));
  const besideStarter = starter ? [join(realpathSync(starter), '..', '..', 'code')] : [];
  return firstExisting([...besideStarter, '/usr/share/code/code', '/snap/code/current/usr/share/code/code']);
}

function firstExisting(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}
