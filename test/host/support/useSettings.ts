import { ConfigurationTarget, workspace } from 'vscode';
import { SETTINGS } from '../../../src/host/settingKeys.ts';

/** Changes the user's settings; after each test of the suite around they are as they were. */
export function useSettings(): (name: keyof typeof SETTINGS, value: unknown) => Promise<void> {
  const changed = new Set<string>();
  const write = async (key: string, value: unknown) =>
    workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
  afterEach(async () => {
    for (const key of changed) await write(key, undefined);
    changed.clear();
  });
  return async (name, value) => {
    changed.add(SETTINGS[name].key);
    await write(SETTINGS[name].key, value);
  };
}
