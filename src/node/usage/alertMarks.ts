import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../core/hashText.ts';

/** Longer than any period, so that nothing is told twice in one. */
const KEPT_MS = 100 * 24 * 60 * 60 * 1000;
const MUTED = 'muted-';
const TOLD = 'told-';

/** What was told, and what is not told any more, as empty files: of several windows only one can make each of them. */
export type AlertMarks = {
  /** True for the one that may tell. True also where nothing can be written: better twice than never. */
  claim(what: string): boolean;
  isMuted(key: string): boolean;
  mute(key: string, isMuted: boolean): void;
};

/** Marks in a folder, which is made when it is needed. Marks of alerts that are long over go. */
export function createAlertMarks(folder: string, nowMs: number): AlertMarks {
  removeOld(folder, nowMs);
  return {
    claim: (what) => writeMark(folder, TOLD + hashText(what)),
    isMuted: (key) => existsSync(join(folder, MUTED + hashText(key))),
    mute: (key, isMuted) => {
      const name = MUTED + hashText(key);
      if (isMuted) writeMark(folder, name);
      else rmSync(join(folder, name), { force: true });
    },
  };
}

function writeMark(folder: string, name: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), '', { flag: 'wx' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EEXIST');
  }
}

function removeOld(folder: string, nowMs: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((each) => each.startsWith(TOLD))) {
    const path = join(folder, name);
    if (nowMs - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}
