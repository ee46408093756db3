import type { Locator, Page } from 'playwright-core';
import { webviewFrame } from '../../rig/drive.ts';

/** An item of the dashboard's scope builder, by its name. */
export function builderItem(page: Page, name: string): Locator {
  return webviewFrame(page)
    .locator('.items li')
    .filter({ has: page.getByLabel(`Remove ${name}`, { exact: true }) });
}

/** The builder's items as `name | tokens | detail`, with a mark for what is left out and for what is kept first. */
export function readBuilder(page: Page): Promise<string[]> {
  return webviewFrame(page)
    .locator('.items li')
    .evaluateAll((items) =>
      items.map((item) => {
        const [taken, first] = item.querySelectorAll('input');
        const name = item.querySelector('.what')?.textContent ?? '';
        const tokens = item.querySelector('.item-tokens')?.textContent ?? '';
        const detail = item.querySelector('select')?.value ?? '';
        return `${taken?.checked ? '' : '☐ '}${name} | ${tokens} | ${detail}${first?.checked ? ' | first' : ''}`;
      }),
    );
}

/** A box of the task by its title. */
export function taskBox(page: Page, title: string): Locator {
  return webviewFrame(page).getByRole('textbox', { name: title });
}
