import type { Page, Route } from 'playwright-core';

export interface WorkbenchPageOptions {
  /** Absolute path of the folder to open; it is opened in place, so give a copy to tests that write. */
  folder?: string;
  workspaceFile?: string;
  /** The folder of an extension to run from there, instead of installed ones. */
  developedExtension?: string | undefined;
  /** A CommonJS module that exports `run(): Promise<void>`, to be run inside the extension host. */
  testsPath?: string;
  /** Called with the exit code of `testsPath`. */
  onTestsEnd?: (code: number) => void;
  viewport?: { width: number; height: number };
}

/** Goes to the workbench of a server, and waits until it is drawn. */
export async function openWorkbenchPage(
  page: Page,
  origin: string,
  options: WorkbenchPageOptions,
): Promise<void> {
  const url = new URL(origin);
  if (options.folder) url.searchParams.set('folder', options.folder);
  if (options.workspaceFile) url.searchParams.set('workspace', options.workspaceFile);
  // VS Code calls a function of this name when the tests have ended.
  if (options.onTestsEnd) await page.exposeFunction('codeAutomationExit', options.onTestsEnd);
  const developed = developmentOptions(url.host, options);
  const isWorkbench = ({ origin: from, pathname }: URL) => from === origin && pathname === '/';
  await page.route(isWorkbench, (route) => configureWorkbench(route, developed));
  await page.goto(url.href);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
}

function developmentOptions(authority: string, { developedExtension, testsPath }: WorkbenchPageOptions) {
  const toUri = (path: string) => ({ scheme: 'vscode-remote', authority, path });
  return {
    ...(developedExtension === undefined ? {} : { extensions: [toUri(developedExtension)] }),
    ...(testsPath === undefined ? {} : { extensionTestsPath: toUri(testsPath) }),
  };
}

/** The page carries its configuration in one attribute; it is changed there, and loses the marketplace. */
async function configureWorkbench(route: Route, developed: object): Promise<void> {
  const response = await route.fetch();
  const attribute = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;
  const body = (await response.text()).replace(attribute, (_, start: string, escaped: string) => {
    const configuration = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    Object.assign(configuration.developmentOptions, developed);
    delete configuration.productConfiguration.extensionsGallery;
    return start + JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  });
  await route.fulfill({ response, body });
}
