import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWhenChanged, hashFiles } from './build.ts';
import { settingsFile, startCodeServer, writeSettings } from './codeServer.ts';
import { chooseEditor, desktopArguments, desktopEnvironment } from './desktop.ts';
import { installExtension } from './installedExtension.ts';
import { cacheDir, copyFixture, linkProject } from './paths.ts';
import { exitOnSignals, runProcess } from './processes.ts';

const dataDir = join(cacheDir, 'start');

/** Only for a first start; what the user changes then stays. */
const firstSettings = {
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

exitOnSignals(0);
process.exitCode = await start(process.argv[2]);

/** Opens VS Code with the extension on a folder, or on a copy of the sample that may be edited freely. */
async function start(argument: string | undefined): Promise<number> {
  const given = argument === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', argument);
  if (given !== undefined && !existsSync(given)) {
    console.error(`There is no folder ${given}. Usage: npm start -- <folder>`);
    return 1;
  }
  if (!(await buildWhenChanged())) return 1;
  const folder = given ?? (await copySample());
  const { executable, why } = await chooseEditor();
  console.log(`Editor: ${why}.`);
  return executable ? openDesktop(executable, folder) : serve(folder, given === undefined);
}

async function openDesktop(executable: string, folder: string): Promise<number> {
  console.log(`Opening ${folder}; Ctrl-C, or closing the window, ends it.`);
  const args = [folder, '--new-window', `--extensionDevelopmentPath=${linkProject(dataDir)}`];
  args.push(...desktopArguments(join(dataDir, 'desktop')));
  return runProcess(executable, args, { stdio: 'ignore', env: desktopEnvironment() });
}

/** The sample is ours and so trusted; for any other folder VS Code asks, as it always does. */
async function serve(folder: string, trusted: boolean): Promise<number> {
  const extensionsDir = join(dataDir, 'extensions');
  await installExtension(extensionsDir);
  if (!existsSync(settingsFile(dataDir))) await writeSettings(dataDir, firstSettings);
  const port = Number(process.env['PORT'] ?? 0);
  const server = await startCodeServer({ dataDir, extensionsDir, trusted, port, env: process.env });
  console.log(`Open ${server.origin}/?folder=${encodeURIComponent(folder)} in a browser; Ctrl-C ends it.`);
  return server.ended;
}

/** A copy per version of the sample: edits stay until the sample itself changes. */
async function copySample(): Promise<string> {
  const into = join(cacheDir, 'sample', hashFiles(['test/fixtures/sample/**']).slice(0, 8));
  const existing = join(into, 'sample');
  return existsSync(existing) ? existing : copyFixture('sample', into);
}
