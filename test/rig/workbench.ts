import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type CodeServer, startCodeServer, writeSettings } from './codeServer.ts';
import { installExtension } from './installedExtension.ts';
import { type PageRecord, recordPage } from './pageRecord.ts';
import { cacheDir, linkProject, makeScratch } from './paths.ts';
import { bareEnvironment, quietSettings } from './testConditions.ts';
import { openWorkbenchPage, type WorkbenchPageOptions } from './workbenchPage.ts';

export interface WorkbenchOptions extends Omit<WorkbenchPageOptions, 'developedExtension'> {
  /** From the project's folder (the default), or packed and installed as users get it. */
  extension?: 'development' | 'installed';
  /** False opens the folder in Restricted Mode. */
  trusted?: boolean;
  settings?: Record<string, unknown>;
  colorTheme?: string;
  /** How numbers and dates are written, such as `de-DE`; texts stay English where no language pack is installed. */
  locale?: string;
  /** The language that extensions speak, such as `de`; VS Code itself stays English where no language pack is installed. */
  language?: string;
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
const defaultLocale = 'en-US';

/** Opens a real VS Code in a browser without a window, and waits until it is ready for use. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const scratch = makeScratch();
  const opened: { server?: CodeServer; browser?: Browser } = {};
  const closeAll = async () => {
    await opened.browser?.close();
    await opened.server?.stop();
    await scratch.remove();
  };
  try {
    const dataDir = scratch.path;
    const home = options.env?.['HOME'] ?? join(dataDir, 'home');
    const connectionsFile = join(dataDir, 'connections');
    const theme = options.colorTheme === undefined ? {} : { 'workbench.colorTheme': options.colorTheme };
    const settings = { ...quietSettings, ...theme, ...options.settings };
    await mkdir(home, { recursive: true });
    opened.server = await startServer(dataDir, home, { ...options, settings }, connectionsFile);
    opened.browser = await launchChromium(join(dataDir, 'browser'));
    const page = await openBlankPage(opened.browser, options);
    const record = recordPage(page, opened.server.origin);
    const developedExtension = options.extension === 'installed' ? undefined : linkProject(dataDir);
    await openWorkbenchPage(page, opened.server.origin, { ...options, developedExtension });
    const workbench: Workbench = {
      page,
      record,
      home,
      readConnections: () => readLines(connectionsFile),
      changeSettings: (more) => writeSettings(dataDir, { ...settings, ...more }),
      screenshot: async (path) => {
        await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      },
      close: async () => {
        openWorkbenches.delete(workbench);
        await closeAll();
      },
    };
    openWorkbenches.add(workbench);
    return workbench;
  } catch (error) {
    const log = opened.server?.readLog() ?? '';
    await closeAll();
    throw new Error(`The workbench did not open. ${log}`, { cause: error });
  }
}

async function startServer(
  dataDir: string,
  home: string,
  options: WorkbenchOptions,
  connectionsFile: string,
) {
  const { extension, locale, settings = {}, trusted = true } = options;
  const extensionsDir = join(dataDir, 'extensions');
  if (extension === 'installed') {
    await installExtension(installedDir);
    await cp(installedDir, extensionsDir, { recursive: true });
  }
  const environment = bareEnvironment(home, locale ?? defaultLocale);
  return startCodeServer({
    dataDir,
    extensionsDir,
    settings,
    trusted,
    locale,
    preload: join(import.meta.dirname, 'recordConnections.cjs'),
    env: { ...environment, TOKEN_METER_CONNECTIONS_FILE: connectionsFile, ...options.env },
  });
}

async function openBlankPage(
  browser: Browser,
  { viewport, locale, language }: WorkbenchOptions,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: locale ?? defaultLocale,
  });
  const page = await context.newPage();
  if (language !== undefined) {
    // As a language pack would: VS Code asks for it when it starts, and tells its extensions.
    await page.addInitScript((tag) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }), language);
  }
  return page;
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
