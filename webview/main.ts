import { render } from 'lit';
import { listenToHost, sendToHost } from './host.ts';
import { renderDashboard } from './renderDashboard.ts';
import { registerUiKit } from './uiKit.ts';

registerUiKit();
const send = (type: Parameters<typeof sendToHost>[0]['type']) => sendToHost({ type });
const draw = (snapshot: Parameters<typeof renderDashboard>[0]) =>
  render(renderDashboard(snapshot, send), document.body);

draw(undefined);
listenToHost(({ snapshot }) => draw(snapshot));
send('ready');
