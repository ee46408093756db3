import { html, nothing, type TemplateResult } from 'lit';
import { formatTokens, formatUsd, markEstimate } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { ViewOf } from './snapshot.ts';

type Stages = NonNullable<NonNullable<ViewOf<'now'>['tier']>['stages']>;
type Entry = Stages['entries'][number];

/** The parts of mixed work, each with its tier, scope, tokens and cost, beside everything on the tier for thinking. */
export function renderStages({ entries, costUsd, allThinkUsd }: Stages): TemplateResult {
  return html`
    <table class="stages">
      <caption>${translate('In stages, each on its own tier')}</caption>
      <thead><tr>
        <th scope="col">${translate('Stage')}</th><th scope="col">${translate('Tier')}</th>
        <th scope="col">${translate('Tokens')}</th><th scope="col">${translate('Cost')}</th>
      </tr></thead>
      <tbody>${entries.map(renderEntry)}</tbody>
      ${
        costUsd === undefined
          ? nothing
          : html`<tfoot>
              <tr><th scope="row" colspan="3">${translate('Together')}</th><td>${formatUsd(costUsd)}</td></tr>
              <tr><th scope="row" colspan="3">${translate('Everything on tier think')}</th><td>${formatUsd(allThinkUsd)}</td></tr>
            </tfoot>`
      }
    </table>
  `;
}

function renderEntry({ tier, text, files, modelLabel, count, costUsd }: Entry): TemplateResult {
  const scope = files.length === 0 ? translate('the whole scope') : files.join(', ');
  return html`<tr>
    <th scope="row">${text}<small>${modelLabel === undefined ? translate('no model') : scope}</small></th>
    <td>${translate(tier)}<small>${modelLabel ?? ''}</small></td>
    <td>${count === undefined ? '–' : formatTokens(count)}</td>
    <td>${formatCost(modelLabel, count, costUsd)}</td>
  </tr>`;
}

function formatCost(
  modelLabel: string | undefined,
  count: Entry['count'],
  costUsd: number | undefined,
): string {
  if (modelLabel === undefined) return formatUsd(costUsd);
  return count === undefined ? '–' : markEstimate(formatUsd(costUsd), count);
}
