import { homedir } from 'node:os';
import { PLATFORMS, type Place, type Platform } from '../../core/usage/sources/logSource.ts';

/** The user's own logs: by their environment on their system. */
export function ownPlace(): Place {
  return { home: homedir(), platform: platformOf(process.platform), env: process.env };
}

/** A folder laid out like a home folder of any system. The environment tells of another home and is left out. */
export function placesOfHome(home: string): Place[] {
  return PLATFORMS.map((platform) => ({ home, platform, env: {} }));
}

function platformOf(name: string): Platform {
  return PLATFORMS.find((platform) => platform === name) ?? 'linux';
}
