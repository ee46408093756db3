import { l10n } from 'vscode';
import { renderReferences } from '../core/context/fileReferences.ts';
import { renderTask } from '../core/context/task.ts';
import { formatPlural } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { confirmCopy } from './confirmCopy.ts';
import { describeBudgets, type ScopeExits } from './copyScope.ts';
import { gatherObjections } from './gatherObjections.ts';
import { handOut } from './handOut.ts';
import { readOpened, readOutgoing } from './outgoing.ts';
import { countBaseline, recordCopy } from './recordCopy.ts';
import { tellHandedOut } from './tellHandedOut.ts';
import { UserError } from './userError.ts';

/**
 * Copies only where the files are, for agents that read them by themselves. Whoever sends that sends the files: what an agent reads when it opens them
 * is what budgets, the retry cap and the history go by.
 */
export async function copyReferences(exits: ScopeExits): Promise<void> {
  const { store, meter, counter } = exits;
  const outgoing = await readOutgoing(store, meter, counter);
  if (outgoing === undefined) return;
  const files = outgoing.places.filter(({ path }) => path !== '');
  if (files.length === 0)
    throw new UserError(l10n.t('The scope has no files to point to. Add files from the explorer.'));
  const opened = await readOpened(outgoing, counter);
  if (opened === undefined) return;
  const objections = await gatherObjections(exits, opened);
  if (
    !(await confirmCopy(objections, l10n.t('An agent reads the files that it is pointed to: that counts.')))
  )
    return;
  const references = files.map(({ label, lines }) => ({
    path: label,
    ...(lines !== undefined && { lines }),
  }));
  const text = (renderTask(store.task) ?? '') + renderReferences(references);
  const { model } = meter;
  const handedOut = await handOut(text, { to: 'clipboard' }, model.tokenizer.encoding, counter);
  const counted = opened.count ?? handedOut.count;
  const { tokens } = countForModel(counted, model.tokenizer);
  tellHandedOut(formatPlural(files.length, 'file reference'), handedOut, model, {
    warnings: [
      l10n.t('{0} when they are opened', formatPlural(tokens, 'token')),
      ...describeBudgets(exits, counted),
    ],
  });
  const redacted = handedOut.secrets.length;
  await recordCopy(exits, opened, { exit: 'Referenced', counted, redacted }, await countBaseline(exits));
}
