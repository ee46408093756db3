import type { Page } from 'playwright-core';

export interface ExternalRequest {
  url: string;
  /** The address of the page, webview or worker that made it. */
  from: string;
}

export interface PageRecord {
  /** Console errors and uncaught exceptions that name our extension or come from our webviews. */
  errors: string[];
  /** The same of anything else: what VS Code complains about, for the curious. */
  workbenchErrors: string[];
  /** Reports of the Content Security Policy and of Trusted Types, of the workbench and of webviews. */
  policyViolations: string[];
  /** Requests to anything but this machine. All of them failed, since the browser has no way out. */
  externalRequests: ExternalRequest[];
}

const policy = /Content Security Policy|Trusted(HTML|Script|ScriptURL|Type)/;
const ours = /token-meter|tokenMeter|dist\/(extension|worker)\.cjs|dist\/webview\.js/;

/** Collects, from now on, what a page complains about and what it tries to reach. */
export function recordPage(page: Page, origin: string): PageRecord {
  const record: PageRecord = { errors: [], workbenchErrors: [], policyViolations: [], externalRequests: [] };
  const complain = (text: string) => {
    if (policy.test(text)) record.policyViolations.push(text);
    else if (ours.test(text)) record.errors.push(text);
    else record.workbenchErrors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || policy.test(message.text()))
      complain(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complain(error.stack ?? error.message));
  page.context().on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_NAME_NOT_RESOLVED') return;
    const from = request.serviceWorker()?.url() ?? request.frame().url();
    record.externalRequests.push({ url: request.url(), from });
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host)
      record.externalRequests.push({ url: socket.url(), from: page.url() });
  });
  return record;
}
