import { html, svg, type TemplateResult } from 'lit';
import type { ViewOf } from './snapshot.ts';

type Band = NonNullable<NonNullable<ViewOf<'plan'>['plan']['sections'][number]['outcome']>['bands']>[number];

const ROW = 16;
const WIDTH = 300;
const LABEL = 110;

/** Each part's share as a bar over the band that it should lie in; the table below says the same in words. */
export function renderPlanBands(bands: readonly Band[]): TemplateResult {
  const height = bands.length * ROW;
  return html`<svg class="bands" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true">${bands.map(renderBand)}</svg>`;
}

function renderBand({ label, share, fromShare, toShare }: Band, index: number) {
  const top = index * ROW;
  const scale = (part: number) => (WIDTH - LABEL) * Math.min(part, 1);
  const isWithin = share >= fromShare && share <= toShare;
  return svg`
    <text class="mark" x="0" y=${top + 11}>${label}</text>
    <rect class="band" x=${LABEL + scale(fromShare)} y=${top + 1} width=${scale(toShare - fromShare)} height=${ROW - 2}></rect>
    <rect class=${isWithin ? 'share' : 'share off'} x=${LABEL} y=${top + 5} width=${scale(share)} height=${ROW - 10}></rect>`;
}
