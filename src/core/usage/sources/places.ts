import type { Place } from './logSource.ts';

/** Paths of other systems are read too, so `/` it is; Windows takes both. */
export function joinPath(...parts: readonly string[]): string {
  return parts.join('/').replace(/\/{2,}/g, '/');
}

/** A variable that holds one path or several, separated by commas; `~` is the home folder. */
export function listPaths(value: string | undefined, home: string): string[] {
  return (value ?? '')
    .split(',')
    .map((path) => path.trim().replace(/^~(?=$|[\\/])/, home))
    .filter((path) => path !== '');
}

/** Where programs keep what a user configures. */
export function configFolder({ home, platform, env }: Place): string {
  if (platform === 'darwin') return joinPath(home, 'Library/Application Support');
  if (platform === 'win32') return env['APPDATA'] ?? joinPath(home, 'AppData/Roaming');
  return env['XDG_CONFIG_HOME'] ?? joinPath(home, '.config');
}

/** By XDG's rules, which some tools follow on every system. */
export function xdgConfigFolder({ home, env }: Place): string {
  return env['XDG_CONFIG_HOME'] ?? joinPath(home, '.config');
}

export function xdgDataFolder({ home, env }: Place): string {
  return env['XDG_DATA_HOME'] ?? joinPath(home, '.local/share');
}

const EDITORS = ['Code', 'Code - Insiders', 'Code - Exploration', 'VSCodium', 'Cursor', 'Windsurf'] as const;
const REMOTE_FOLDERS = ['.vscode-server', '.vscode-server-insiders', '.vscode-remote'] as const;

/** The `User` folders of VS Code and its kin, those of remote servers too. */
export function editorUserFolders(place: Place): string[] {
  return [
    ...(place.userFolder === undefined ? [] : [place.userFolder]),
    ...EDITORS.map((editor) => joinPath(configFolder(place), editor, 'User')),
    ...REMOTE_FOLDERS.map((folder) => joinPath(place.home, folder, 'data/User')),
  ];
}

/** The last name of a path, without its extension. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(jsonl\.zst|[^.]+)$/, '');
}
