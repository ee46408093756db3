import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { hashFiles } from './build.ts';
import { writeConfig } from './codeServer.ts';
import { codeServerEntry, ensureCodeServer } from './codeServerInstall.ts';
import { cacheDir, projectRoot } from './paths.ts';

const packedFiles = [
  'dist/**',
  'media/**',
  'package.json',
  'package.nls*.json',
  'l10n/*',
  '.vscodeignore',
  '*.md',
  'LICENSE',
];

/** Packs the built extension and installs it into an extensions folder, unless just that is installed there. */
export async function installExtension(extensionsDir: string): Promise<void> {
  const stamp = join(extensionsDir, '.token-meter.sha256');
  const hash = hashFiles(packedFiles);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await mkdir(extensionsDir, { recursive: true });
  const vsix = join(cacheDir, 'token-meter.vsix');
  await createVSIX({
    cwd: projectRoot,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    rewriteRelativeLinks: false,
  });
  await installVsix(vsix, extensionsDir);
  await writeFile(stamp, hash);
}

async function installVsix(vsix: string, extensionsDir: string): Promise<void> {
  await ensureCodeServer();
  const args = [codeServerEntry, ...(await writeConfig(join(cacheDir, 'installer')))];
  args.push('--extensions-dir', extensionsDir, '--install-extension', vsix, '--force');
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`code-server could not install ${vsix}:\n${stdout}${stderr}`);
}
