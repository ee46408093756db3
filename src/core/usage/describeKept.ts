import { formatDay, formatInteger } from '../format.ts';
import { translate } from '../translate.ts';

/** What the ledger holds of a tool that deletes its logs. */
export type KeptUsage = {
  calls: number;
  /** The local day of the first. */
  sinceDay: string;
  /** Logs that were read and are not there any more. */
  goneLogs: number;
};

/** What has been saved of Claude Code's logs, for its user. */
export function describeKept({ calls, sinceDay, goneLogs }: KeptUsage): string {
  const kept = translate(
    'Claude Code deletes its logs after 30 days, unless its setting cleanupPeriodDays says otherwise. Kept here: {0} calls since {1}.',
    formatInteger(calls),
    formatDay(sinceDay),
  );
  if (goneLogs === 0) return kept;
  return `${kept} ${translate('Logs that are gone already, and whose calls are kept: {0}.', formatInteger(goneLogs))}`;
}
