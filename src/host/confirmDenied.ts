import { l10n, window } from 'vscode';
import { isDeniedPath } from '../core/context/gates/isDeniedPath.ts';

/** Asks before a text leaves whose file is likely to hold secrets. False when the user would rather not; `what` names the text in words. */
export async function confirmDenied(what: string, paths: readonly string[]): Promise<boolean> {
  if (!paths.some((path) => isDeniedPath(path) !== undefined)) return true;
  const detail = l10n.t(
    'Its name says that it is likely to hold secrets. Those that are recognised are redacted all the same.',
  );
  const copy = l10n.t('Copy This Once');
  return (await window.showWarningMessage(l10n.t('Copy {0}?', what), { modal: true, detail }, copy)) === copy;
}
