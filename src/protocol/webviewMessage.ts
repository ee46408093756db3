import * as v from 'valibot';

/** The commands the webview may send. They carry no data, so that nothing in the webview can steer the host further. */
export const WEBVIEW_COMMANDS = ['ready', 'copyScope', 'chooseModel', 'addActive', 'clearScope'] as const;
export type WebviewCommand = (typeof WEBVIEW_COMMANDS)[number];

export type WebviewMessage = { type: WebviewCommand };

/** `undefined` for anything that is not a webview message; the caller drops and counts it. */
export function parseWebviewMessage(data: unknown): WebviewMessage | undefined {
  const parsed = v.safeParse(WEBVIEW_MESSAGE, data);
  return parsed.success ? parsed.output : undefined;
}

const WEBVIEW_MESSAGE = v.strictObject({ type: v.picklist(WEBVIEW_COMMANDS) });
