import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatInteger, formatShare } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderFigure } from '../charts/renderFigure.ts';
import type { Targets } from '../snapshot.ts';

type Composition = NonNullable<Targets['composition']>;
type Part = Composition['parts'][number];

const PART_NAMES: Record<Part['part'], () => string> = {
  system: () => translate('System and instructions'),
  context: () => translate('Context'),
  retrieved: () => translate('Retrieved'),
  history: () => translate('History'),
  output: () => translate('Output'),
};

/** What requests were made of, each part over the band that it should lie in; what nobody knows has a line of its own. */
export function renderComposition({ composition, requests: all }: Targets): TemplateResult | typeof nothing {
  if (composition === undefined) return nothing;
  const { requests, parts, unknownShare } = composition;
  const title = translate('What requests are made of, estimated');
  const unknown = `≈${formatShare(unknownShare)}`;
  return html`
    ${renderFigure({
      title,
      summary: [
        ...parts.map((part) => translate('{0}: {1}, band {2}', nameOf(part), ...describe(part))),
        translate('{0}: {1}', translate('unknown'), unknown),
      ].join('; '),
      chart: html`
        <ul class="parts" aria-hidden="true">
          ${parts.map(
            (part) => html`<li>
              <span>${nameOf(part)}</span>${renderBar(part)}<span>${describe(part)[0]}</span><small>${translate('band {0}', describe(part)[1] ?? '')}</small>
            </li>`,
          )}
          <li><span>${translate('unknown')}</span>${renderBar({ share: unknownShare })}<span>${unknown}</span><small></small></li>
        </ul>
      `,
      table: renderTwin(parts, unknown),
    })}
    <p class="quality">${translate(
      '{0} of {1} requests: sessions whose beginning is in the logs. Sizes of texts become tokens by the model, ±20 %; what is in no part (files that a tool attached, pictures) is unknown.',
      formatInteger(requests),
      formatInteger(all),
    )}</p>
  `;
}

function nameOf({ part }: Part): string {
  return PART_NAMES[part]();
}

/** The share and the band. Output is measured, so it is no estimate. */
function describe({ part, share, fromShare, toShare }: Part): [share: string, band: string] {
  return [
    `${part === 'output' ? '' : '≈'}${formatShare(share)}`,
    translate('{0} to {1}', formatShare(fromShare), formatShare(toShare)),
  ];
}

function renderBar({ share, fromShare, toShare }: Partial<Part> & Pick<Part, 'share'>): TemplateResult {
  const hasBand = fromShare !== undefined && toShare !== undefined;
  const isOff = hasBand && (share < fromShare || share > toShare);
  return html`<svg viewBox="0 0 1 1" preserveAspectRatio="none">
    ${hasBand ? svg`<rect class="band" x=${fromShare} y="0" width=${toShare - fromShare} height="1"></rect>` : nothing}
    <rect class=${hasBand ? (isOff ? 'share off' : 'share') : 'rest'} x="0" y="0.3" width=${Math.min(share, 1)} height="0.4"></rect>
  </svg>`;
}

function renderTwin(parts: readonly Part[], unknown: string): TemplateResult {
  return html`
    <table>
      <thead><tr><th scope="col">${translate('Part')}</th><th scope="col">${translate('Share')}</th><th scope="col">${translate('Band')}</th></tr></thead>
      <tbody>
        ${parts.map((part) => html`<tr><th scope="row">${nameOf(part)}</th>${describe(part).map((text) => html`<td>${text}</td>`)}</tr>`)}
        <tr><th scope="row">${translate('unknown')}</th><td>${unknown}</td><td>–</td></tr>
      </tbody>
    </table>
  `;
}
