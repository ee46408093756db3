import type { Page } from 'playwright-core';
import { nextMessage, webviewFrame } from '../../rig/drive.ts';
import { median } from '../goal.ts';

const DRAWS = 30;

/** Milliseconds in which the page draws what the host has sent for a tab, from the message to the end of layout; and its heap in MB. */
export type Draw = { tab: string; medianMs: number; mostMs: number; heapMb: number };

/** Each tab drawn again and again from the last snapshot that the host has sent for it. */
export async function measureDraws(page: Page): Promise<Draw[]> {
  const shown = webviewFrame(page);
  const frame = await (await shown.owner().elementHandle())?.contentFrame();
  if (!frame) throw new Error('The dashboard has no document.');
  const draws: Draw[] = [];
  for (const tab of await shown.getByRole('tab').all()) {
    const sent = nextMessage(frame);
    await tab.click();
    await sent;
    await shown.locator('[role="tabpanel"] :is(table, .empty):visible').first().waitFor();
    // Ledgers answer in a moment: what is drawn then is the whole.
    await page.waitForTimeout(1500);
    const again = nextMessage(frame);
    await tab.click();
    const snapshot = await again;
    const measured = await frame.evaluate(
      ([data, count]) => {
        const times: number[] = [];
        for (let nth = 0; nth < count; nth++) {
          const startMs = performance.now();
          window.dispatchEvent(new MessageEvent('message', { data, origin: window.origin }));
          document.body.getBoundingClientRect();
          times.push(performance.now() - startMs);
        }
        const memory = Reflect.get(performance, 'memory') as { usedJSHeapSize: number };
        return { times, heapMb: memory.usedJSHeapSize / 1024 / 1024 };
      },
      [snapshot, DRAWS] as const,
    );
    const { times, heapMb } = measured;
    draws.push({
      tab: (await tab.textContent()) ?? '',
      medianMs: median(times),
      mostMs: Math.max(...times),
      heapMb,
    });
  }
  return draws;
}
