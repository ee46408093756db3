import { l10n } from 'vscode';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import type { DocumentPlace, MeasuredScope } from '../core/context/measuredScope.ts';
import { openedScope } from '../core/context/openedScope.ts';
import { renderText } from '../core/context/render/formats.ts';
import type { ScopeRequest } from '../core/context/scopeRequest.ts';
import { type DocumentRef, withoutDocuments } from '../core/context/withoutDocuments.ts';
import { formatPlural } from '../core/format.ts';
import type { TextCount } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readActiveText } from './activeText.ts';
import { chosenCopyFormat } from './config.ts';
import { confirmDenied } from './confirmDenied.ts';
import type { Meter } from './meter.ts';
import type { ScopeStore } from './scopeStore.ts';
import { showProgressWhenSlow } from './showProgressWhenSlow.ts';
import { UserError } from './userError.ts';

/** A text that is about to leave, before the gates. */
export type Outgoing = {
  text: string;
  /** What it is, in words: `12 files`. */
  what: string;
  fileCount: number;
  /** Where its documents stand; empty for what is not a scope. */
  places: readonly DocumentPlace[];
  /** What it was read from; absent for what is not a scope. */
  request?: ScopeRequest;
  /** Of `text`, in the encoding of the request; absent for what is not a scope. */
  count?: TextCount;
  /** The part that a prompt cache can reuse; absent for what is not a scope. */
  stable?: { tokens: number; hash: string };
};

/** What the copy commands send: the scope, or with an empty one the selection or the open file. `undefined` when the user has cancelled. */
export async function readOutgoing(
  store: ScopeStore,
  meter: Meter,
  counter: CountingWorker,
): Promise<Outgoing | undefined> {
  const hasChecked = store.scope.some((item) => item.checked);
  return hasChecked ? readScope(await store.buildRequest(), counter) : readActive(meter);
}

/** The same scope again, without some of its documents. */
export function readWithout(
  request: ScopeRequest,
  left: readonly DocumentRef[],
  counter: CountingWorker,
): Promise<Outgoing | undefined> {
  return readScope({ ...request, scope: withoutDocuments(request.scope, left) }, counter);
}

/**
 * What an agent reads that is pointed to the documents of a text: the whole of each file, or the lines of it, whatever detail the scope has. Files that
 * are too large to be read whole are left out; with nothing else it is the text itself.
 */
export async function readOpened(outgoing: Outgoing, counter: CountingWorker): Promise<Outgoing | undefined> {
  const { request, places } = outgoing;
  if (request === undefined) return outgoing;
  const opened = { ...request, scope: openedScope(places), outlines: {} };
  const answer = await askScope(opened, counter);
  return answer && (toOutgoing(opened, answer) ?? outgoing);
}

async function readScope(request: ScopeRequest, counter: CountingWorker): Promise<Outgoing | undefined> {
  const answer = await askScope(request, counter);
  if (answer === undefined) return undefined;
  const outgoing = toOutgoing(request, answer);
  if (outgoing === undefined) throw new UserError(emptyMessage(answer.measured));
  return outgoing;
}

function askScope(request: ScopeRequest, counter: CountingWorker) {
  const question = { ask: 'scope', request, withText: true } as const;
  return showProgressWhenSlow(l10n.t('Reading the scope'), (signal) => counter.ask(question, signal));
}

/** `undefined` where there is nothing to send. */
function toOutgoing(
  request: ScopeRequest,
  { measured, text, places }: NonNullable<Awaited<ReturnType<typeof askScope>>>,
): Outgoing | undefined {
  const { documentCount } = measured;
  if (documentCount === 0 || text === undefined) return undefined;
  return {
    text,
    what: formatPlural(documentCount, 'file'),
    fileCount: documentCount,
    places: places ?? [],
    request,
    count: measured.total,
    stable: { tokens: measured.stableTokens, hash: measured.stableHash },
  };
}

function emptyMessage({ items }: MeasuredScope): string {
  const skipped = items.flatMap((item) => item.files).find((file) => file.skip !== undefined);
  if (skipped?.skip === undefined)
    return l10n.t('Nothing in the scope can be copied. Check the reasons in the Scope view.');
  return l10n.t(
    'Nothing in the scope can be copied ({0}: {1}). Check the reasons in the Scope view.',
    skipped.label,
    translate(SKIP_REASONS[skipped.skip]),
  );
}

async function readActive(meter: Meter): Promise<Outgoing | undefined> {
  const { target } = meter.liveState;
  if (target === undefined) {
    throw new UserError(
      l10n.t('The scope is empty and no file is open. Add files from the explorer, or open one.'),
    );
  }
  const { what, documents } = readActiveText(target);
  const paths = documents.map(({ path }) => path);
  if (!(await confirmDenied(what, paths))) return undefined;
  const text = renderText(chosenCopyFormat(), documents);
  return { text, what: l10n.t('Scope is empty: copied {0}', what), fileCount: documents.length, places: [] };
}
