import { html, type TemplateResult } from 'lit';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { Tab } from './snapshot.ts';

const TITLES: Record<Tab, () => string> = {
  now: () => translate('Now'),
  cost: () => translate('Cost'),
  findings: () => translate('Findings'),
  targets: () => translate('Targets'),
  plan: () => translate('Plan'),
  data: () => translate('Data'),
};
const TABS = Object.keys(TITLES) as Tab[];

/** The id of the panel that the tabs belong to. */
export const TAB_PANEL_ID = 'tab-panel';

/** The id of a tab: its title names the panel. */
export function tabId(tab: Tab): string {
  return `tab-${tab}`;
}

/** The tabs; arrow keys, Home and End move between them as in every list of tabs. */
export function renderTabs(shown: Tab, send: Send): TemplateResult {
  const show = (tab: Tab) => send({ type: 'showTab', tab });
  return html`
    <div class="tabs" role="tablist" aria-label=${translate('Views of the dashboard')} @keydown=${(event: KeyboardEvent) => moveTo(event, shown, show)}>
      ${TABS.map(
        (tab) => html`<button
          type="button" role="tab" id=${tabId(tab)} aria-controls=${TAB_PANEL_ID}
          aria-selected=${tab === shown} tabindex=${tab === shown ? 0 : -1} @click=${() => show(tab)}
        >${TITLES[tab]()}</button>`,
      )}
    </div>
  `;
}

function moveTo(event: KeyboardEvent, shown: Tab, show: (tab: Tab) => void): void {
  const at = TABS.indexOf(shown);
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const target = {
    ArrowRight: at + (isRightToLeft ? -1 : 1),
    ArrowLeft: at + (isRightToLeft ? 1 : -1),
    Home: 0,
    End: -1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const tab = TABS.at(target % TABS.length);
  if (tab === undefined) return;
  document.getElementById(tabId(tab))?.focus();
  show(tab);
}
