import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** `label` says all that the bar shows; a bar of nothing but unpriced requests has no height of its own. */
export type Bar = { label: string; parts: readonly number[]; isUnpriced: boolean };

export type Bars = {
  title: string;
  bars: readonly Bar[];
  /** The colour of each part: one of the chart's classes. */
  colors: readonly string[];
  /** What stands at the top, and below the first and the last bar. */
  top: string;
  first: string;
  last: string;
  /** Absent where a bar has nothing more to show. */
  onChoose?: (index: number) => void;
};

/** Units of the drawing from the bottom to the highest bar. */
const HEIGHT = 100;
const UNPRICED_HEIGHT = 1.5;

/** Stacked bars, as wide as there is room. Each that can be chosen is a button. */
export function renderBars({ title, bars, colors, top, first, last, onChoose }: Bars): TemplateResult {
  const highest = Math.max(...bars.map(heightOf), 0);
  return html`
    <span class="axis-top">${highest === 0 ? nothing : top}</span>
    <svg class="bars" viewBox="0 0 ${bars.length} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label=${title}>
      <line class="grid" x1="0" x2=${bars.length} y1="0" y2="0"></line>
      ${bars.map((bar, index) => renderBar(bar, index, highest, colors, index === bars.length - 1, onChoose && (() => onChoose(index))))}
      <line class="grid" x1="0" x2=${bars.length} y1=${HEIGHT} y2=${HEIGHT}></line>
    </svg>
    <div class="axis" aria-hidden="true"><span>${first}</span><span>${last}</span></div>
  `;
}

function renderBar(
  bar: Bar,
  index: number,
  highest: number,
  colors: readonly string[],
  isLast: boolean,
  choose: (() => void) | undefined,
): SVGTemplateResult {
  const scale = highest === 0 ? 0 : HEIGHT / highest;
  let top = HEIGHT;
  const parts = bar.parts.map((part, place) => {
    const height = part * scale;
    top -= height;
    return height === 0
      ? nothing
      : svg`<rect class=${colors[place] ?? ''} x=${index + 0.12} width="0.76" y=${top} height=${height}></rect>`;
  });
  const isBare = bar.isUnpriced && heightOf(bar) === 0;
  return svg`
    <g class="mark ${choose === undefined ? '' : 'choice'}" role=${choose === undefined ? 'img' : 'button'} tabindex=${isLast ? 0 : -1} aria-label=${bar.label} @click=${choose ?? nothing}>
      <rect class="hit" x=${index} width="1" y="0" height=${HEIGHT}></rect>
      ${parts}
      ${isBare ? svg`<rect class="unpriced" x=${index + 0.12} width="0.76" y=${HEIGHT - UNPRICED_HEIGHT} height=${UNPRICED_HEIGHT}></rect>` : nothing}
    </g>
  `;
}

function heightOf({ parts }: Bar): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
