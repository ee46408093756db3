import { l10n } from 'vscode';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import type { DocumentPlace, MeasuredScope } from '../core/context/measuredScope.ts';
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

async function readScope(request: ScopeRequest, counter: CountingWorker): Promise<Outgoing | undefined> {
  const question = { ask: 'scope', request, withText: true } as const;
  const answer = await showProgressWhenSlow(l10n.t('Reading the scope'), (signal) =>
    counter.ask(question, signal),
  );
  if (answer === undefined) return undefined;
  const { measured, text, places } = answer;
  const { documentCount } = measured;
  if (documentCount === 0 || text === undefined) throw new UserError(emptyMessage(measured));
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
