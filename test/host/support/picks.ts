import { commands, type QuickPickItem, window } from 'vscode';
import { eventually, pause } from './eventually.ts';

export type Pick = { items: readonly QuickPickItem[]; title: string | undefined };

/** Listens in on the lists that are shown to choose from, for the tests of the suite around. */
export function hearPicks(): Pick[] {
  const { showQuickPick } = window;
  const picks: Pick[] = [];
  const listen = async (...[items, options, token]: Parameters<typeof showQuickPick>) => {
    picks.push({ items: (await items) as unknown as QuickPickItem[], title: options?.title });
    return showQuickPick(items, options, token);
  };
  before(() => Object.assign(window, { showQuickPick: listen }));
  beforeEach(() => {
    picks.length = 0;
  });
  after(() => Object.assign(window, { showQuickPick }));
  return picks;
}

/** Takes the first item of the list that is about to be shown. */
export async function acceptPick(picks: readonly Pick[]): Promise<void> {
  await eventually(() => {
    if (picks.length === 0) throw new Error('Nothing is shown to choose from.');
  });
  await pause();
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Waits for what may show lists and input boxes, and closes each of them without a choice. */
export async function dismissPicks(ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  const watched = ended.finally(() => {
    isOver = true;
  });
  for (let left = 50; left > 0; left -= 1) {
    await Promise.race([watched, pause()]);
    if (isOver) return;
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }
  throw new Error('It did not end.');
}
