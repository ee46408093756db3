import { l10n, Range, window } from 'vscode';
import { formatName } from '../core/format.ts';
import { confirmDenied } from './confirmDenied.ts';
import { describeSaving } from './describeSaving.ts';
import { handOut } from './handOut.ts';
import { runReported } from './log.ts';
import { escapeLinks } from './plainText.ts';
import type { ReduceParts } from './reduceForModel.ts';
import { type ReducibleText, readSelectedText, type TextPlace } from './reducibleText.ts';
import { isEditable, replaceText } from './replaceText.ts';
import { showProgressWhenSlow } from './showProgressWhenSlow.ts';
import { tellHandedOut } from './tellHandedOut.ts';

/** Shows the selection, or all that is open, without polite and redundant words beside it as it is, and offers to take it over. Nothing is rewritten unasked. */
export async function makeSelectionConcise(parts: ReduceParts): Promise<void> {
  const { meter, counter, reducedView, log } = parts;
  const source = await readSelectedText();
  const place = source.place ?? placeOfDocument(source);
  const { model } = meter;
  const { encoding } = model.tokenizer;
  const what = escapeLinks(source.what);
  const concise = await showProgressWhenSlow(l10n.t('Looking for words that can go in {0}', what), (signal) =>
    counter.ask({ ask: 'concise', encoding, text: source.text }, signal),
  );
  if (concise === undefined) return;
  if (concise.text === source.text) {
    void window.showInformationMessage(l10n.t('No polite or redundant words can go from {0}.', what));
    return;
  }
  const saving = describeSaving(concise, model);
  const title = l10n.t('{0} made concise: {1}', formatName(source.name), saving);
  await reducedView.show(source.name, source.text, concise.text, title);
  // Not awaited: the command has ended, however long the message stays on the screen.
  void runReported(log, () => offerConcise(source, place, concise.text, saving, parts));
}

async function offerConcise(
  source: ReducibleText,
  place: TextPlace | undefined,
  concise: string,
  saving: string,
  { meter, counter }: ReduceParts,
): Promise<void> {
  const [apply, copy] = [l10n.t('Apply'), l10n.t('Copy Concise')];
  const canApply = place !== undefined && isEditable(place);
  const message = l10n.t('Made concise: {0}, {1}.', escapeLinks(source.what), saving);
  const choice = await window.showInformationMessage(message, ...(canApply ? [apply] : []), copy);
  if (choice === apply && canApply) await replaceText(place, source.text, concise);
  else if (choice === copy && (await confirmDenied(source.what, [source.name]))) {
    const { model } = meter;
    const handedOut = await handOut(concise, { to: 'clipboard' }, model.tokenizer.encoding, counter);
    tellHandedOut(l10n.t('Copied {0}, made concise', source.what), handedOut, model);
  }
}

/** All of the active document, where that is what was read. */
function placeOfDocument({ text }: ReducibleText): TextPlace | undefined {
  const document = window.activeTextEditor?.document;
  if (document === undefined || document.getText() !== text) return undefined;
  return { document, range: new Range(document.positionAt(0), document.positionAt(text.length)) };
}
