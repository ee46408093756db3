import { html, nothing, type TemplateResult } from 'lit';
import { formatAverage, formatChange, formatInteger, formatShare, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderSparkline } from '../charts/renderSparkline.ts';
import type { Targets } from '../snapshot.ts';
import { KPI_WORDS } from './kpiWords.ts';

type Kpi = Targets['kpis'][number];

/** A sign beside the word: colour alone would not be seen by all. */
const STATES: Record<Kpi['state'], { sign: string; title: () => string }> = {
  met: { sign: '✓', title: () => translate('on target') },
  near: { sign: '≈', title: () => translate('near the target') },
  missed: { sign: '✗', title: () => translate('off target') },
  untargeted: { sign: '·', title: () => translate('no target') },
  unknown: { sign: '?', title: () => translate('unknown') },
};

/** One number with its target, its trend and how it comes about; `hasBefore` is false where nothing can be before. */
export function renderKpi(kpi: Kpi, hasBefore: boolean): TemplateResult {
  const { id, unit, target, state, trend } = kpi;
  const { title, how } = KPI_WORDS[id];
  const { sign, title: stateTitle } = STATES[state];
  return html`
    <li class="kpi ${state}" data-kpi=${id}>
      <h3 id="kpi-${id}">${title()}</h3>
      <p class="amount"><b>${describeValue(kpi)}</b> <span class="state"><span aria-hidden="true">${sign}</span> ${stateTitle()}</span></p>
      ${target === undefined ? nothing : html`<p class="before">${translate('Target: {0}', describeTarget(unit, target))}</p>`}
      ${hasBefore ? renderTrend(kpi) : nothing}
      ${renderSparkline(trend)}
      <details><summary id="how-${id}" aria-labelledby="how-${id} kpi-${id}">${translate('How it is computed')}</summary><p>${how()}</p></details>
    </li>
  `;
}

/** An estimate is marked as one. */
function describeValue({ unit, value, isEstimated }: Kpi): string {
  if (value === undefined) return '–';
  return `${isEstimated ? '≈' : ''}${formatValue(unit, value)}`;
}

function renderTrend({ unit, value, previous, change }: Kpi): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  if (previous === undefined) return html`<p class="before">${translate('Unknown in the period before')}</p>`;
  const words = translate(
    '{0} against {1} before',
    formatChange(value, previous),
    formatValue(unit, previous),
  );
  if (change === undefined || change === 'same') return html`<p class="before">${words}</p>`;
  return html`<p class="before">${change === 'better' ? translate('{0}: better', words) : translate('{0}: worse', words)}</p>`;
}

function describeTarget(unit: Kpi['unit'], target: NonNullable<Kpi['target']>): string {
  if ('below' in target) return translate('below {0}', formatValue(unit, target.below));
  if ('above' in target) return translate('above {0}', formatValue(unit, target.above));
  return translate('{0} to {1}', formatValue(unit, target.from), formatValue(unit, target.to));
}

function formatValue(unit: Kpi['unit'], value: number): string {
  switch (unit) {
    case 'usd':
      return formatUsd(value);
    case 'tokens':
      return translate('{0} tokens', formatInteger(value));
    case 'share':
      return formatShare(value);
    case 'number':
      return formatAverage(value);
    default:
      return unit satisfies never;
  }
}
