import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Loads axe, and gives the page the colour behind it: it is transparent, and axe cannot see what lies behind its frame. */
export async function prepareToInspect(frame: Frame): Promise<void> {
  await frame.evaluate(AXE);
  await frame.evaluate(() => {
    document.documentElement.style.backgroundColor = 'var(--vscode-sideBar-background)';
  });
}

/** What axe calls serious or critical, with the elements. */
export async function findViolations(frame: Frame): Promise<string[]> {
  const results = await frame.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run(root: Document): Promise<AxeResults> };
    return axe.run(document);
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Elements that reach out of the page sideways, and texts that are cut without a sign of it. What scrolls in a box of its own and what is only for the ears may. */
export function findOverflow(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const page = document.documentElement;
    const wide = page.scrollWidth > page.clientWidth ? ['the page'] : [];
    const isApart = (element: Element): boolean => {
      const { overflowX, clipPath } = getComputedStyle(element);
      const { parentElement } = element;
      if (overflowX === 'auto' || overflowX === 'scroll' || clipPath !== 'none') return true;
      return parentElement !== null && parentElement !== document.body && isApart(parentElement);
    };
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      if (isApart(element)) return false;
      const box = element.getBoundingClientRect();
      const cut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
      const { overflow, textOverflow } = getComputedStyle(element);
      return (
        box.right > page.clientWidth + 0.5 ||
        box.left < 0 ||
        (cut && overflow !== 'visible' && textOverflow !== 'ellipsis')
      );
    });
    return [...wide, ...out.map((element) => element.outerHTML.slice(0, 80))];
  });
}
