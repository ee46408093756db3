import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAlertMarks } from '../../../src/node/usage/alertMarks.ts';
import { makeFolder } from '../temporaryFolder.ts';

describe('alert marks', () => {
  it('let one of several windows tell, each thing once', () => {
    const folder = join(makeFolder(), 'alerts');
    const [one, other] = [createAlertMarks(folder, Date.now()), createAlertMarks(folder, Date.now())];
    expect([one.claim('day over'), other.claim('day over'), one.claim('day over')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(other.claim('month over')).toBe(true);
  });

  it('mute in every window, until they are turned on again', () => {
    const folder = makeFolder();
    createAlertMarks(folder, Date.now()).mute('day', true);
    const later = createAlertMarks(folder, Date.now() + 1e12);
    expect([later.isMuted('day'), later.isMuted('week')]).toEqual([true, false]);
    later.mute('day', false);
    expect(createAlertMarks(folder, Date.now()).isMuted('day')).toBe(false);
  });

  it('go when their period is long over', () => {
    const folder = makeFolder();
    const marks = createAlertMarks(folder, Date.now());
    marks.claim('day over');
    marks.mute('day', true);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
    createAlertMarks(folder, Date.now());
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^muted-/)]);
  });

  it('let everybody tell where nothing can be written', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), '');
    const marks = createAlertMarks(join(folder, 'file/below'), Date.now());
    expect([marks.claim('day over'), marks.claim('day over')]).toEqual([true, true]);
  });
});
