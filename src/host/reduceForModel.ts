import { l10n, window } from 'vscode';
import type { CountedReduction } from '../core/context/reduce/reduceAndCount.ts';
import { formatNote } from '../core/context/reduce/reduction.ts';
import { formatName, formatTokensInWords } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { confirmDenied } from './confirmDenied.ts';
import { describeSaving } from './describeSaving.ts';
import { handOut } from './handOut.ts';
import { type Log, runReported } from './log.ts';
import type { Meter } from './meter.ts';
import { escapeLinks } from './plainText.ts';
import type { ReducedView } from './reducedView.ts';
import type { ReducibleText } from './reducibleText.ts';
import { isEditable, replaceText } from './replaceText.ts';
import { showProgressWhenSlow } from './showProgressWhenSlow.ts';
import { tellHandedOut } from './tellHandedOut.ts';

export type ReduceParts = { meter: Meter; counter: CountingWorker; reducedView: ReducedView; log: Log };

/** Reduces a text, shows it before and after, and offers what to do with it. A text that cannot be made smaller is only said to be so. */
export async function reduceForModel(source: ReducibleText, parts: ReduceParts): Promise<void> {
  const { meter, counter, reducedView, log } = parts;
  const { model } = meter;
  const { text, name } = source;
  const { encoding } = model.tokenizer;
  const question = { ask: 'reduce', encoding, text, ...(source.isWholeFile && { path: name }) } as const;
  const counted = await showProgressWhenSlow(l10n.t('Reducing {0}', escapeLinks(source.what)), (signal) =>
    counter.ask(question, signal),
  );
  if (counted === undefined) return;
  const reduced = counted.reduction.text;
  if (reduced === text) {
    void window.showInformationMessage(describeNoGain(source, counted, model));
    return;
  }
  const saving = describeSaving(counted, model);
  await reducedView.show(name, text, reduced, l10n.t('{0} reduced: {1}', formatName(name), saving));
  // Not awaited: the command has ended, however long the message stays on the screen.
  void runReported(log, () => offerNext(source, reduced, describeReduced(source, counted, saving), parts));
}

async function offerNext(
  source: ReducibleText,
  reduced: string,
  message: string,
  { meter, counter }: ReduceParts,
): Promise<void> {
  const { place, text, name, what } = source;
  const copy = l10n.t('Copy Reduced');
  const replace = l10n.t('Replace Selection');
  const canReplace = place !== undefined && isEditable(place);
  const choice = await window.showInformationMessage(message, copy, ...(canReplace ? [replace] : []));
  if (choice === replace && canReplace) {
    // A reduction ends its last line; what is put into the middle of one must not.
    await replaceText(place, text, text.endsWith('\n') ? reduced : reduced.replace(/\n$/, ''));
  } else if (choice === copy && (await confirmDenied(what, [name]))) {
    const { model } = meter;
    const handedOut = await handOut(reduced, { to: 'clipboard' }, model.tokenizer.encoding, counter);
    tellHandedOut(l10n.t('Copied {0}, reduced', what), handedOut, model);
  }
}

function describeReduced({ what }: ReducibleText, { reduction }: CountedReduction, saving: string): string {
  const { notes } = reduction;
  const left = notes.length === 0 ? l10n.t('nothing but white space') : notes.map(formatNote).join(', ');
  const subject = capitalise(escapeLinks(what));
  return l10n.t('{0} ({1}): {2}. Left out: {3}.', subject, describeKind(reduction), saving, left);
}

function describeNoGain({ what }: ReducibleText, { reduction, before }: CountedReduction, model: ModelInfo) {
  const tokens = formatTokensInWords(countForModel(before, model.tokenizer));
  const subject = escapeLinks(what);
  return reduction.kind === 'other'
    ? l10n.t(
        'Nothing can be left out of {0} ({1}): it is no log, JSON or table. Send it as it is, or select less.',
        subject,
        tokens,
      )
    : l10n.t(
        'Nothing can be left out of {0} ({1}): taken for {2}, it says nothing that could go. Send it as it is, or select less.',
        subject,
        tokens,
        describeKind(reduction),
      );
}

function describeKind({ kind, format }: CountedReduction['reduction']): string {
  return format === undefined ? translate(kind) : `${translate(kind)}: ${format}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
