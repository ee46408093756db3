import { CACHE_LIFETIMES, type CacheLifetime, planCaching } from '../../../cost/plan/planCaching.ts';
import { formatInteger, formatShare, formatUsd } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import { type PlanContext, prefixTokensOf } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** Whether a prompt cache pays for this prefix, kept for five minutes and for an hour. */
export function draftCaching(context: PlanContext): SectionDraft<'caching'> {
  return {
    title: translate('Prompt caching'),
    fields: {
      prefixTokens: { label: translate('Tokens of the stable prefix'), initial: prefixTokensOf(context) },
      callsPerDay: { label: translate('Calls per day'), initial: 100 },
      writesPerDay: { label: translate('Of them find no cache and write it'), initial: 10 },
    },
    plan: ({ number }) => {
      const input = {
        prefixTokens: number('prefixTokens'),
        callsPerDay: number('callsPerDay'),
        writesPerDay: number('writesPerDay'),
      };
      const columns = CACHE_LIFETIMES.map((lifetime) =>
        describe(planCaching({ ...input, lifetime }, context.model.price)),
      );
      const row = (label: string, key: keyof Described) => [label, ...columns.map((column) => column[key])];
      return {
        tables: [
          {
            caption: translate('Of the prefix alone'),
            columns: [translate('Cache kept for'), ...CACHE_LIFETIMES.map(nameLifetime)],
            rows: [
              row(translate('Pays from'), 'paysFrom'),
              row(translate('Without, per day'), 'without'),
              row(translate('With, per day'), 'with'),
              row(translate('Saved per month'), 'saved'),
            ],
          },
        ],
      };
    },
  };
}

type Described = { paysFrom: string; without: string; with: string; saved: string };

function nameLifetime(lifetime: CacheLifetime): string {
  return lifetime === '5m' ? translate('5 minutes') : translate('1 hour');
}

function describe(plan: ReturnType<typeof planCaching>): Described {
  if (plan === undefined)
    return { paysFrom: translate('no price known'), without: '–', with: '–', saved: '–' };
  const { breakEvenCalls: calls, savedUsdPerMonth, savedShare } = plan;
  const saved = formatUsd(savedUsdPerMonth);
  return {
    paysFrom:
      calls === undefined ? translate('never') : translate('{0} calls within it', formatInteger(calls)),
    without: formatUsd(plan.uncachedUsdPerDay),
    with: formatUsd(plan.cachedUsdPerDay),
    saved: savedShare < 0 ? saved : `${saved} (${formatShare(savedShare)})`,
  };
}
