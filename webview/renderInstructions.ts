import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatPlural, formatTokensInWords } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Row = NonNullable<ViewOf<'now'>['instructions']>[number];

/** What goes with every request of an agent: size of each file, what it comes to in a month, what to change. */
export function renderInstructions(
  rows: readonly Row[] | undefined,
  send: Send,
): TemplateResult | typeof nothing {
  if (rows === undefined || rows.length === 0) return nothing;
  return html`
    <section class="advice instructions" aria-labelledby="instructions-title">
      <h2 id="instructions-title">${translate('Goes with every request')}</h2>
      <ul class="advice-list">${rows.map((row) => renderRow(row, send))}</ul>
    </section>
  `;
}

function renderRow({ path, count, month, notes, more }: Row, send: Send): TemplateResult {
  const size = translate('{0} in each call', formatTokensInWords(count));
  return html`
    <li data-path=${path}>
      <p>${path}</p>
      <p class="advice-tokens">${size}</p>
      ${month === undefined ? nothing : html`<p class="advice-tokens">${sayMonth(month)}</p>`}
      ${notes.map((note) => html`<p class="where">${note}</p>`)}
      ${more === 0 ? nothing : html`<p class="where">${translate('{0} more after these.', formatInteger(more))}</p>`}
      <vscode-button appearance="secondary" @click=${() => send({ type: 'openInstructions', id: path })}>${translate('Open {0}', path)}</vscode-button>
    </li>
  `;
}

/** Not each agent reads each of them. */
function sayMonth({ calls, tokens }: NonNullable<Row['month']>): string {
  if (calls === 0) return translate('No agent has logged a call here in 30 days');
  return translate(
    '≈{0} in 30 days, if each of the {1} calls of agents here carried it',
    formatPlural(tokens, 'token'),
    formatInteger(calls),
  );
}
