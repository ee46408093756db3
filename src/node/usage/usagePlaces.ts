import { homedir } from 'node:os';
import { PLATFORMS, type Place, type Platform } from '../../core/usage/sources/logSource.ts';
import { withStorageFolders } from './storageFolders.ts';
import { findWindowsHomes } from './windowsHomes.ts';

/** The user's own logs, by their environment on their system; first of all `ownPlaces`. */
export function ownPlace(): Place {
  return { home: homedir(), platform: platformOf(process.platform), env: process.env };
}

/** The user's own logs, and beside a Linux those of the Windows that it runs in. `userFolder` is the editor's own, wherever it is. */
export function ownPlaces(userFolder?: string): Place[] {
  const own = ownPlace();
  return [
    { ...own, ...(userFolder !== undefined && { userFolder }) },
    ...(own.platform === 'linux' ? findWindowsHomes().map(windowsPlace) : []),
  ].map(withStorageFolders);
}

/** A folder laid out like a home folder of any system. The environment tells of another home and is left out. */
export function placesOfHome(home: string): Place[] {
  return PLATFORMS.map((platform) => withStorageFolders({ home, platform, env: {} }));
}

/** A home of Windows, whose environment is not ours. */
export function windowsPlace(home: string): Place {
  return { home, platform: 'win32', env: {}, isBesideLinux: true };
}

function platformOf(name: string): Platform {
  return PLATFORMS.find((platform) => platform === name) ?? 'linux';
}
