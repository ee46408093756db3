import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../core/hashText.ts';

/** Longer than any period, so that nothing is told twice in one. */
const KEPT_MS = 100 * 24 * 60 * 60 * 1000;
const MUTED = 'muted-';
const TOLD = 'told-';

/** What was told, and what is never told again, as empty files: of several windows only one can make each of them. */
export type AlertMarks = {
  /** True for the one that may tell. True also where nothing can be written: better twice than never. */
  claim(what: string): boolean;
  isMuted(key: string): boolean;
  mute(key: string): void;
};

/** Marks in a folder, which is made when it is needed. Marks of alerts that are long over go. */
export function createAlertMarks(folder: string, nowMs: number): AlertMarks {
  removeOld(folder, nowMs);
  return {
    claim: (what) => writeMark(folder, TOLD + hashText(what)),
    isMuted: (key) => existsSync(join(folder, MUTED + hashText(key))),
    mute: (key) => void writeMark(folder, MUTED + hashText(key)),
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
