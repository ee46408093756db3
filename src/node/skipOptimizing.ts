import { setFlagsFromString } from 'node:v8';

/**
 * Turns V8's optimizing compilers off for this process: a short job that is all over many functions ends before they pay, and on two cores they
 * take the time of the job (a tenth of it, `npm run bench -- usage`).
 */
export function skipOptimizing(): void {
  for (const flag of ['--no-opt', '--no-maglev']) setFlagsFromString(flag);
}
