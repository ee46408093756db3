import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatName, formatTime, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderFigure } from '../charts/renderFigure.ts';
import { renderSteps } from '../charts/renderSteps.ts';
import type { Cost } from '../snapshot.ts';
import { nameKey } from './nameKey.ts';
import type { Show } from './renderViewChoice.ts';

type Timeline = NonNullable<Cost['timeline']>;
type Point = Timeline['points'][number];
type Mark = Point['marks'][number];

const MARK_NAMES: Record<Mark, () => string> = {
  compaction: () => translate('compaction'),
  contextFell: () => translate('context fell'),
  modelChange: () => translate('model change'),
};

/** One session, call by call: how large its context was, what each call cost, and what happened in between. */
export function renderTimeline(timeline: Timeline, show: Show): TemplateResult {
  const { session, project, points, agents } = timeline;
  const largest = Math.max(...points.map(({ contextTokens }) => contextTokens), 0);
  const dearest = Math.max(...points.map(({ costUsd = 0 }) => costUsd), 0);
  const calls = points.reduce((sum, point) => sum + point.calls, 0);
  return html`
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="heading">
        <h3 id="timeline-title" title=${session}>${translate('Session in {0}', nameKey('project', project))}</h3>
        <button type="button" class="icon" aria-label=${translate('Close the session')} title=${translate('Close the session')} @click=${() => show({ session: '' })}>✕</button>
      </div>
      ${
        points.length === 0
          ? html`<p class="empty">${translate('All calls of this session were made by its sub-agents.')}</p>`
          : renderFigure({
              title: translate('Context and cost per call'),
              summary: translate(
                '{0} calls; the largest context has {1} tokens, the dearest call costs {2}. Arrow keys move over the calls, t shows the table.',
                formatInteger(calls),
                formatInteger(largest),
                formatUsd(dearest),
              ),
              chart: renderSteps({
                title: translate('Context and cost per call'),
                steps: points.map((point) => ({
                  label: describePoint(point),
                  line: point.contextTokens,
                  bar: point.costUsd ?? 0,
                  marks: point.marks,
                })),
                lineTop: translate('{0} tokens of context', formatInteger(largest)),
                barTop: translate('{0} per call', formatUsd(dearest)),
                first: formatTime(points[0]?.timestampMs ?? 0),
                last: formatTime(points.at(-1)?.timestampMs ?? 0),
              }),
              table: renderTwin(points),
            })
      }
      ${renderMarks(points)}
      ${agents.calls === 0 ? nothing : html`<p>${translate('Beside it {0} calls of sub-agents: {1}', formatInteger(agents.calls), formatUsd(agents.costUsd))}</p>`}
    </section>
  `;
}

function describePoint({ timestampMs, calls, contextTokens, costUsd, model, marks }: Point): string {
  return [
    formatTime(timestampMs),
    ...(calls === 1 ? [] : [translate('{0} calls', formatInteger(calls))]),
    translate('{0} tokens of context', formatInteger(contextTokens)),
    formatUsd(costUsd),
    nameKey('model', model),
    ...marks.map((mark) => MARK_NAMES[mark]()),
  ].join(' · ');
}

function renderMarks(points: readonly Point[]): TemplateResult | typeof nothing {
  const kinds = Object.keys(MARK_NAMES) as Mark[];
  const counted = kinds
    .map((kind) => ({ kind, count: points.filter(({ marks }) => marks.includes(kind)).length }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return nothing;
  return html`
    <ul class="legend">
      ${counted.map(
        ({ kind, count }) => html`<li>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><line class="event ${kind}" x1="5" x2="5" y1="0" y2="10"></line></svg>
          ${translate('{0}: {1}', MARK_NAMES[kind](), formatInteger(count))}
        </li>`,
      )}
    </ul>
  `;
}

function renderTwin(points: readonly Point[]): TemplateResult {
  return html`
    <table>
      <thead><tr>
        <th scope="col">${translate('Time')}</th><th scope="col">${translate('Context')}</th><th scope="col">${translate('Output')}</th>
        <th scope="col">${translate('Cost')}</th><th scope="col">${translate('Model')}</th><th scope="col">${translate('Marked')}</th>
      </tr></thead>
      <tbody>${points.map(
        (point) => html`<tr>
          <th scope="row">${formatTime(point.timestampMs)}</th><td>${formatInteger(point.contextTokens)}</td><td>${formatInteger(point.outputTokens)}</td>
          <td>${formatUsd(point.costUsd)}</td><td>${formatName(point.model)}</td><td>${point.marks.map((mark) => MARK_NAMES[mark]()).join(', ')}</td>
        </tr>`,
      )}</tbody>
    </table>
  `;
}
