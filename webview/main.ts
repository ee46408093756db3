import { render } from 'lit';
import { listenToHost, sendToHost } from './host.ts';
import { renderDashboard } from './renderDashboard.ts';
import { registerUiKit } from './uiKit.ts';

registerUiKit();
const draw = (snapshot: Parameters<typeof renderDashboard>[0]) =>
  render(renderDashboard(snapshot, sendToHost), document.body);

draw(undefined);
listenToHost(({ snapshot }) => draw(snapshot));
sendToHost({ type: 'ready' });
