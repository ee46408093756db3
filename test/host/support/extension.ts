import { type Extension, extensions } from 'vscode';

/** The extension under test as VS Code runs it. */
export function findExtension(): Extension<unknown> {
  const extension = extensions.getExtension('token-meter.token-meter');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  return extension;
}

/** The worker's bundle that ships. */
export function workerPath(): string {
  return `${findExtension().extensionPath}/dist/worker.cjs`;
}

/** The bundle of the thread that reads logs. */
export function usageWorkerPath(): string {
  return `${findExtension().extensionPath}/dist/usageWorker.cjs`;
}
