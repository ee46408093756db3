import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORAGE_SETTINGS } from '../../core/usage/sources/clineTasks.ts';
import type { Place } from '../../core/usage/sources/logSource.ts';
import { editorUserFolders } from '../../core/usage/sources/places.ts';
import { readTextSetting } from '../../core/usage/sources/readTextSetting.ts';
import type { SourceId } from '../../core/usage/usageRecord.ts';

/** The place with the folders into which an editor's settings have moved tasks. */
export function withStorageFolders(place: Place): Place {
  const settings = editorUserFolders(place).flatMap(listSettings).map(readIfThere);
  const storageFolders: Partial<Record<SourceId, string[]>> = {};
  for (const { source, setting } of STORAGE_SETTINGS) {
    const folders = settings.flatMap((text) => readTextSetting(text, setting) ?? []).map(toMounted);
    if (folders.length > 0) storageFolders[source] = folders;
  }
  return Object.keys(storageFolders).length === 0 ? place : { ...place, storageFolders };
}

/** The settings of a user and of each profile. */
function listSettings(user: string): string[] {
  const profiles = listIfThere(join(user, 'profiles')).map((name) => join(user, 'profiles', name));
  return [user, ...profiles].map((folder) => join(folder, 'settings.json'));
}

/** A path of Windows as Linux beside it sees it; of Windows itself as it is. */
function toMounted(path: string): string {
  const [, drive, rest] = /^([a-z]):[\\/](.*)$/i.exec(path) ?? [];
  if (drive === undefined || process.platform === 'win32') return path;
  return `/mnt/${drive.toLowerCase()}/${(rest ?? '').replaceAll('\\', '/')}`;
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
