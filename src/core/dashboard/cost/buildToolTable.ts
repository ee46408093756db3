import { DEFAULT_MODEL_ID } from '../../models/catalogue.ts';
import type { DayOf } from '../../usage/aggregateUsage.ts';
import { isDayWithin } from '../../usage/aggregateUsage.ts';
import type { DayRange } from '../../usage/days.ts';
import type { SessionEvent } from '../../usage/sessionEvent.ts';
import type { UsageFilters } from '../../usage/table/selectRows.ts';
import { charsPerToken } from '../../waste/charsPerToken.ts';
import type { ToolRow, ToolTable } from './toolTable.ts';

const MOST_ROWS = 20;
/** A log may hold anything; what is longer is no name. */
const MOST_NAME_UNITS = 1000;

/**
 * Calls of tools in a range of days, by the filters that events know of: project, session and source. A call that a forked session repeats counts
 * once. `undefined` where no events were read.
 */
export function buildToolTable(
  events: readonly SessionEvent[],
  range: DayRange,
  filters: UsageFilters,
  dayOf: DayOf,
): ToolTable | undefined {
  if (events.length === 0) return undefined;
  const rows = new Map<string, ToolRow>();
  const toolOf = new Map<string, string>();
  const seen = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'toolCall' && event.kind !== 'toolResult') continue;
    const id = `${event.source}:${event.callId}`;
    if (event.kind === 'toolCall') toolOf.set(id, event.tool.slice(0, MOST_NAME_UNITS));
    if (!isWanted(event, filters) || !isDayWithin(dayOf(event.timestampMs), range)) continue;
    const key = `${event.kind}:${id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    addEvent(rows, toolOf.get(id) ?? '', event);
  }
  return cutRows([...rows.values()]);
}

function addEvent(
  rows: Map<string, ToolRow>,
  tool: string,
  event: Extract<SessionEvent, { kind: 'toolCall' | 'toolResult' }>,
): void {
  const row = rows.get(tool) ?? { tool, calls: 0, errors: 0, resultTokens: 0 };
  rows.set(tool, row);
  if (event.kind === 'toolCall') row.calls += 1;
  else {
    row.resultTokens += event.tokens ?? Math.round(event.chars / charsPerToken(DEFAULT_MODEL_ID));
    row.errors += Number(event.isError);
  }
}

function isWanted(
  { project = '', sessionId, source }: SessionEvent,
  { project: wantedProject, session, source: wantedSource }: UsageFilters,
): boolean {
  return (
    (wantedProject ?? project) === project &&
    (session ?? sessionId) === sessionId &&
    (wantedSource ?? source) === source
  );
}

function cutRows(rows: readonly ToolRow[]): ToolTable {
  const sorted = rows.toSorted((a, b) => b.resultTokens - a.resultTokens || b.calls - a.calls);
  const others = sorted.slice(MOST_ROWS);
  if (others.length === 0) return { rows: sorted };
  const sum = others.reduce((all, row) => ({
    tool: '',
    calls: all.calls + row.calls,
    errors: all.errors + row.errors,
    resultTokens: all.resultTokens + row.resultTokens,
  }));
  return { rows: sorted.slice(0, MOST_ROWS), rest: { count: others.length, sum: { ...sum, tool: '' } } };
}
