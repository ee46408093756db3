import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { withStorageFolders } from '../../../src/node/usage/storageFolders.ts';
import { ownPlaces, placesOfHome, windowsPlace } from '../../../src/node/usage/usagePlaces.ts';
import { findWindowsHomes } from '../../../src/node/usage/windowsHomes.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { HOME } from './homeFixture.ts';
import { OTHER_LOGS } from './otherLogs.ts';

const TASK =
  OTHER_LOGS['.config/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/t2/ui_messages.json']!;
const TRANSCRIPT = HOME['.claude/projects/-p/a.jsonl']!;

const foundBelow = (home: string) => findLogs(placesOfHome(home)).map(({ source, path }) => [source, path]);

describe('places of logs', () => {
  it('follow the settings that move the tasks of Roo Code and Kilo Code', () => {
    const storage = makeFolder({
      'roo/tasks/t1/ui_messages.json': TASK,
      'kilo/tasks/t2/ui_messages.json': TASK,
    });
    const settings = { 'roo-cline.customStoragePath': `${storage}/roo` };
    const home = makeFolder({
      '.config/Code/User/settings.json': `// mine\n${JSON.stringify(settings, null, 2)}`,
      '.vscode-server/data/User/profiles/a1/settings.json': `{ "kilo-code.customStoragePath": "${storage}/kilo", }`,
    });
    expect(foundBelow(home)).toEqual([
      ['rooCode', `${storage}/roo/tasks/t1/ui_messages.json`],
      ['kiloCode', `${storage}/kilo/tasks/t2/ui_messages.json`],
    ]);
    expect(foundBelow(makeFolder())).toEqual([]);
  });

  it('are read as Linux sees them where the settings are those of Windows', () => {
    const settings = JSON.stringify({ 'roo-cline.customStoragePath': 'D:\\roo\\tasks of mine' });
    const home = makeFolder({ 'AppData/Roaming/Code/User/settings.json': settings });
    expect(withStorageFolders(windowsPlace(home)).storageFolders).toEqual({
      rooCode: ['/mnt/d/roo/tasks of mine'],
    });
  });

  it('are those of Windows too, where its users are seen from Linux', async () => {
    const users = makeFolder({
      'Ann Lee/.claude/projects/C--p/a.jsonl': TRANSCRIPT,
      'Ann Lee/AppData/Roaming/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/t1/ui_messages.json':
        TASK,
      'Public/.claude/projects/p/b.jsonl': TRANSCRIPT,
      'desktop.ini': '',
    });
    symlinkSync(join(users, 'Public'), join(users, 'All Users'));
    const homes = findWindowsHomes(users);
    expect(homes).toEqual([`${users}/Ann Lee`]);
    const logs = findLogs(homes.map(windowsPlace));
    expect(logs.map(({ path }) => path.slice(homes[0]?.length))).toEqual([
      '/.claude/projects/C--p/a.jsonl',
      '/AppData/Roaming/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/t1/ui_messages.json',
    ]);
    expect((await collectUsage(logs)).records.length).toBeGreaterThan(1);
  });

  it('are the own ones first, with the folder of the editor that asks', () => {
    const [own, ...others] = ownPlaces('/portable/User');
    expect(own).toMatchObject({ userFolder: '/portable/User', env: process.env });
    expect(others.every(({ isBesideLinux, env }) => isBesideLinux && Object.keys(env).length === 0)).toBe(
      true,
    );
    expect(findWindowsHomes(join(makeFolder(), 'none'))).toEqual([]);
  });
});
