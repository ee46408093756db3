import { readdirSync } from 'node:fs';

/** Where the Windows Subsystem for Linux shows the homes of Windows. */
const USERS = '/mnt/c/Users';
/** Homes of nobody. */
const NO_USERS: ReadonlySet<string> = new Set(['Public', 'Default', 'Default User', 'All Users']);

/** The home folders of Windows, seen from a Linux on the same machine; elsewhere a single look for a folder that is not there. */
export function findWindowsHomes(users = USERS): string[] {
  try {
    return readdirSync(users, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !NO_USERS.has(entry.name))
      .map(({ name }) => `${users}/${name}`);
  } catch {
    return [];
  }
}
