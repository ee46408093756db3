import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './build.ts';
import { openFile, statusItem } from './drive.ts';
import { copyFixture, makeScratch, projectRoot } from './paths.ts';
import { exitOnSignals } from './processes.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

interface Shot {
  /** The picture is `media/screenshots/<name>.png`. */
  name: string;
  options?: WorkbenchOptions;
  /** Brings the workbench into the state that is shown. */
  arrange(workbench: Workbench): Promise<void>;
}

const shots: readonly Shot[] = [
  {
    name: 'status-bar',
    async arrange({ page }) {
      await openFile(page, 'README.md');
      await statusItem(page, 'tokenMeter.count').waitFor();
    },
  },
];

exitOnSignals(130);
process.exitCode = await takeScreenshots(process.argv.slice(2));

/** Takes all pictures, or those named, each from a fresh VS Code with the packed extension. */
async function takeScreenshots(names: readonly string[]): Promise<number> {
  if (!(await buildWhenChanged())) return 1;
  const dir = join(projectRoot, 'media', 'screenshots');
  mkdirSync(dir, { recursive: true });
  for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const path = join(dir, `${shot.name}.png`);
    await takeScreenshot(shot, path);
    console.log(path);
  }
  return 0;
}

async function takeScreenshot({ options, arrange }: Shot, path: string): Promise<void> {
  const scratch = makeScratch();
  const folder = await copyFixture('sample', scratch.path);
  const workbench = await openWorkbench({ folder, extension: 'installed', ...options });
  try {
    await arrange(workbench);
    await workbench.screenshot(path);
  } finally {
    await workbench.close();
    await scratch.remove();
  }
}
