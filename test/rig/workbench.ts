import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type CodeServer, startCodeServer, writeSettings } from './codeServer.ts';
import { installExtension } from './installedExtension.ts';
import { type PageRecord, recordPage } from './pageRecord.ts';
import { cacheDir, linkProject, makeScratch } from './paths.ts';
import { openWorkbenchPage, type WorkbenchPageOptions } from './workbenchPage.ts';

export interface WorkbenchOptions extends Omit<WorkbenchPageOptions, 'developedExtension'> {
  /** From the project's folder (the default), or packed and installed as users get it. */
  extension?: 'development' | 'installed';
  /** False opens the folder in Restricted Mode. */
  trusted?: boolean;
  settings?: Record<string, unknown>;
  colorTheme?: string;
  locale?: string;
  /** Added to the environment of the extension host. Its home is an empty folder unless HOME says otherwise. */
  env?: Record<string, string>;
}

export interface Workbench {
  page: Page;
  /** What the page logged, violated and tried to reach. */
  record: PageRecord;
  /** The home folder that the extension sees. */
  home: string;
  /** Attempts of the server, the extension host and its workers to reach another machine, as `host:port`. */
  readConnections(): string[];
  /** Changes the user's settings; VS Code takes them over within a second or two. */
  changeSettings(settings: Record<string, unknown>): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Workbenches that are open now, for pictures of failures. */
export const openWorkbenches = new Set<Workbench>();

const installedDir = join(cacheDir, 'installed');

/** Opens a real VS Code in a browser without a window, and waits until it is ready for use. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const scratch = makeScratch();
  const opened: { server?: CodeServer; browser?: Browser } = {};
  const close = async () => {
    await opened.browser?.close();
    await opened.server?.stop();
    await scratch.remove();
  };
  try {
    const home = options.env?.['HOME'] ?? join(scratch.path, 'home');
    const connectionsFile = join(scratch.path, 'connections');
    const extensionsDir = join(scratch.path, 'extensions');
    const theme = options.colorTheme === undefined ? {} : { 'workbench.colorTheme': options.colorTheme };
    const settings = { ...quietSettings, ...theme, ...options.settings };
    await mkdir(home, { recursive: true });
    if (options.extension === 'installed') {
      await installExtension(installedDir);
      await cp(installedDir, extensionsDir, { recursive: true });
    }
    opened.server = await startCodeServer({
      dataDir: scratch.path,
      extensionsDir,
      settings,
      trusted: options.trusted ?? true,
      locale: options.locale,
      preload: join(import.meta.dirname, 'recordConnections.cjs'),
      env: { ...bareEnvironment(home, connectionsFile), ...options.env },
    });
    opened.browser = await launchChromium(join(scratch.path, 'browser'));
    const context = await opened.browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const record = recordPage(page, opened.server.origin);
    const developedExtension = options.extension === 'installed' ? undefined : linkProject(scratch.path);
    await openWorkbenchPage(page, opened.server.origin, { ...options, developedExtension });
    const workbench: Workbench = {
      page,
      record,
      home,
      readConnections: () =>
        existsSync(connectionsFile) ? readFileSync(connectionsFile, 'utf8').trim().split('\n') : [],
      changeSettings: (more) => writeSettings(scratch.path, { ...settings, ...more }),
      screenshot: async (path) => {
        await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      },
      close: async () => {
        openWorkbenches.delete(workbench);
        await close();
      },
    };
    openWorkbenches.add(workbench);
    return workbench;
  } catch (error) {
    const log = opened.server?.readLog() ?? '';
    await close();
    throw new Error(`The workbench did not open. ${log}`, { cause: error });
  }
}

/** Nothing that opens, asks, updates or reports by itself. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Nothing of the person who runs the tests gets in: no home folder, and only the variables programs need. */
function bareEnvironment(home: string, connectionsFile: string): NodeJS.ProcessEnv {
  const needed = ['PATH', 'Path', 'PATHEXT', 'SystemRoot', 'ComSpec', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];
  return {
    ...Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    HOME: home,
    USERPROFILE: home,
    TOKEN_METER_CONNECTIONS_FILE: connectionsFile,
  };
}
