import { html, type TemplateResult } from 'lit';
import { formatDay, formatInteger, formatMonth, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderBars } from '../charts/renderBars.ts';
import { renderFigure } from '../charts/renderFigure.ts';
import type { Cost } from '../snapshot.ts';
import { nameKey } from './nameKey.ts';
import type { Show } from './renderViewChoice.ts';

type CostBar = Cost['bars'][number];
type Stack = Cost['stacks'][number];

const TIER_COLORS: Readonly<Record<string, string>> = { think: 'c0', execute: 'c1', bulk: 'c2', none: 'c3' };
const MODEL_COLORS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] as const;
const REST_COLOR = 'rest';

/** A bar for each day, week or month; a click shows its days alone. */
export function renderCostChart(cost: Cost, show: Show): TemplateResult {
  const { bars, stacks, unit, view } = cost;
  const colors = stacks.map((stack, place) => colorOf(stack, place, view.stackBy));
  const dearest = bars.reduce(
    (best, bar) => ((bar.costUsd ?? 0) > (best.costUsd ?? 0) ? bar : best),
    bars[0] ?? NO_BAR,
  );
  const titles: Record<Cost['unit'], string> = {
    day: translate('Cost per day'),
    week: translate('Cost per week'),
    month: translate('Cost per month'),
  };
  return html`
    ${renderFigure({
      title: titles[unit],
      summary: translate(
        '{0} bars; the highest is {1} with {2}. Arrow keys move over the bars, Enter shows one alone, t shows the table.',
        formatInteger(bars.length),
        nameBar(dearest, unit),
        formatUsd(dearest.costUsd),
      ),
      chart: renderBars({
        title: titles[unit],
        bars: bars.map((bar) => ({
          label: describeBar(bar, cost),
          parts: bar.partsUsd,
          isUnpriced: bar.unpricedRequests > 0,
        })),
        colors,
        top: formatUsd(dearest.costUsd),
        first: nameBar(bars[0] ?? NO_BAR, unit),
        last: nameBar(bars.at(-1) ?? NO_BAR, unit),
        onChoose: (index) => show(rangeOfBar(cost, index)),
      }),
      table: renderTwin(cost),
    })}
    ${renderLegend(stacks, colors, cost)}
  `;
}

const NO_BAR: CostBar = { start: '1970-01-01', partsUsd: [], requests: 0, unpricedRequests: 0 };

/** The days of one bar, with bars for what it is made of. */
function rangeOfBar({ bars, range, unit }: Cost, index: number): Parameters<Show>[0] {
  const since = bars[index]?.start ?? range.since;
  const next = bars[index + 1]?.start;
  const until = next === undefined ? range.until : dayBefore(next);
  return {
    period: 'custom',
    range: { since: since < range.since ? range.since : since, until: unit === 'day' ? since : until },
    unit: 'day',
  };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function describeBar(bar: CostBar, { unit, stacks, view }: Cost): string {
  const name = nameBar(bar, unit);
  if (bar.requests === 0 && bar.costUsd === undefined && bar.unpricedRequests === 0)
    return translate('{0}: nothing', name);
  const parts = stacks.flatMap((stack, place) => {
    const usd = bar.partsUsd[place] ?? 0;
    return usd === 0 ? [] : [translate('{0} {1}', nameStack(stack, view.stackBy), formatUsd(usd))];
  });
  return [
    translate('{0}: {1}, {2} requests', name, formatUsd(bar.costUsd), formatInteger(bar.requests)),
    ...parts,
  ].join(' · ');
}

function nameBar({ start }: CostBar, unit: Cost['unit']): string {
  if (unit === 'month') return formatMonth(start);
  return unit === 'week' ? translate('week of {0}', formatDay(start)) : formatDay(start);
}

function nameStack({ key, isRest }: Stack, by: Cost['view']['stackBy']): string {
  return isRest ? translate('all others') : nameKey(by, key);
}

function colorOf({ key, isRest }: Stack, place: number, by: Cost['view']['stackBy']): string {
  if (isRest) return REST_COLOR;
  return (by === 'tier' ? TIER_COLORS[key] : MODEL_COLORS[place]) ?? REST_COLOR;
}

function renderLegend(
  stacks: readonly Stack[],
  colors: readonly string[],
  { view, bars }: Cost,
): TemplateResult {
  const sumOf = (place: number) => bars.reduce((sum, { partsUsd }) => sum + (partsUsd[place] ?? 0), 0);
  return html`
    <ul class="legend">
      ${stacks.map(
        (stack, place) => html`<li>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class=${colors[place] ?? ''} width="10" height="10"></rect></svg>
          ${nameStack(stack, view.stackBy)} ${formatUsd(sumOf(place))}
        </li>`,
      )}
    </ul>
  `;
}

function renderTwin({ bars, stacks, view, unit }: Cost): TemplateResult {
  return html`
    <table>
      <thead><tr>
        <th scope="col">${translate('From')}</th><th scope="col">${translate('Cost')}</th><th scope="col">${translate('Requests')}</th>
        ${stacks.map((stack) => html`<th scope="col">${nameStack(stack, view.stackBy)}</th>`)}
      </tr></thead>
      <tbody>${bars.map(
        (bar) => html`<tr>
          <th scope="row">${nameBar(bar, unit)}</th><td>${bar.requests === 0 && bar.costUsd === undefined ? '–' : formatUsd(bar.costUsd)}</td>
          <td>${formatInteger(bar.requests)}</td>${bar.partsUsd.map((usd) => html`<td>${formatUsd(usd)}</td>`)}
        </tr>`,
      )}</tbody>
    </table>
  `;
}
