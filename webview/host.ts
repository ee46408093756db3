import { type HostMessage, parseHostMessage } from '../src/protocol/hostMessage.ts';
import { isWorthLogging } from '../src/protocol/isWorthLogging.ts';
import type { WebviewMessage } from '../src/protocol/webviewMessage.ts';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const vscode = acquireVsCodeApi();
let droppedMessages = 0;

export function sendToHost(message: WebviewMessage): void {
  vscode.postMessage(message);
}

/** Calls `listener` with each message from the host; what does not fit the protocol is dropped and counted. */
export function listenToHost(listener: (message: HostMessage) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== window.origin) return;
    const message = parseHostMessage(event.data);
    if (message !== undefined) return listener(message);
    droppedMessages += 1;
    if (isWorthLogging(droppedMessages))
      console.warn(`Token Meter: dropped message ${droppedMessages} from the host`);
  });
}
