import { render } from 'lit';
import { useLocale } from '../src/core/translate.ts';
import { parsePageLocale } from '../src/protocol/pageLocale.ts';
import { listenToHost, sendToHost } from './host.ts';
import { renderDashboard } from './renderDashboard.ts';
import { registerUiKit } from './uiKit.ts';

useLocale(parsePageLocale(document.body.dataset['locale']));
registerUiKit();
const draw = (snapshot: Parameters<typeof renderDashboard>[0]) =>
  render(renderDashboard(snapshot, sendToHost), document.body);

draw(undefined);
listenToHost(({ snapshot }) => draw(snapshot));
sendToHost({ type: 'ready' });
