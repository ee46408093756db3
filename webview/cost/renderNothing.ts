import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { focusChoice } from '../focusChoice.ts';
import { nameRange } from '../nameRange.ts';
import type { Cost } from '../snapshot.ts';
import type { Show } from './renderViewChoice.ts';

/** For a period without calls: when the last one was, and the ways to where there are some. */
export function renderNothing({ range, newest, view }: Cost, show: Show): TemplateResult {
  const isFiltered = Object.keys(view.filters).length > 0;
  const days = nameRange(range);
  const action = (title: string, lead: () => void) => {
    const onClick = (event: Event) => {
      lead();
      focusChoice(event);
    };
    return html`<vscode-button appearance="secondary" @click=${onClick}>${title}</vscode-button>`;
  };
  return html`
    <p class="empty">${isFiltered ? translate('No calls under these filters: {0}.', days) : translate('No calls: {0}.', days)}
      ${newest === undefined ? nothing : translate('The last one was on {0}.', formatDay(newest.until))}</p>
    <div class="actions">
      ${
        newest === undefined
          ? nothing
          : html`
            ${action(translate('Show {0}', nameRange(newest)), () => show({ period: 'custom', range: newest, unit: 'day' }))}
            ${action(translate('Show All'), () => show({ period: 'all' }))}
          `
      }
      ${isFiltered ? action(translate('Remove Filters'), () => show({ filters: {}, session: '' })) : nothing}
    </div>
  `;
}
