import { ProgressLocation, window } from 'vscode';

/** Shorter work shows no progress: a notification that flashes helps nobody. */
const PROGRESS_AFTER_MS = 300;

/** Runs work that can be aborted; when it takes longer, shows its title and a button to cancel. `undefined` when cancelled. */
export async function showProgressWhenSlow<T>(
  title: string,
  start: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const work = start(controller.signal);
  try {
    if (!(await isSlow(work))) return await work;
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return await window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => controller.abort());
      return work;
    });
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}

async function isSlow(work: Promise<unknown>): Promise<boolean> {
  return Promise.race([
    work.then(() => false),
    new Promise<true>((resolve) => setTimeout(resolve, PROGRESS_AFTER_MS, true)),
  ]);
}
