import { type CancellationToken, ProgressLocation, window } from 'vscode';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { isDeniedPath } from '../core/context/gates/isDeniedPath.ts';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { FORMATS } from '../core/context/render/formats.ts';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { formatPlural, formatTokensInWords, formatUsd, markEstimate } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readActiveText } from './activeText.ts';
import { chosenCopyFormat } from './config.ts';
import { type HandedOut, handOut } from './handOut.ts';
import type { Meter } from './meter.ts';
import { escapeIcons } from './plainText.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

const FEEDBACK_MS = 10_000;
/** Shorter work shows no progress: a notification that flashes helps nobody. */
const PROGRESS_AFTER_MS = 300;

/** Copies the scope; with an empty one the selection or the open file, and says so. */
export async function copyScope(store: ScopeStore, meter: Meter, counter: CountingWorker): Promise<void> {
  const hasChecked = store.scope.some((item) => item.checked);
  const outgoing = hasChecked ? await readScope(store, counter) : await readActive(meter);
  if (outgoing === undefined) return;
  const { model } = meter;
  const handedOut = await handOut(outgoing.text, model.tokenizer.encoding, counter);
  const count = countForModel(handedOut.count, model.tokenizer);
  const cost = markEstimate(formatUsd(inputCostUsd(count.tokens, model.price)), count);
  const parts = [outgoing.feedback, formatTokensInWords(count), cost, ...describeGates(handedOut)];
  const feedback = parts.join(' · ');
  window.setStatusBarMessage(`$(check) ${escapeIcons(feedback)}`, FEEDBACK_MS);
}

/** What the gates did, where they did anything. */
function describeGates({ redactedSecrets, strippedUnits }: HandedOut): string[] {
  return [
    ...(redactedSecrets === 0 ? [] : [`${formatPlural(redactedSecrets, 'secret')} redacted`]),
    ...(strippedUnits === 0 ? [] : [`${formatPlural(strippedUnits, 'invisible character')} left out`]),
  ];
}

type Outgoing = { text: string; feedback: string };

/** `undefined` when the user has cancelled. */
async function readScope(store: ScopeStore, counter: CountingWorker): Promise<Outgoing | undefined> {
  const controller = new AbortController();
  const reading = counter.ask(
    { ask: 'scope', request: store.buildRequest(), withText: true },
    controller.signal,
  );
  try {
    const { measured, text } = await showProgressWhenSlow(reading, controller);
    if (measured.documentCount === 0 || text === undefined) throw new UserError(emptyMessage(measured));
    return { text, feedback: `Copied ${formatPlural(measured.documentCount, 'file')}` };
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}

async function showProgressWhenSlow<T>(work: Promise<T>, controller: AbortController): Promise<T> {
  const isSlow = await Promise.race([
    work.then(() => false),
    new Promise<true>((resolve) => setTimeout(resolve, PROGRESS_AFTER_MS, true)),
  ]);
  if (!isSlow) return work;
  const options = {
    location: ProgressLocation.Notification,
    title: 'Copying scoped context',
    cancellable: true,
  };
  return window.withProgress(options, (_progress, token: CancellationToken) => {
    token.onCancellationRequested(() => controller.abort());
    return work;
  });
}

function emptyMessage({ items }: MeasuredScope): string {
  const skipped = items.flatMap((item) => item.files).find((file) => file.skip !== undefined);
  const reason = skipped?.skip === undefined ? '' : ` (${skipped.label}: ${SKIP_REASONS[skipped.skip]})`;
  return `Nothing in the scope can be copied${reason}. Check the reasons in the Scope view.`;
}

/** `undefined` when the user would rather not send a file that is likely to hold secrets. */
async function readActive(meter: Meter): Promise<Outgoing | undefined> {
  const { target } = meter.liveState;
  if (target === undefined) {
    throw new UserError('The scope is empty and no file is open. Add files from the explorer, or open one.');
  }
  const { what, documents } = readActiveText(target);
  if (documents.some(({ path }) => isDeniedPath(path)) && !(await confirmDenied(what))) return undefined;
  return { text: FORMATS[chosenCopyFormat()].render(documents), feedback: `Scope is empty: copied ${what}` };
}

async function confirmDenied(what: string): Promise<boolean> {
  const detail =
    'Its name says that it is likely to hold secrets. Those that are recognised are redacted all the same.';
  const copy = 'Copy This Once';
  return (await window.showWarningMessage(`Copy ${what}?`, { modal: true, detail }, copy)) === copy;
}
