import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runProcess } from './processes.ts';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  // Without these two the web socket of an intercepted page is blocked.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
  // Nothing but this machine can be reached; an attempt fails as an unknown name.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a browser without a window; installs one first where that is possible. */
export async function launchChromium(home: string): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: flags,
    env: { ...process.env, HOME: home },
  });
}

/** The path of a Chromium, Chrome or Edge; as root on Debian one is installed when there is none. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium by apt …');
    await runApt('update');
    await runApt('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge. Install one (Debian, Ubuntu: sudo apt-get install chromium; ' +
      'macOS: brew install --cask google-chrome), or set CHROMIUM_PATH to its program file.',
  );
}

function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH, PROGRAMFILES, LOCALAPPDATA } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const candidates =
    process.platform === 'win32'
      ? [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].flatMap((dir) => [
          `${dir}\\Google\\Chrome\\Application\\chrome.exe`,
          `${dir}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ])
      : process.platform === 'darwin'
        ? ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
            (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
          )
        : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
            (name) => (PATH ?? '').split(':').map((dir) => join(dir, name)),
          );
  return candidates.find((path) => existsSync(path));
}

function runApt(...args: string[]): Promise<number> {
  return runProcess('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
