import { l10n, type QuickPickItem, Range, Uri, window } from 'vscode';
import { locateLine } from '../core/context/locateLine.ts';
import type { DocumentPlace } from '../core/context/measuredScope.ts';
import type { DocumentRef } from '../core/context/withoutDocuments.ts';
import { formatInteger, formatPlural } from '../core/format.ts';
import type { Exit, HandedOut } from './handOut.ts';
import { escapeIcons } from './plainText.ts';

/** What the user wants done about what the gates found; `undefined`: leave it as it is. */
export type GateChoice = { drop: readonly DocumentRef[] } | { keep: true } | undefined;

/**
 * Tells what the gates found in a text that has left without it, lists the places on request, and offers to leave the files out or to let
 * everything through this once. No place says what the secret is.
 */
export async function reportGates(
  handedOut: HandedOut,
  places: readonly DocumentPlace[],
  { to }: Exit,
): Promise<GateChoice> {
  const found = locateFinds(handedOut, places);
  if (found.length === 0) return undefined;
  const documents = found.flatMap(({ document }) => document ?? []);
  const show = l10n.t('Show Places');
  const drop = l10n.t('Drop Files');
  const keep = nameKeeping(to);
  const choices = [show, ...(documents.length === 0 ? [] : [drop]), keep];
  for (;;) {
    const choice = await window.showWarningMessage(describeFinds(handedOut), ...choices);
    if (choice === drop) return { drop: documents };
    if (choice === keep) return { keep: true };
    if (choice !== show) return undefined;
    await showPlaces(found);
  }
}

/** What the gates took out of a text, in words; nothing where they found nothing. */
export function describeFinds({ secrets, invisible, invisibleTokens }: HandedOut): string {
  const characters = invisible.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(secrets.length === 0 ? [] : [l10n.t('{0} redacted', formatPlural(secrets.length, 'secret'))]),
    ...(characters === 0
      ? []
      : [
          l10n.t(
            '{0} left out ({1})',
            formatPlural(characters, 'invisible character'),
            formatPlural(invisibleTokens, 'token'),
          ),
        ]),
  ];
  return parts.length === 0
    ? ''
    : l10n.t('Token Meter: {0} in the text that was handed out.', parts.join(', '));
}

function nameKeeping(to: Exit['to']): string {
  switch (to) {
    case 'clipboard':
      return l10n.t('Copy Anyway');
    case 'file':
      return l10n.t('Save Anyway');
    case 'editor':
      return l10n.t('Show Anyway');
    default:
      return to satisfies never;
  }
}

type Find = { what: string; document: DocumentPlace | undefined; line: number | undefined };

function locateFinds({ secrets, invisible }: HandedOut, places: readonly DocumentPlace[]): Find[] {
  const locate = (textLine: number) => {
    const location = locateLine(places, textLine);
    return { document: location?.place, line: location?.line };
  };
  return [
    ...secrets.map(({ label, line }) => ({ what: label, ...locate(line) })),
    ...invisible.map(({ names, count, hiddenText, line }) => ({
      what: `${count === 1 ? '' : `${formatInteger(count)} × `}${names.join(', ')}${hiddenText ? `: “${hiddenText}”` : ''}`,
      ...locate(line),
    })),
  ];
}

async function showPlaces(found: readonly Find[]): Promise<void> {
  const items = found.map((find): QuickPickItem & { find: Find } => ({
    label: escapeIcons(find.what),
    description: escapeIcons(
      `${find.document?.label ?? l10n.t('the text')}${find.line === undefined ? '' : `:${find.line}`}`,
    ),
    find,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('What the gates found'),
    placeHolder: l10n.t('Choose a place to open it'),
    matchOnDescription: true,
  });
  const { document, line } = picked?.find ?? {};
  if (document === undefined || document.path === '') return;
  const start = (line ?? 1) - 1;
  await window.showTextDocument(Uri.file(document.path), { selection: new Range(start, 0, start, 0) });
}
