import { join } from 'node:path';
import { afterEach } from 'vitest';
import { cacheDir } from '../rig/paths.ts';
import { openWorkbenches } from '../rig/workbench.ts';

/** Leaves a picture of every open workbench when a test has failed. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [index, workbench] of [...openWorkbenches].entries()) {
    const path = join(cacheDir, 'pictures', `${task.name.replaceAll(/\W+/g, '-')}-${index}.png`);
    await workbench.screenshot(path);
    console.log(`Picture: ${path}`);
  }
});
