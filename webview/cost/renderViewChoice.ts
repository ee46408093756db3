import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../../src/core/translate.ts';
import type { WebviewMessage } from '../../src/protocol/webviewMessage.ts';
import { renderSelect } from '../renderSelect.ts';
import type { Cost } from '../snapshot.ts';
import { DIMENSION_TITLES, type Dimension, nameKey, nameRow } from './nameKey.ts';

type View = Cost['view'];
/** Asks for a view in which this is different. */
export type Show = (change: Extract<WebviewMessage, { type: 'changeCostView' }>['change']) => void;

/** What each period is called. */
export const PERIOD_TITLES: Record<View['period'], () => string> = {
  today: () => translate('Today'),
  week: () => translate('This week'),
  month: () => translate('This month'),
  '7days': () => translate('7 days'),
  '30days': () => translate('30 days'),
  '90days': () => translate('90 days'),
  all: () => translate('All'),
  custom: () => translate('From … to …'),
};
const UNIT_TITLES: Record<View['unit'], () => string> = {
  hour: () => translate('Hours'),
  day: () => translate('Days'),
  week: () => translate('Weeks'),
  month: () => translate('Months'),
};
const STACK_TITLES: Record<View['stackBy'], () => string> = {
  tier: () => translate('Tiers'),
  model: () => translate('Models'),
};

/** The period, what the bars are, and the filters that are on. */
export function renderViewChoice(cost: Cost, show: Show): TemplateResult {
  const { view, range, unit, units } = cost;
  const choosePeriod = (period: View['period']) => show({ period, ...(period === 'custom' && { range }) });
  return html`
    <div class="choices">
      ${renderSelect(translate('Period'), PERIOD_TITLES, view.period, choosePeriod)}
      ${renderSelect(translate('Bars'), titlesOf(units), unit, (chosen) => show({ unit: chosen }))}
      ${renderSelect(translate('Parts'), STACK_TITLES, view.stackBy, (stackBy) => show({ stackBy }))}
    </div>
    ${view.period === 'custom' ? renderRange(cost, show) : nothing}
    ${renderFilters(cost, show)}
  `;
}

/** Only what a range can be drawn in is offered. */
function titlesOf(units: Cost['units']): Record<View['unit'], () => string> {
  const offered = Object.entries(UNIT_TITLES).filter(([unit]) => units.some((each) => each === unit));
  return Object.fromEntries(offered) as Record<View['unit'], () => string>;
}

function renderRange({ range, view: { back } }: Cost, show: Show): TemplateResult {
  const onChange = (end: 'since' | 'until') => (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.value !== '')
      show({ range: { ...range, [end]: target.value } });
  };
  return html`
    <div class="choices">
      <label>${translate('From')}<input type="date" .value=${range.since} @change=${onChange('since')}></label>
      <label>${translate('To')}<input type="date" .value=${range.until} @change=${onChange('until')}></label>
      ${back === undefined ? nothing : html`<button type="button" class="link" @click=${() => show(back)}>${translate('Back to {0}', PERIOD_TITLES[back.period]())}</button>`}
    </div>
  `;
}

function renderFilters({ view, tables }: Cost, show: Show): TemplateResult | typeof nothing {
  const nameFilter = (by: Dimension, key: string) => {
    const row = tables.find((table) => table.by === by)?.rows.find((each) => each.key === key);
    return row === undefined ? nameKey(by, key) : nameRow(by, row);
  };
  const chips = (Object.entries(view.filters) as [Dimension, string][]).map(([by, key]) => ({
    text: translate('{0}: {1}', DIMENSION_TITLES[by](), nameFilter(by, key)),
    remove: () =>
      show({ filters: withoutFilter(view.filters, by), ...(by === 'session' && { session: '' }) }),
  }));
  if (chips.length === 0) return nothing;
  return html`
    <ul class="chips" aria-label=${translate('Filters')}>
      ${chips.map(({ text, remove }) => html`<li><button type="button" aria-label=${translate('Remove the filter {0}', text)} @click=${remove}>${text} <span aria-hidden="true">✕</span></button></li>`)}
    </ul>
  `;
}

/** The filters without one of them. */
export function withoutFilter(filters: View['filters'], by: Dimension): View['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== by));
}
