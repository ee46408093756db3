import { SKIP_REASONS } from '../core/context/fileState.ts';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { FORMATS } from '../core/context/render/formats.ts';
import { formatPlural } from '../core/format.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readActiveText } from './activeText.ts';
import { chosenCopyFormat } from './config.ts';
import { confirmDenied } from './confirmDenied.ts';
import { handOut } from './handOut.ts';
import type { Meter } from './meter.ts';
import type { ScopeStore } from './scopeStore.ts';
import { showProgressWhenSlow } from './showProgressWhenSlow.ts';
import { tellHandedOut } from './tellHandedOut.ts';
import { UserError } from './userError.ts';

/** Copies the scope; with an empty one the selection or the open file, and says so. */
export async function copyScope(store: ScopeStore, meter: Meter, counter: CountingWorker): Promise<void> {
  const hasChecked = store.scope.some((item) => item.checked);
  const outgoing = hasChecked ? await readScope(store, counter) : await readActive(meter);
  if (outgoing === undefined) return;
  const { model } = meter;
  const handedOut = await handOut(outgoing.text, model.tokenizer.encoding, counter);
  tellHandedOut(outgoing.feedback, handedOut, model);
}

type Outgoing = { text: string; feedback: string };

/** `undefined` when the user has cancelled. */
async function readScope(store: ScopeStore, counter: CountingWorker): Promise<Outgoing | undefined> {
  const question = { ask: 'scope', request: store.buildRequest(), withText: true } as const;
  const answer = await showProgressWhenSlow('Copying scoped context', (signal) =>
    counter.ask(question, signal),
  );
  if (answer === undefined) return undefined;
  const { measured, text } = answer;
  if (measured.documentCount === 0 || text === undefined) throw new UserError(emptyMessage(measured));
  return { text, feedback: `Copied ${formatPlural(measured.documentCount, 'file')}` };
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
  const paths = documents.map(({ path }) => path);
  if (!(await confirmDenied(what, paths))) return undefined;
  return { text: FORMATS[chosenCopyFormat()].render(documents), feedback: `Scope is empty: copied ${what}` };
}
