import { html, svg, type TemplateResult } from 'lit';
import { formatInteger, formatShare } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { ViewOf } from './snapshot.ts';

type Point = NonNullable<NonNullable<ViewOf<'plan'>['plan']['sections'][number]['outcome']>['curve']>[number];

/** Of the picture, in its own units; it takes the width that there is. */
const [WIDTH, HEIGHT] = [300, 120];
const [LEFT, TOP, RIGHT, BOTTOM] = [36, 8, 8, 18];
const LINES = [0, 0.5, 1];
/** So many steps stand in the table that says the same. */
const ROWS = 5;

/** The chance that all steps so far are right, step by step, as a picture and as a table. */
export function renderPlanCurve(points: readonly Point[]): TemplateResult {
  const last = points.at(-1)?.step ?? 1;
  const x = (step: number) => LEFT + ((WIDTH - LEFT - RIGHT) * step) / last;
  const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
  const path = points.map(({ step, share }) => `${round(x(step))},${round(y(share))}`).join(' ');
  return html`
    <svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${describeCurve(points)}>
      ${LINES.map(
        (share) => svg`
          <line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(share)} y2=${y(share)}></line>
          <text class="mark" x=${LEFT - 4} y=${y(share) + 3} text-anchor="end">${formatShare(share)}</text>`,
      )}
      <polyline class="line" points=${path}></polyline>
      <text class="mark" x=${LEFT} y=${HEIGHT - 4}>0</text>
      <text class="mark" x=${WIDTH - RIGHT} y=${HEIGHT - 4} text-anchor="end">${translate('{0} steps', formatInteger(last))}</text>
    </svg>
    <table>
      <caption>${translate('All right so far')}</caption>
      <thead><tr><th scope="col">${translate('Step')}</th><th scope="col">${translate('Chance')}</th></tr></thead>
      <tbody>${samplePoints(points).map(
        ({ step, share }) =>
          html`<tr><th scope="row">${formatInteger(step)}</th><td>${formatShare(share)}</td></tr>`,
      )}</tbody>
    </table>
  `;
}

function describeCurve(points: readonly Point[]): string {
  const { step, share } = points.at(-1) ?? { step: 0, share: 1 };
  const fall = [formatShare(share), formatInteger(step)] as const;
  return translate('The chance that all is right falls from 100 % to {0} after {1} steps.', ...fall);
}

/** Some of the points, the last one always. */
function samplePoints(points: readonly Point[]): Point[] {
  const steps = points.slice(1);
  const every = Math.max(1, Math.ceil(steps.length / ROWS));
  return steps.filter((_, index) => (steps.length - 1 - index) % every === 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
