import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Webview } from 'vscode';
import type { Locale } from '../core/translate.ts';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The language of the editor, and our messages in it. */
export function editorLocale(): Locale {
  return { language: env.language, messages: l10n.bundle ?? {} };
}

/** Where the page's script and styles lie. */
export function pageRoots(extensionUri: Uri): { media: Uri; dist: Uri } {
  return { media: Uri.joinPath(extensionUri, 'media'), dist: Uri.joinPath(extensionUri, 'dist') };
}

/** The one page that every place of the dashboard shows: nothing but our script, our styles and our messages. */
export function buildDashboardPage(webview: Webview, extensionUri: Uri): string {
  const { media, dist } = pageRoots(extensionUri);
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'webview.js'));
  const style = webview.asWebviewUri(Uri.joinPath(media, 'dashboard.css'));
  const locale = editorLocale();
  const direction = RIGHT_TO_LEFT.has(locale.language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html fast-html',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeText(locale.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${style}">
<title>Token Meter</title>
</head>
<body data-locale="${escapeText(JSON.stringify(locale))}">
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
