import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatShare, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import type { Cost } from '../snapshot.ts';
import { DIMENSION_TITLES, nameRow } from './nameKey.ts';
import { type Show, withoutFilter } from './renderViewChoice.ts';

type Table = Cost['tables'][number];
type Row = Table['rows'][number];

/** What was spent by model, project and so on. A click on a name leaves out the others everywhere else, another click takes them back. */
export function renderCostTable(table: Table, cost: Cost, show: Show): TemplateResult | typeof nothing {
  const { by, rows, rest } = table;
  if (rows.length === 0) return nothing;
  const all = [...rows, ...(rest === undefined ? [] : [rest.sum])].reduce(
    (sum, { costUsd = 0 }) => sum + costUsd,
    0,
  );
  return html`
    <details open>
      <summary><h3>${DIMENSION_TITLES[by]()}</h3></summary>
      <div class="scroll" role="region" tabindex="0" aria-label=${DIMENSION_TITLES[by]()}>
        <table>
          <thead><tr>
            <th scope="col">${DIMENSION_TITLES[by]()}</th><th scope="col">${translate('Cost')}</th><th scope="col">${translate('Share')}</th>
            <th scope="col">${translate('Requests')}</th><th scope="col">${translate('Input')}</th><th scope="col">${translate('Cache read')}</th>
            <th scope="col">${translate('Cache write')}</th><th scope="col">${translate('Output')}</th>
          </tr></thead>
          <tbody>
            ${rows.map((row) => renderRow(by, row, all, cost, show))}
            ${
              rest === undefined
                ? nothing
                : html`<tr><th scope="row">${translate('{0} others', formatInteger(rest.count))}</th>${renderNumbers(rest.sum, all)}</tr>`
            }
          </tbody>
        </table>
      </div>
    </details>
  `;
}

function renderRow(by: Table['by'], row: Row, all: number, { view }: Cost, show: Show): TemplateResult {
  const isChosen = view.filters[by] === row.key;
  const choose = () => {
    const filters = isChosen ? withoutFilter(view.filters, by) : { ...view.filters, [by]: row.key };
    const opens = by === 'session' && !isChosen && !row.isDailyTotal;
    show({ filters, ...(by === 'session' && { session: opens ? row.key : '' }) });
  };
  return html`<tr class=${isChosen ? 'chosen' : ''}>
    <th scope="row"><button type="button" class="link" aria-pressed=${isChosen} title=${row.key} @click=${choose}>${nameRow(by, row)}</button></th>
    ${renderNumbers(row, all)}
  </tr>`;
}

function renderNumbers(entry: Cost['total'], all: number): TemplateResult {
  const { costUsd, requests, unpricedRequests } = entry;
  const remark = unpricedRequests === 0 ? '' : translate('{0} unpriced', formatInteger(unpricedRequests));
  return html`
    <td title=${remark}>${requests === 0 && costUsd === undefined ? '–' : formatUsd(costUsd)}${remark === '' || costUsd === undefined ? '' : '*'}</td>
    <td>${costUsd === undefined || all === 0 ? '–' : formatShare(costUsd / all)}</td>
    <td>${formatInteger(requests)}</td>
    <td>${formatInteger(entry.inputTokens)}</td>
    <td>${formatInteger(entry.cacheReadTokens)}</td>
    <td>${formatInteger(entry.cacheWriteTokens)}</td>
    <td>${formatInteger(entry.outputTokens)}</td>
  `;
}
