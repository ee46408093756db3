import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatShare } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderFigure } from '../charts/renderFigure.ts';
import type { Targets } from '../snapshot.ts';

type Kpis = Targets['kpis'];

/** The playbook's shares of requests over the three tiers. */
const PLAYBOOK = [0.15, 0.75, 0.1] as const;
const TIERS = ['thinkRequests', 'executeRequests', 'bulkRequests'] as const;

/** Requests over the tiers, above what the playbook has. */
export function renderDistribution(kpis: Kpis): TemplateResult | typeof nothing {
  const shares = TIERS.map((id) => kpis.find((kpi) => kpi.id === id)?.value);
  if (shares.some((share) => share === undefined)) return nothing;
  const known = shares.map((share = 0) => share);
  const rows = [
    { title: translate('Yours'), shares: known },
    { title: translate('Playbook'), shares: PLAYBOOK },
  ];
  return renderFigure({
    title: translate('Requests over the tiers, 1 to 3'),
    summary: translate('Yours: {0}. The playbook: {1}.', listShares(known), listShares(PLAYBOOK)),
    chart: html`${rows.map(
      ({ title, shares: parts }) => html`
        <p class="axis-top">${title}: ${listShares(parts)}</p>
        <svg class="shares" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          ${parts.map((share, tier) => svg`<rect class="c${tier}" x=${parts.slice(0, tier).reduce((sum, part) => sum + part, 0)} y="0" width=${share} height="1"></rect>`)}
        </svg>
      `,
    )}`,
    table: html`
      <table>
        <thead><tr><th scope="col"></th>${TIERS.map((_, tier) => html`<th scope="col">${translate('Tier {0}', tier + 1)}</th>`)}</tr></thead>
        <tbody>${rows.map(({ title, shares: parts }) => html`<tr><th scope="row">${title}</th>${parts.map((share) => html`<td>${formatShare(share)}</td>`)}</tr>`)}</tbody>
      </table>
    `,
  });
}

function listShares(shares: readonly number[]): string {
  return shares.map(formatShare).join(' · ');
}
