import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../../src/core/translate.ts';
import type { WebviewMessage } from '../../src/protocol/webviewMessage.ts';
import { renderSelect } from '../renderSelect.ts';
import type { Cost } from '../snapshot.ts';
import { DIMENSION_TITLES, type Dimension, nameKey } from './nameKey.ts';

type View = Cost['view'];
/** Asks for a view in which this is different. */
export type Show = (change: Extract<WebviewMessage, { type: 'changeCostView' }>['change']) => void;

const PERIOD_TITLES: Record<View['period'], () => string> = {
  today: () => translate('Today'),
  '7days': () => translate('7 days'),
  '30days': () => translate('30 days'),
  '90days': () => translate('90 days'),
  month: () => translate('This month'),
  all: () => translate('All'),
  custom: () => translate('From … to …'),
};
const UNIT_TITLES: Record<View['unit'], () => string> = {
  day: () => translate('Days'),
  week: () => translate('Weeks'),
  month: () => translate('Months'),
};
const STACK_TITLES: Record<View['stackBy'], () => string> = {
  tier: () => translate('Tiers'),
  model: () => translate('Models'),
};

/** The period, what the bars are, and the filters that are on. */
export function renderViewChoice({ view, range }: Cost, show: Show): TemplateResult {
  const choosePeriod = (period: View['period']) => show({ period, ...(period === 'custom' && { range }) });
  return html`
    <div class="choices">
      ${renderSelect(translate('Period'), PERIOD_TITLES, view.period, choosePeriod)}
      ${renderSelect(translate('Bars'), UNIT_TITLES, view.unit, (unit) => show({ unit }))}
      ${renderSelect(translate('Parts'), STACK_TITLES, view.stackBy, (stackBy) => show({ stackBy }))}
    </div>
    ${view.period === 'custom' ? renderRange(range, show) : nothing}
    ${renderFilters(view, show)}
  `;
}

function renderRange(range: Cost['range'], show: Show): TemplateResult {
  const onChange = (end: 'since' | 'until') => (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.value !== '')
      show({ range: { ...range, [end]: target.value } });
  };
  return html`
    <div class="choices">
      <label>${translate('From')}<input type="date" .value=${range.since} @change=${onChange('since')}></label>
      <label>${translate('To')}<input type="date" .value=${range.until} @change=${onChange('until')}></label>
    </div>
  `;
}

function renderFilters(view: View, show: Show): TemplateResult | typeof nothing {
  const chips = (Object.entries(view.filters) as [Dimension, string][]).map(([by, key]) => ({
    text: translate('{0}: {1}', DIMENSION_TITLES[by](), nameKey(by, key)),
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
