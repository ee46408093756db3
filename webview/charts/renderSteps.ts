import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** One call: how high the line is, how high the bar below it. `marks` are classes of what is marked there. */
export type Step = { label: string; line: number; bar: number; marks: readonly string[] };

export type Steps = {
  title: string;
  steps: readonly Step[];
  lineTop: string;
  barTop: string;
  first: string;
  last: string;
};

const LINE_HEIGHT = 100;
const BAR_HEIGHT = 50;

/** A line over bars, a step for each call: what is marked is a line from top to bottom. */
export function renderSteps({ title, steps, lineTop, barTop, first, last }: Steps): TemplateResult {
  const scaleLine = scaleFor(
    steps.map(({ line }) => line),
    LINE_HEIGHT,
  );
  const scaleBar = scaleFor(
    steps.map(({ bar }) => bar),
    BAR_HEIGHT,
  );
  const points = steps.map(({ line }, index) => {
    const y = LINE_HEIGHT - scaleLine(line);
    return `${index},${y} ${index + 1},${y}`;
  });
  return html`
    <span class="axis-top">${lineTop}</span>
    <svg class="steps" viewBox="0 0 ${steps.length} ${LINE_HEIGHT}" preserveAspectRatio="none" role="group" aria-label=${title}>
      <line class="grid" x1="0" x2=${steps.length} y1=${LINE_HEIGHT} y2=${LINE_HEIGHT}></line>
      ${steps.map((step, index) => renderStep(step, index, index === steps.length - 1))}
      <polyline class="line" points=${points.join(' ')}></polyline>
    </svg>
    <span class="axis-top">${barTop}</span>
    <svg class="steps low" viewBox="0 0 ${steps.length} ${BAR_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${steps.map(({ bar }, index) => svg`<rect class="c1" x=${index + 0.12} width="0.76" y=${BAR_HEIGHT - scaleBar(bar)} height=${scaleBar(bar)}></rect>`)}
      <line class="grid" x1="0" x2=${steps.length} y1=${BAR_HEIGHT} y2=${BAR_HEIGHT}></line>
    </svg>
    <div class="axis" aria-hidden="true"><span>${first}</span><span>${last}</span></div>
  `;
}

function renderStep({ label, marks }: Step, index: number, isLast: boolean): SVGTemplateResult {
  return svg`
    <g class="mark" role="img" tabindex=${isLast ? 0 : -1} aria-label=${label}>
      <rect class="hit" x=${index} width="1" y="0" height=${LINE_HEIGHT}></rect>
      ${marks.length === 0 ? nothing : marks.map((mark) => svg`<line class="event ${mark}" x1=${index} x2=${index} y1="0" y2=${LINE_HEIGHT}></line>`)}
    </g>
  `;
}

function scaleFor(values: readonly number[], height: number): (value: number) => number {
  const highest = Math.max(...values, 0);
  return (value) => (highest === 0 ? 0 : (value / highest) * height);
}
