import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editorUserFolders } from '../../core/usage/sources/places.ts';
import { ownPlace } from './usagePlaces.ts';

/** The extension's folder in an editor's global storage, and the ledger's folder in it. */
const STORAGE = 'globalStorage/token-meter.token-meter';
export const LEDGER_FOLDER = 'usage';

/** The folder of the ledger that the extension keeps for the user; none where it has not kept one, and none for another home. */
export function findOwnLedger(home: string | undefined): string | undefined {
  if (home !== undefined) return undefined;
  const folders = editorUserFolders(ownPlace()).map((user) => join(user, STORAGE, LEDGER_FOLDER));
  return folders.find((folder) => existsSync(folder));
}
