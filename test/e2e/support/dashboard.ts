import type { Frame, Page } from 'playwright-core';
import { pickItem, runCommand, webviewFrame } from '../../rig/drive.ts';

export async function showDashboard(page: Page): Promise<void> {
  await runCommand(page, 'Token Meter: Open Dashboard');
  await webviewFrame(page).locator('main').waitFor({ timeout: 30_000 });
}

export type DashboardCard = { subject: string; name: string; tokens: string; cost: string; share: string };

/** The cards of the dashboard, as they are drawn. */
export async function readCards(page: Page): Promise<DashboardCard[]> {
  return webviewFrame(page)
    .locator('article')
    .evaluateAll((cards) =>
      cards.map((card) => {
        const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? '';
        return {
          subject: card.getAttribute('data-subject') ?? '',
          name: text('.name'),
          tokens: text('.tokens'),
          cost: text('dl div:nth-child(1) dd'),
          share: text('dl div:nth-child(2) dd'),
        };
      }),
    );
}

/** The document of the dashboard, for scripts in it. */
export async function dashboardFrame(page: Page, nth = 0): Promise<Frame> {
  const frame = await (await webviewFrame(page, nth).owner().elementHandle())?.contentFrame();
  if (!frame) throw new Error('The dashboard has no document.');
  return frame;
}

/** Sends the host what any script inside the webview could send. */
export async function sendToHost(page: Page, message: unknown): Promise<void> {
  const outer = (await dashboardFrame(page)).parentFrame();
  await outer?.evaluate((data) => {
    const post: unknown = Reflect.get(window, '__vscode_post_message__');
    if (typeof post !== 'function') throw new Error('VS Code has changed how webviews send.');
    post('onmessage', { message: data });
  }, message);
}

/** Sends as many malformed messages to the host, past the page's own checks. */
export async function floodHost(page: Page, count: number): Promise<void> {
  const outer = (await dashboardFrame(page)).parentFrame();
  await outer?.evaluate(async (most) => {
    const post: unknown = Reflect.get(window, '__vscode_post_message__');
    if (typeof post !== 'function') throw new Error('VS Code has changed how webviews send.');
    const bad = [
      null,
      7,
      {},
      { type: 'copyscope' },
      { type: 'setChecked', id: 7 },
      { type: 'clearScope', all: true },
    ];
    for (let nth = 0; nth < most; nth++) {
      post('onmessage', { message: bad[nth % bad.length] });
      if (nth % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }, count);
}

export async function chooseTheme(page: Page, label: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input[placeholder*="Color Theme"]').fill(label);
  await pickItem(page, label);
}

/** Shows one tab of the dashboard in the sidebar. */
export async function showTab(page: Page, name: string): Promise<void> {
  await showDashboard(page);
  const tab = webviewFrame(page).getByRole('tab', { name, exact: true });
  await tab.click();
  await webviewFrame(page).locator('[role="tab"][aria-selected="true"]', { hasText: name }).waitFor();
}
