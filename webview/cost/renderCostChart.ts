import { html, nothing, type TemplateResult } from 'lit';
import {
  formatDay,
  formatHour,
  formatInteger,
  formatMonth,
  formatTime,
  formatUsd,
} from '../../src/core/format.ts';
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

/** A bar for each hour, day, week or month; a click shows its days alone. */
export function renderCostChart(cost: Cost, show: Show): TemplateResult {
  const { bars, stacks, unit, view } = cost;
  const colors = stacks.map((stack, place) => colorOf(stack, place, view.stackBy));
  const names = nameBars(cost);
  const dearest = bars.reduce(
    (best, bar, index) => ((bar.costUsd ?? 0) > (bars[best]?.costUsd ?? 0) ? index : best),
    0,
  );
  const top = formatUsd(bars[dearest]?.costUsd);
  const facts = [formatInteger(bars.length), names[dearest] ?? '', top];
  const title = TITLES[unit]();
  return html`
    ${renderFigure({
      title,
      summary:
        unit === 'hour'
          ? translate(
              '{0} bars; the highest is {1} with {2}. Arrow keys move over the bars, t shows the table.',
              ...facts,
            )
          : translate(
              '{0} bars; the highest is {1} with {2}. Arrow keys move over the bars, Enter shows one alone, t shows the table.',
              ...facts,
            ),
      chart: renderBars({
        title,
        bars: bars.map((bar, index) => ({
          label: describeBar(bar, names[index] ?? '', cost),
          parts: bar.partsUsd,
          isUnpriced: bar.unpricedRequests > 0,
        })),
        colors,
        top,
        first: names[0] ?? '',
        last: names.at(-1) ?? '',
        // Nothing is shorter than an hour.
        ...(unit !== 'hour' && { onChoose: (index: number) => show(rangeOfBar(cost, index)) }),
      }),
      table: renderTwin(cost, names),
    })}
    ${renderLegend(stacks, colors, view.stackBy)}
  `;
}

const TITLES: Record<Cost['unit'], () => string> = {
  hour: () => translate('Cost per hour'),
  day: () => translate('Cost per day'),
  week: () => translate('Cost per week'),
  month: () => translate('Cost per month'),
};

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

function describeBar(bar: CostBar, name: string, { stacks, view }: Cost): string {
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

function nameBars({ bars, unit, range }: Cost): string[] {
  if (unit === 'month') return bars.map(({ start }) => formatMonth(start));
  if (unit === 'week') return bars.map(({ start }) => translate('week of {0}', formatDay(start)));
  if (unit === 'day') return bars.map(({ start }) => formatDay(start));
  const nameHour = range.since === range.until ? formatHour : formatTime;
  const hours = bars.map(({ startMs = 0 }) => nameHour(startMs));
  // Clocks that are set back show an hour twice.
  return bars.map(({ startMs = 0 }, index) => {
    const name = hours[index] ?? '';
    return name === hours[index - 1] || name === hours[index + 1] ? formatHour(startMs, true) : name;
  });
}

function nameStack({ key, isRest }: Stack, by: Cost['view']['stackBy']): string {
  return isRest ? translate('all others') : nameKey(by, key);
}

function colorOf({ key, isRest }: Stack, place: number, by: Cost['view']['stackBy']): string {
  if (isRest) return REST_COLOR;
  return (by === 'tier' ? TIER_COLORS[key] : MODEL_COLORS[place]) ?? REST_COLOR;
}

/** Of what filters leave out only the colour stays reserved. */
function isUsed({ requests, unpricedRequests }: Stack): boolean {
  return requests > 0 || unpricedRequests > 0;
}

function renderLegend(
  stacks: readonly Stack[],
  colors: readonly string[],
  by: Cost['view']['stackBy'],
): TemplateResult {
  return html`
    <ul class="legend">
      ${stacks.map((stack, place) =>
        isUsed(stack)
          ? html`<li>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class=${colors[place] ?? ''} width="10" height="10"></rect></svg>
          ${nameStack(stack, by)} ${formatUsd(stack.costUsd)}
        </li>`
          : nothing,
      )}
    </ul>
  `;
}

function renderTwin({ bars, stacks, view, unit }: Cost, names: readonly string[]): TemplateResult {
  const places = stacks.flatMap((stack, place) => (isUsed(stack) ? [{ stack, place }] : []));
  return html`
    <table>
      <thead><tr>
        <th scope="col">${unit === 'hour' ? translate('Hour') : translate('From')}</th><th scope="col">${translate('Cost')}</th><th scope="col">${translate('Requests')}</th>
        ${places.map(({ stack }) => html`<th scope="col">${nameStack(stack, view.stackBy)}</th>`)}
      </tr></thead>
      <tbody>${bars.map(
        (bar, index) => html`<tr>
          <th scope="row">${names[index]}</th><td>${bar.requests === 0 && bar.costUsd === undefined ? '–' : formatUsd(bar.costUsd)}</td>
          <td>${formatInteger(bar.requests)}</td>${places.map(({ place }) => html`<td>${describePart(bar, place)}</td>`)}
        </tr>`,
      )}</tbody>
    </table>
  `;
}

/** A part without dollars may be one without a price: it is no zero. */
function describePart({ partsUsd }: CostBar, place: number): string {
  const usd = partsUsd[place] ?? 0;
  return usd === 0 ? '–' : formatUsd(usd);
}
