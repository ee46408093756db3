import type { WebviewMessage } from '../src/protocol/webviewMessage.ts';

/** Tells the host what the user did. */
export type Send = (message: WebviewMessage) => void;
