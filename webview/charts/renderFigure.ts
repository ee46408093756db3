import { html, type TemplateResult } from 'lit';
import { translate } from '../../src/core/translate.ts';
import { showValue, walkMarks } from './walkMarks.ts';

export type Figure = {
  title: string;
  /** What the chart says, in a sentence: for those who do not see it. */
  summary: string;
  chart: TemplateResult;
  /** The same as a table. */
  table: TemplateResult;
};

/** A chart with its table twin, which a button or the key `t` shows in its place. */
export function renderFigure({ title, summary, chart, table }: Figure): TemplateResult {
  return html`
    <figure class="chart" @keydown=${toggleByKey}>
      <figcaption>
        <span>${title}</span>
        <button type="button" class="link" aria-pressed="false" @click=${toggleTable}>${translate('Show as Table')}</button>
      </figcaption>
      <p class="for-ears">${summary}</p>
      <div class="drawing" dir="ltr" @keydown=${walkMarks} @focusin=${showValue} @pointerover=${showValue}>
        ${chart}
        <p class="value" aria-hidden="true"></p>
      </div>
      <div class="twin" role="region" tabindex="0" aria-label=${title}>${table}</div>
    </figure>
  `;
}

/** Which of the two is seen is the figure's own state: no snapshot knows or changes it. */
function toggleTable({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const figure = currentTarget.closest('figure');
  const isTable = figure?.classList.toggle('as-table') ?? false;
  figure?.querySelector('figcaption button')?.setAttribute('aria-pressed', String(isTable));
}

function toggleByKey(event: KeyboardEvent): void {
  if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
  toggleTable(event);
  if (event.currentTarget instanceof HTMLElement)
    event.currentTarget.querySelector<HTMLElement>('figcaption button')?.focus();
}
