import { ConfigurationTarget, workspace } from 'vscode';
import { SETTINGS } from '../../../src/host/settingKeys.ts';

/** Changes the user's settings; after each test of the suite around they are as they were. */
export function useSettings(): (name: keyof typeof SETTINGS, value: unknown) => Promise<void> {
  const before = new Map<string, unknown>();
  const write = async (key: string, value: unknown) =>
    workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
  afterEach(async () => {
    for (const [key, value] of before) await write(key, value);
    before.clear();
  });
  return async (name, value) => {
    const { key } = SETTINGS[name];
    if (!before.has(key)) before.set(key, workspace.getConfiguration().inspect(key)?.globalValue);
    await write(key, value);
  };
}
