import { readdirSync, readFileSync } from 'node:fs';

/** The process in which VS Code, started by this one, runs extensions; Linux only. */
export function findExtensionHost(): number | undefined {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = /^PPid:\s+(\d+)$/m.exec(readProc(`${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  return [...parents.keys()].find(
    (pid) => isOurs(pid) && readProc(`${pid}/cmdline`).includes('--type=extensionHost'),
  );
}

/** What a process holds in memory, in MB. */
export function residentMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(`${pid}/status`))?.[1];
  if (kb === undefined) throw new Error(`Process ${pid} is gone.`);
  return Number(kb) / 1024;
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return ''; // Gone since.
  }
}
